import type { Level, Pass } from '@seccompile/pass'
import { describe, it } from 'vitest'
import { conformanceChecks } from './checks.ts'
import type { ConformanceOptions } from './trial.ts'

/**
 * Registers, with vitest, the tests that every pass must pass: it keeps the meaning, yields well-formed IR,
 * does not change its input, is deterministic, works on the edges of its level, and keeps the claims in its
 * `cost`.
 *
 * @example conformance(mergeRanges, { prepare: [dedupe, sort] })
 */
export function conformance<From extends Level, To extends Level>(
  pass: Pass<From, To>,
  options: ConformanceOptions<From> = {},
): void {
  describe(`conformance of ${pass.name}`, () => {
    for (const { title, run } of conformanceChecks(pass, options)) it(title, run)
  })
}
