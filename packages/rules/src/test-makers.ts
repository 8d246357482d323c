/** Makers of rules, for tests. */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, argument } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import type { Rule, RuleSet } from './rule-set.ts'

/**
 * A rule for the numbers from `lo` to `hi`. `told` may hold a predicate and a verdict; without them it always
 * allows.
 */
export function rule(lo: number, hi: number = lo, ...told: readonly (Predicate | Verdict)[]): Rule {
  const when = told.find((one) => typeof one !== 'number') ?? ALWAYS
  const verdict = told.find((one) => typeof one === 'number') ?? verdictOf('ALLOW')
  return { numbers: [{ lo, hi }], when, verdict }
}

/** The rules `list` for x86_64, ERRNO(1) where none matches, and KILL_THREAD for a bad arch. */
export function rules(...list: readonly Rule[]): RuleSet {
  return {
    sections: [{ arch: AUDIT_ARCH.X86_64, rules: list, otherwise: verdictOf('ERRNO', 1) }],
    badArch: verdictOf('KILL_THREAD'),
  }
}

/** Argument `index` is `value` under `mask`; the whole argument if `mask` is left out. */
export function is(index: number, value: bigint, mask?: bigint): Predicate {
  return argument(index, [{ lo: value, hi: value }], mask)
}
