/*
 * The rule for calls that no table knows yet.
 *
 * A C library tries a new call, and falls back to an old one if the new one fails with ENOSYS. If the default
 * is EPERM, the library does not fall back: it takes EPERM for the result of the new call. So runc puts a stub
 * in front of the filter. Here an ordinary rule covers these numbers. It is the last rule of its section, and
 * costs a few ranges of the search tree. A profile has no key for such a rule, so it is an option of the target.
 */
import { NO_CALL } from '@seccompile/abi'
import { ALWAYS, canonical, difference, U32 } from '@seccompile/rules'
import type { Range, RangeSet, Rule } from '@seccompile/rules'
import type { AbiTable, AbiToken } from '@seccompile/syscalls'
import { actionOn, actionVerdict, errno } from '../../data/action.ts'
import type { Action } from '../../data/action.ts'
import type { UnknownAction } from '../../data/target.ts'

/**
 * The unknown numbers of the ABIs `sharing`, which have one arch. For each ABI these are the numbers from its newest
 * call up to the base of the next ABI. The number that no call has keeps the default.
 */
function unknownNumbers(sharing: readonly AbiTable[]): RangeSet<number> {
  const sorted = sharing.toSorted((a, b) => a.base - b.base)
  const above = sorted.map(({ newest }, i) => ({
    lo: newest + 1,
    hi: (sorted[i + 1]?.base ?? NO_CALL) - 1,
  }))
  // The private calls of arm, and the calls of x32 from 512, have numbers above the newest call.
  const known = sorted.flatMap(({ names }) => [...names.keys()].map((nr) => ({ lo: nr, hi: nr })))
  return difference(U32, above, canonical(U32, known))
}

/** The action for numbers that are not yet calls. An errno in it is the number on the ABI. */
export const unknownOn = (action: UnknownAction, abi: AbiToken): Action =>
  actionOn(action === 'ENOSYS' ? errno('ENOSYS') : action, abi)

/** The rule that gives `action` to the numbers `old`, and to the unknown ones of the ABIs `sharing`, which have one arch. */
export function unknownRule(
  sharing: readonly [AbiTable, ...AbiTable[]],
  action: UnknownAction,
  old: readonly Range<number>[],
): Rule {
  const given = unknownOn(action, sharing[0].token)
  const numbers = canonical(U32, [...unknownNumbers(sharing), ...old])
  return { numbers, when: ALWAYS, verdict: actionVerdict(given) }
}
