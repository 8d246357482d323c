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

/** Whether `policy` is one for any tool: conditions by index, and nothing that holds beside it. */
export const isPlain = ({ rules, and = [], badArch, unknown, knownUpTo }: Policy): boolean =>
  and.length === 0 &&
  badArch === undefined &&
  unknown === undefined &&
  knownUpTo === undefined &&
  rules.every(({ when, abis }) => when === undefined && abis === undefined)
