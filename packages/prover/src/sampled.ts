/*
 * A last resort. Where a diagram exceeds its bounds, a single call with different verdicts still proves that two IRs
 * differ, however the call was found. Where no such call is found, nothing is proved.
 */
import { argumentTests, contains } from '@seccompile/rules'
import type { Endianness, SeccompData } from '@seccompile/abi'
import { levelFunctions } from '@seccompile/pass'
import type { LeveledIr } from '@seccompile/pass'
import type { Within } from './question.ts'
import type { Subject } from './subject.ts'

/** The most calls to try. */
const MAX_CALLS = 4096
/**
 * The most tests that all calls together may meet, if each call meets every test of the rules; about a second of
 * work.
 */
const MAX_TESTED = 20_000_000
const MIN_CALLS = 64

/**
 * The number of calls to try. It is lower for rules with tens of thousands of tests, since a call may meet all
 * of them.
 */
function mostCalls(filters: readonly LeveledIr[]): number {
  const tests = filters
    .flatMap(({ level, ir }) => (level === 'rules' ? ir.sections : []))
    .flatMap(({ rules }) => rules)
    .reduce((sum, { when }) => sum + argumentTests(when).length, 0)
  return Math.min(MAX_CALLS, Math.max(MIN_CALLS, Math.floor(MAX_TESTED / Math.max(1, tests))))
}

/** Calls at the edges of the tests in both IRs, among the calls that the question is about. */
export function edgeCalls(
  irs: readonly Subject[],
  endianness: Endianness,
  within: Within | undefined,
): readonly SeccompData[] {
  const filters = irs.flatMap((subject) => (subject.level === 'stack' ? subject.ir : [subject]))
  const calls = filters.flatMap(({ level, ir }) => levelFunctions(level).witnesses(ir, endianness))
  const inside =
    within === undefined
      ? calls
      : calls.filter(
          ({ arch, nr }) =>
            arch === within.arch && (within.numbers === undefined || contains(within.numbers, nr)),
        )
  const step = Math.max(Math.ceil(inside.length / mostCalls(filters)), 1)
  return inside.filter((_, i) => i % step === 0)
}
