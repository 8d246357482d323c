/* A policy that our filters and those of other tools are made from. */
import type { Policy } from '@seccompile/policy'
import type { AbiTable } from '@seccompile/syscalls'

/** A policy with its target, and the kind of policies that it belongs to. */
export interface PeerSubject {
  readonly kind: string
  readonly name: string
  readonly policy: Policy
  /** The first is the main one. */
  readonly abis: readonly AbiTable[]
}

/** Whether `policy` has only what a filter of one policy can have: no second policy, and no action for unknown calls. */
export const isAlone = ({ and = [], unknown, knownUpTo }: Policy): boolean =>
  and.length === 0 && unknown === undefined && knownUpTo === undefined

/** Whether the rules of `policy` are those of a profile for several ABIs: conditions by index, for all of the ABIs. */
export const isProfile = ({ rules }: Policy): boolean =>
  rules.every(({ when, abis }) => when === undefined && abis === undefined)
