import { SECCOMP_RET_ACTION_FULL } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'

/**
 * The place of the action of `verdict` among all actions: the lower of two is the stronger. The data does not
 * count.
 * @see kernel/seccomp.c: seccomp_run_filters(), which compares `ACTION_ONLY(ret)` as a signed number
 */
function strengthOf(verdict: Verdict): number {
  return (verdict & SECCOMP_RET_ACTION_FULL) | 0
}

/** Whether `left` lets a call do more than `right` does: its action is the weaker one. */
export function isWeaker(left: Verdict, right: Verdict): boolean {
  return strengthOf(left) > strengthOf(right)
}

/**
 * The verdict that the kernel makes of both, where `newer` was installed later: the stronger action; of equal
 * ones, `newer`.
 */
export function strictest(older: Verdict, newer: Verdict): Verdict {
  return strengthOf(older) < strengthOf(newer) ? older : newer
}
