/*
 * Whether two conjunctions of argument tests can hold at once, and an example for which they do.
 *
 * Arguments are independent, so two conjunctions overlap exactly when for each index some value passes all tests of that
 * index. Where the search for a value gives up, callers take that for an overlap: the policy is refused, which is safe.
 */
import { commonValue } from '@seccompile/rules'
import type { ArgumentTest } from '@seccompile/rules'

/** Values by argument index that pass a conjunction of tests; arguments that are absent may have any value. */
export type ArgumentValues = ReadonlyMap<number, bigint>

/**
 * Values for which all `tests` hold: those of two conjunctions in one list. `undefined` where there are none,
 * `'unknown'` where the search gave up.
 */
export function commonValues(tests: readonly ArgumentTest[]): ArgumentValues | undefined | 'unknown' {
  const indices = [...new Set(tests.map(({ index }) => index))].sort((a, b) => a - b)
  const values = new Map<number, bigint>()
  let unknown = false
  for (const index of indices) {
    const value = commonValue(tests.filter((test) => test.index === index))
    if (value === undefined) return undefined
    if (value === 'unknown') unknown = true
    else values.set(index, value)
  }
  return unknown ? 'unknown' : values
}
