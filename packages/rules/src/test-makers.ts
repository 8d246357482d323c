/** Makers of rules, for tests. */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, argument } from './predicate.ts'
import type { Predicate } from './predicate.ts'
import type { Rule, RuleSet } from './rule-set.ts'

/** Numbers from `lo` to `hi`, allowed whatever the arguments unless a predicate or a verdict is `told`. */
export function rule(lo: number, hi: number = lo, ...told: readonly (Predicate | Verdict)[]): Rule {
  const when = told.find((one) => typeof one !== 'number') ?? ALWAYS
  const verdict = told.find((one) => typeof one === 'number') ?? verdictOf('ALLOW')
  return { numbers: [{ lo, hi }], when, verdict }
}

/** The rules `list` for x86_64, EPERM where none matches, and the end of the thread elsewhere. */
export function rules(...list: readonly Rule[]): RuleSet {
  return {
    sections: [{ arch: AUDIT_ARCH.X86_64, rules: list, otherwise: verdictOf('ERRNO', 1) }],
    badArch: verdictOf('KILL_THREAD'),
  }
}

/** Argument `index` is `value` under `mask`, all of it unless told. */
export function is(index: number, value: bigint, mask?: bigint): Predicate {
  return argument(index, [{ lo: value, hi: value }], mask)
}
