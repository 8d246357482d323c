/*
 * Conditions on arguments as libseccomp tests them. The high word comes first, and behind each of its values come the
 * low words that belong to it, the highest first. So each value of the high word has one test, even where several
 * values of the argument share it.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Decision, DecisionBuilder } from '@seccompile/decision'
import { U32 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, Range, RangeSet } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { rangeTest } from './range-test.ts'

const lowOf = (value: bigint): number => Number(value & 0xffff_ffffn)
const highOf = (value: bigint): number => Number(value >> 32n)

/** A range of high words, and the low words that belong to each of them. */
interface HighLowCut {
  readonly highs: Range<number>
  readonly lows: Range<number>[]
}

/** `values` divided by their high words, ascending. */
function cuts(values: RangeSet<bigint>): readonly HighLowCut[] {
  const all: HighLowCut[] = []
  const put = (high: number, lows: Range<number>): void => {
    const last = all.at(-1)
    if (last?.highs.hi === high) last.lows.push(lows)
    else all.push({ highs: { lo: high, hi: high }, lows: [lows] })
  }
  for (const { lo, hi } of values) {
    const [first, last] = [highOf(lo), highOf(hi)]
    const [begin, end] = [lowOf(lo), lowOf(hi)]
    if (first === last) {
      put(first, { lo: begin, hi: end })
      continue
    }
    if (begin > 0) put(first, { lo: begin, hi: U32.max })
    const whole = { lo: begin > 0 ? first + 1 : first, hi: end < U32.max ? last - 1 : last }
    if (whole.lo <= whole.hi) all.push({ highs: whole, lows: [{ lo: 0, hi: U32.max }] })
    if (end < U32.max) put(last, { lo: 0, hi: end })
  }
  return all
}

function argumentTests(
  builder: DecisionBuilder,
  { index, mask, values }: ArgumentTest,
  then: Decision,
  otherwise: Decision,
): Decision {
  const high = { word: argHigh(index), mask: highOf(mask) }
  const low = { word: argLow(index), mask: lowOf(mask) }
  return cuts(values).reduceRight((next, { highs, lows }) => {
    const below = lows.reduce((rest, range) => rangeTest(builder, low, range, then, rest), otherwise)
    return rangeTest(builder, high, highs, below, next)
  }, otherwise)
}

/** The node that leads to `then` where `predicate` holds and to `otherwise` where not; both from `builder`. */
export function conditionTests(
  builder: DecisionBuilder,
  predicate: Predicate,
  then: Decision,
  otherwise: Decision,
): Decision {
  switch (predicate.kind) {
    case 'argument':
      return argumentTests(builder, predicate, then, otherwise)
    case 'all':
      return predicate.of.reduceRight((next, part) => conditionTests(builder, part, next, otherwise), then)
    case 'any':
      return predicate.of.reduceRight((next, part) => conditionTests(builder, part, then, next), otherwise)
    default:
      return assertNever(predicate)
  }
}
