/* Kinds of policies that are made fresh, and the words that they are made of. */
import { ALLOW, errno } from '@seccompile/policy'
import type { Action, ArgCondition, Policy, PolicyRule } from '@seccompile/policy'
import { calls } from '@seccompile/syscalls'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import type { RandomDraw } from './draw.ts'

/** Policies of one kind, which differ in size. */
export interface FreshKind {
  readonly kind: string
  readonly sizes: readonly number[]
  readonly policyOf: (size: number, draw: RandomDraw) => Policy
}

/** The action of calls that a list of allowed calls does not name. */
export const REFUSED: Action = errno(1)

/**
 * Whether all tools know the call of x86_64 with that number: they lack the newest calls, and those between the last one of
 * the old numbers and the first one that all ABIs share.
 */
const isKnown = (nr: number): boolean => nr <= 334 || (nr >= 424 && nr <= 439)

/** The calls of x86_64 that all tools know, by name. */
export const NAMES: readonly string[] = calls(x86_64)
  .filter(({ nr }) => isKnown(nr))
  .map(({ name }) => name)

/** A rule for `names`. */
export const rule = (
  action: Action,
  names: readonly string[],
  ...args: readonly ArgCondition[]
): PolicyRule => ({
  names: names.map((name) => ({ name })),
  action,
  args,
})

/** A rule that allows the call `name` where all of `args` hold. */
export const allowing = (name: string, ...args: readonly ArgCondition[]): PolicyRule =>
  rule(ALLOW, [name], ...args)

/** `count` calls that are allowed whatever their arguments, none of them among `others`. */
export function plainCalls(draw: RandomDraw, count: number, others: readonly string[] = []): PolicyRule {
  return rule(
    ALLOW,
    draw.some(
      NAMES.filter((name) => !others.includes(name)),
      count,
    ),
  )
}

/** A policy that refuses the calls of no rule. */
export const allowList = (...rules: readonly PolicyRule[]): Policy => ({ defaultAction: REFUSED, rules })

/** A policy that allows the calls of no rule. */
export const denyList = (...rules: readonly PolicyRule[]): Policy => ({ defaultAction: ALLOW, rules })
