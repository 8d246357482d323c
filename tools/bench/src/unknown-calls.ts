/*
 * ENOSYS for calls that no table knows yet, as runc has it of a stub in front of the filter. Here it is a rule like any
 * other, and its range a range of the tree.
 */
import { verdictOf } from '@seccompile/abi'
import { ENOSYS } from '@seccompile/policy'
import { ALWAYS, canonical, difference, U32 } from '@seccompile/rules'
import type { RangeSet, RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'

/** Tools ask with −1 whether a filter is there; it keeps the default. */
const MINUS_ONE = 0xffff_ffff

/** The numbers above the newest call of each ABI with `arch`, up to where the numbers of the next one begin. */
function unknownNumbers(abis: readonly AbiTable[], arch: number): RangeSet<number> {
  const sharing = abis.filter(({ auditArch }) => auditArch === arch).sort((a, b) => a.base - b.base)
  const above = sharing.map(({ newest }, i) => ({
    lo: newest + 1,
    hi: (sharing[i + 1]?.base ?? MINUS_ONE) - 1,
  }))
  const known = sharing.flatMap(({ names }) => [...names.keys()].map((nr) => ({ lo: nr, hi: nr })))
  return difference(U32, above, canonical(U32, known))
}

/** `rules` with ENOSYS for the numbers above the newest known call, for each of `abis`, unless a rule says otherwise. */
export function withUnknownCalls(rules: RuleSet, abis: readonly AbiTable[]): RuleSet {
  const verdict = verdictOf('ERRNO', ENOSYS)
  return {
    ...rules,
    sections: rules.sections.map((section) => ({
      ...section,
      rules: [...section.rules, { numbers: unknownNumbers(abis, section.arch), when: ALWAYS, verdict }],
    })),
  }
}
