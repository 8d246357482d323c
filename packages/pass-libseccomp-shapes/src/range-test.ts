import { WORD_NR } from '@seccompile/abi'
import type { MaskedWord } from '@seccompile/abi'
import { WHOLE_WORD } from '@seccompile/decision'
import type { Decision, DecisionBuilder, TestOp } from '@seccompile/decision'
import type { Range } from '@seccompile/rules'

/** The number of a call. */
export const NR: MaskedWord = { word: WORD_NR, mask: WHOLE_WORD }

/**
 * The node that leads to `then` where the word lies in a range, else to `otherwise`; both from `builder`. A single
 * value is one equality. A range has a test for each of its two bounds, except for a bound that holds for every word.
 */
export function rangeTest(
  builder: DecisionBuilder,
  { word, mask }: MaskedWord,
  { lo, hi }: Range<number>,
  then: Decision,
  otherwise: Decision,
): Decision {
  const test = (op: TestOp, k: number, holds: Decision, fails: Decision): Decision =>
    builder.test({ word, mask, op, k }, holds, fails)
  if (lo > mask) return otherwise
  if (lo === 0 && hi >= mask) return then
  if (lo === hi) return test('eq', lo, then, otherwise)
  // libseccomp uses an equality to keep -1 out of the numbers of x32, so this range is all values but the last.
  const excludesLast = (): Decision => test('eq', mask, otherwise, then)
  const atMost = hi >= mask ? then : hi === mask - 1 ? excludesLast() : test('gt', hi, otherwise, then)
  return lo === 0 ? atMost : test('ge', lo, atMost, otherwise)
}
