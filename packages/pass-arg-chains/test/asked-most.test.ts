import { argLow, verdictOf, WORD_ARCH, WORD_NR } from '@seccompile/abi'
import { decisionBuilder, WHOLE_WORD } from '@seccompile/decision'
import type { Decision, TestOp } from '@seccompile/decision'
import { expect, test } from 'vitest'
import { askedMost } from '../src/asked-most.ts'

const builder = decisionBuilder()
const ALLOW = builder.verdict(verdictOf('ALLOW'))
const DENY = builder.verdict(verdictOf('ERRNO', 1))
const PART = builder.test({ word: argLow(0), mask: WHOLE_WORD, op: 'eq', k: 7 }, ALLOW, DENY)

/** A test whose node is `yes` for a number that passes it, else `no`. */
const nr = (op: TestOp, k: number, yes: Decision, no: Decision, mask: number = WHOLE_WORD): Decision =>
  builder.test({ word: WORD_NR, mask, op, k }, yes, no)

/** The numbers below 16 of `arch` 1 weigh 1 each, and nothing else weighs anything. */
const weigh = (arch: number, { lo, hi }: { lo: number; hi: number }): number =>
  arch === 1 ? Math.max(0, Math.min(hi, 15) + 1 - lo) : 0

/** How many of the 16 numbers reach the part of `root`. */
function asked(root: Decision): number {
  const whole = builder.test({ word: WORD_ARCH, mask: WHOLE_WORD, op: 'eq', k: 1 }, root, DENY)
  const { ratio } = askedMost(whole, weigh)
  return ratio === 0 ? 0 : 16 / ratio
}

test.each<[string, number, Decision]>([
  ['eq', 1, nr('eq', 5, PART, ALLOW)],
  ['not eq', 15, nr('eq', 5, ALLOW, PART)],
  ['ge', 11, nr('ge', 5, PART, ALLOW)],
  ['gt', 10, nr('gt', 5, PART, ALLOW)],
  ['the largest number', 0, nr('eq', WHOLE_WORD, PART, ALLOW)],
  ['a range', 4, nr('ge', 4, nr('gt', 7, DENY, PART), ALLOW)],
  ['a range without one number', 3, nr('ge', 4, nr('gt', 7, DENY, nr('eq', 6, ALLOW, PART)), ALLOW)],
])('counts the numbers that reach a part behind %s', (_, numbers, root) => {
  expect(asked(root)).toBe(numbers)
})

test('takes the first number of a range for all of them behind a test of bits', () => {
  // The ranges begin with 0, 1, 2, 4 and 5. Those from 0 and from 2 are even, 3 numbers in all.
  expect(asked(nr('set', 1, ALLOW, nr('eq', 4, DENY, PART)))).toBe(3)
  // The last range begins with an odd number.
  expect(asked(nr('eq', 1, nr('ge', 4, PART, ALLOW), DENY, 1))).toBe(11)
})
