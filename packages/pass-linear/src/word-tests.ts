/*
 * Conditions on arguments as word tests, one after the other.
 *
 * A test is built after the two nodes that it leads to. The tests of `all` end at the first part that fails, those of
 * `any` at the first part that holds, and those of a set of values at the first range with the value. A 64-bit
 * comparison looks at the high word first, and at the low word only where the high ones are equal.
 *
 * Where a mask keeps no bit of a word, the masked word is 0 and the outcome of its test is known. Such a test is left
 * out: a condition on the low word never reads the high word.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { Word } from '@seccompile/abi'
import type { Decision, DecisionBuilder, TestOp } from '@seccompile/decision'
import type { ArgumentTest, Predicate, Range } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

const lowOf = (value: bigint): number => Number(value & 0xffff_ffffn)
const highOf = (value: bigint): number => Number(value >> 32n)

/**
 * The outcome of a test where it is the same for every word under `mask`; `undefined` where it depends on the
 * word.
 */
function known(mask: number, op: TestOp, k: number): boolean | undefined {
  switch (op) {
    case 'eq':
      return (k & ~mask) !== 0 ? false : mask === 0 ? true : undefined
    case 'ge':
      return k === 0 ? true : k > mask ? false : undefined
    case 'gt':
      return k >= mask ? false : undefined
    case 'set':
      return (mask & k) === 0 ? false : undefined
    default:
      return assertNever(op)
  }
}

function wordTest(
  builder: DecisionBuilder,
  { word, mask }: { readonly word: Word; readonly mask: number },
  [op, k]: readonly [TestOp, number],
  then: Decision,
  otherwise: Decision,
): Decision {
  const outcome = known(mask, op, k)
  if (outcome !== undefined) return outcome ? then : otherwise
  return builder.test({ word, mask, op, k }, then, otherwise)
}

/** Whether `(args[index] & mask)` is at least, at most, or exactly a bound. */
function rangeTest(
  builder: DecisionBuilder,
  { index, mask }: ArgumentTest,
  { lo, hi }: Range<bigint>,
  then: Decision,
  otherwise: Decision,
): Decision {
  const high = { word: argHigh(index), mask: highOf(mask) }
  const low = { word: argLow(index), mask: lowOf(mask) }
  if (lo === hi) {
    const lowEqual = wordTest(builder, low, ['eq', lowOf(lo)], then, otherwise)
    return wordTest(builder, high, ['eq', highOf(lo)], lowEqual, otherwise)
  }
  const atMost = (): Decision => {
    if (hi >= mask) return then
    const lowAtMost = wordTest(builder, low, ['gt', lowOf(hi)], otherwise, then)
    const highEqual = wordTest(builder, high, ['eq', highOf(hi)], lowAtMost, then)
    return wordTest(builder, high, ['gt', highOf(hi)], otherwise, highEqual)
  }
  if (lo === 0n) return atMost()
  const next = atMost()
  const lowAtLeast = wordTest(builder, low, ['ge', lowOf(lo)], next, otherwise)
  const highEqual = wordTest(builder, high, ['eq', highOf(lo)], lowAtLeast, otherwise)
  return wordTest(builder, high, ['gt', highOf(lo)], next, highEqual)
}

/** The node that leads to `then` where `predicate` holds and to `otherwise` where not; both from `builder`. */
export function predicateTests(
  builder: DecisionBuilder,
  predicate: Predicate,
  then: Decision,
  otherwise: Decision,
): Decision {
  switch (predicate.kind) {
    case 'argument':
      return predicate.values.reduceRight(
        (next, range) => rangeTest(builder, predicate, range, then, next),
        otherwise,
      )
    case 'all':
      return predicate.of.reduceRight((next, part) => predicateTests(builder, part, next, otherwise), then)
    case 'any':
      return predicate.of.reduceRight((next, part) => predicateTests(builder, part, then, next), otherwise)
    default:
      return assertNever(predicate)
  }
}
