import { strengthOf, strictnessOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'

/**
 * Whether `left` lets a call do more than `right` does: the kernel takes the weaker action for `left`. An action that
 * the kernel does not know kills, although in a stack of filters its number ranks it among the others.
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
 * The verdict of the kernel where both filters are installed, `newer` later: the stronger action wins, and of equal
 * actions that of `newer`.
 */
export function strictest(older: Verdict, newer: Verdict): Verdict {
  return strengthOf(older) < strengthOf(newer) ? older : newer
}
