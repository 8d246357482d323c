/*
 * What calls get that no table knows yet.
 *
 * A C library tries a new call and falls back on an old one where that fails with ENOSYS. Under a default of EPERM it
 * takes the refusal for the answer. runc therefore puts a stub in front of the filter; here the numbers are a rule like
 * any other, the last of its section, and what becomes of it are a few ranges of the tree. The words of a profile do not
 * ask for it, so it is an option of the target.
 */
import { NO_CALL } from '@seccompile/abi'
import { ALWAYS, canonical, difference, U32 } from '@seccompile/rules'
import type { RangeSet, Rule } from '@seccompile/rules'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { actionVerdict, ENOSYS, errno } from './action.ts'
import type { Action } from './action.ts'

/** What numbers above the newest known call get; `'ENOSYS'` is the errno that each ABI calls so. */
export type UnknownAction = Action | 'ENOSYS'

/** The ABIs with an ENOSYS of their own. @see arch/mips and arch/parisc, include/uapi/asm/errno.h */
const OWN_ENOSYS: Partial<Record<AbiToken, number>> = {
  mips: 89,
  mipsel: 89,
  mips64: 89,
  mipsel64: 89,
  mips64n32: 89,
  mipsel64n32: 89,
  parisc: 251,
  parisc64: 251,
}

/**
 * The numbers above the newest call of each of `sharing`, which have one arch, up to where those of the next begin. The
 * number of no call is not among them: it keeps the default.
 */
function unknownNumbers(sharing: readonly AbiTable[]): RangeSet<number> {
  const sorted = sharing.toSorted((a, b) => a.base - b.base)
  const above = sorted.map(({ newest }, i) => ({
    lo: newest + 1,
    hi: (sorted[i + 1]?.base ?? NO_CALL) - 1,
  }))
  // The calls of arm's own, and those of x32 from 512, lie above the newest one.
  const known = sorted.flatMap(({ names }) => [...names.keys()].map((nr) => ({ lo: nr, hi: nr })))
  return difference(U32, above, canonical(U32, known))
}

/** The rule that gives `action` to the numbers that none of `sharing`, at least one ABI, all of one arch, knows yet. */
export function unknownRule(sharing: readonly [AbiTable, ...AbiTable[]], action: UnknownAction): Rule {
  const given = action === 'ENOSYS' ? errno(OWN_ENOSYS[sharing[0].token] ?? ENOSYS) : action
  return { numbers: unknownNumbers(sharing), when: ALWAYS, verdict: actionVerdict(given) }
}
