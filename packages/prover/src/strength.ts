import { strengthOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'

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
