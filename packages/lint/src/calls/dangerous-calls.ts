/*
 * Lint rules about calls that an allow-list seldom needs, and that have helped to leave a sandbox.
 *
 * Such a rule examines allow-lists only: a deny-list lets all other calls run, and says nothing about them. A process
 * that has the capability which the kernel requires makes these calls on purpose.
 */
import type { Capability } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import { hasCall } from '@seccompile/routes'
import type { Predicate } from '@seccompile/rules'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'
import type { LintExample, LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { shownText } from '../examine/shown-text.ts'

/** The calls of one lint rule. */
export interface DangerousCalls {
  /** The name of the lint rule. */
  readonly name: string
  readonly means: string
  readonly remedy: string
  readonly sources: readonly string[]
  /** The names, the worst first. */
  readonly calls: readonly string[]
  /** What the calls do, as the end of a sentence: `they …`. */
  readonly they: string
  /** The capabilities, any one of which shows that the process makes these calls on purpose. */
  readonly caps: readonly Capability[]
  /**
   * The arguments with which the call is dangerous; any arguments where absent. `undefined` where the ABI lacks the
   * argument.
   */
  readonly args?: (on: ExaminedAbi, looked: ExaminedFilter) => Predicate | undefined
  readonly caught: LintExample
  readonly nearMiss: LintExample
}

/** The lint rule about `dangerous`. */
export function dangerousCalls(dangerous: DangerousCalls): LintRule {
  const { calls, they, caps, args: argsOn, ...facts } = dangerous
  return {
    ...facts,
    severity: 'medium',
    *check(on, looked) {
      if (!on.isAllowList || looked.caps.some((cap) => caps.includes(cap))) return
      const args = argsOn?.(on, looked)
      const open: readonly ShownCall[] = calls.flatMap((name) =>
        hasCall(on.abi, name, looked.kernels) ? (on.runs(name, args) ?? []) : [],
      )
      const [call] = open
      if (call === undefined) return
      const texts = open.map((each) => shownText(on.abi, each))
      yield { what: `${listed(texts)} ${open.length === 1 ? 'runs' : 'run'}: ${they}`, call }
    },
  }
}
