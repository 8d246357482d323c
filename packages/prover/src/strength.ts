import { strengthOf, strictnessOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'

/**
 * Whether `left` lets a call do more than `right` does: the action that the kernel takes is the weaker one. An action that the
 * kernel does not know kills, although a stack of filters counts it among the others by its number.
 */
export function isWeaker(left: Verdict, right: Verdict): boolean {
  return strictnessOf(left) > strictnessOf(right)
}

/**
 * How a verdict changes, by the kernel's order of actions. `other` is the same action with other data, such as another
 * errno: it lets a call do neither more nor less.
 */
export type Direction = 'weaker' | 'stricter' | 'other'

/** The direction of a change from one verdict to another one. */
export function directionOf(from: Verdict, to: Verdict): Direction {
  if (isWeaker(to, from)) return 'weaker'
  return isWeaker(from, to) ? 'stricter' : 'other'
}

/**
 * The verdict that the kernel makes of both, where `newer` was installed later: the stronger action; of equal
 * ones, `newer`.
 */
export function strictest(older: Verdict, newer: Verdict): Verdict {
  return strengthOf(older) < strengthOf(newer) ? older : newer
}
