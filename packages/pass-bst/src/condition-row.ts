/*
 * Rules in a row: the condition of each is tested in turn, and the first that holds decides.
 *
 * A set of values of an argument is a row as well: a test for each range of the high word, and behind each of these
 * the ranges of the low word. `arg-chains` lays out such rows anew.
 */
import { argHigh, argLow } from '@seccompile/abi'
import type { MaskedWord } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, TestOp } from '@seccompile/decision'
import { byHighWord } from '@seccompile/outcomes'
import type { OrderedRules } from '@seccompile/outcomes'
import type { ArgumentTest, Predicate, Range } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'

/** Tests whether a word is in a range, in a decision of `builder`. */
function rangeTest(
  builder: DecisionBuilder,
  { word, mask }: MaskedWord,
  { lo, hi }: Range<number>,
  then: Decision,
  otherwise: Decision,
): Decision {
  const test = (op: TestOp, k: number, yes: Decision, no: Decision): Decision =>
    builder.test({ word, mask, op, k }, yes, no)
  // The range holds no value of the word, or every value.
  if (lo > mask || (lo === hi && (lo & ~mask) !== 0)) return otherwise
  if (lo === 0 && hi >= mask) return then
  if (lo === hi) return test('eq', lo, then, otherwise)
  const atMost = hi >= mask ? then : test('gt', hi, otherwise, then)
  return lo === 0 ? atMost : test('ge', lo, atMost, otherwise)
}

function argumentRow(
  builder: DecisionBuilder,
  { index, mask, values }: ArgumentTest,
  then: Decision,
  otherwise: Decision,
): Decision {
  const high = { word: argHigh(index), mask: Number(mask >> 32n) }
  const low = { word: argLow(index), mask: Number(mask & BigInt(WHOLE_WORD)) }
  return byHighWord(values).reduceRight((next, { lo, hi, lows }) => {
    const lowRow = lows.reduceRight((after, range) => rangeTest(builder, low, range, then, after), otherwise)
    return rangeTest(builder, high, { lo, hi }, lowRow, next)
  }, otherwise)
}

function conditionTests(
  builder: DecisionBuilder,
  when: Predicate,
  then: Decision,
  otherwise: Decision,
): Decision {
  switch (when.kind) {
    case 'argument':
      return argumentRow(builder, when, then, otherwise)
    case 'all':
      return when.of.reduceRight((next, part) => conditionTests(builder, part, next, otherwise), then)
    case 'any':
      return when.of.reduceRight((next, part) => conditionTests(builder, part, then, next), otherwise)
    default:
      return assertNever(when)
  }
}

/** The tests of the rules of `listed`, in the order of matching. */
export function conditionRow(builder: DecisionBuilder, { rules, otherwise }: OrderedRules): Decision {
  return rules.reduceRight(
    (next, { when, verdict }) => conditionTests(builder, when, builder.verdict(verdict), next),
    builder.verdict(otherwise),
  )
}
