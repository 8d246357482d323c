/** Makers of rules, for tests. */
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import { ALWAYS, argument, argumentTests } from './predicate.ts'
import type { ArgumentTest, Predicate } from './predicate.ts'
import { U64 } from './range.ts'
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

/** Tests of argument `index` for which a search soon finds neither a common value nor a proof that there is none. */
export function hardTests(index: number): readonly ArgumentTest[] {
  // Any satisfiability problem can be written as masks: a clause of three bits excludes one of their patterns. A
  // random problem with five clauses for each bit is almost surely unsatisfiable, and takes long to refute.
  let state = 1n
  const below = (limit: bigint): bigint => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & U64.max
    return (state >> 33n) % limit
  }
  return Array.from({ length: 320 }, () => {
    const mask = (1n << below(64n)) | (1n << below(64n)) | (1n << below(64n))
    const excluded = mask & ((below(1n << 31n) << 33n) | (below(1n << 31n) << 2n) | below(4n))
    const others = [
      ...(excluded > 0n ? [{ lo: 0n, hi: excluded - 1n }] : []),
      { lo: excluded + 1n, hi: U64.max },
    ]
    return argumentTests(argument(index, others, mask))
  }).flat()
}
