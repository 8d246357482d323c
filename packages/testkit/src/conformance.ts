import type { Level, Pass } from '@seccompile/pass'
import { describe, it } from 'vitest'
import { conformanceChecks } from './checks.ts'
import type { ConformanceOptions } from './checks.ts'

/**
 * Registers, with vitest, the tests that every pass must pass: it keeps meaning, yields well-formed IR, leaves its
 * input alone, is deterministic, survives the edges of its level, and keeps what it claims in `cost`.
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
