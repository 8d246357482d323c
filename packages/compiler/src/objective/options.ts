import { readPolicy } from '@seccompile/policy/toolkit'
import type { KernelVersion } from '@seccompile/policy'
import { oneOf, optional, record, unread } from '@seccompile/shape'
import type { Fields } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import type { ArgumentCounts, CallCounts } from '@seccompile/weights'

/** The names of the objectives. */
export type ObjectiveKind = 'uniform' | 'weights' | 'bitmap' | 'attach'

/** The objectives by name, with one line on each for people. */
export const OBJECTIVES: Readonly<Record<ObjectiveKind, string>> = Object.freeze({
  uniform: 'instructions executed for an allowed call, on average over calls and listed argument values',
  weights: 'instructions executed for an allowed call, on average weighted by how often calls are made',
  bitmap: 'instructions executed for a call that is not in the allow bitmap, on average',
  attach: 'instructions that the kernel emulates for the ABIs of the filter when it is attached',
})

/** Whether `text` names an objective. */
export function isObjectiveKind(text: string): text is ObjectiveKind {
  return Object.hasOwn(OBJECTIVES, text)
}

/** The options of an objective. */
export interface ObjectiveOptions {
  /**
   * Default: `weights` where there are weights; else `bitmap` where the options name a kernel from 5.11 on and that
   * kernel runs the filter for some call that the policy names; else `uniform`.
   */
  readonly objective?: ObjectiveKind | undefined
  /**
   * How often calls are made, by name: counts or shares. For the objectives `bitmap` and `weights`; the default of
   * `weights` is `serverProfile`. A call without a count weighs 1e-4 of all calls.
   */
  readonly weights?: CallCounts | undefined
  /**
   * How often calls are made with which arguments, by name. A call in these counts has the arguments that the rules allow among them,
   * by their shares. Every other call has those that the rules list, or 0. Not for the objective `attach`.
   */
  readonly argumentCounts?: ArgumentCounts | undefined
  /** The weights of ABIs, relative to each other. Default: 1, and 0.01 for x32. */
  readonly abiWeights?: Readonly<Partial<Record<AbiToken, number>>> | undefined
  /**
   * The weight of a call that the filter refuses in the searches, relative to one that it allows; from 0 to 1, 2^-15 by default.
   * `uniform` and `weights` count no refused call in their means. With 1, the searches weigh refused calls as much as allowed
   * ones. The default lets them decide only between layouts that are about equal.
   */
  readonly deniedWeight?: number | undefined
  /** The kernel that the filter is for, if known. Where absent, `compile()` takes that of the policy. */
  readonly kernel?: KernelVersion | undefined
}

/** The readers of {@link ObjectiveOptions}. */
export const OBJECTIVE_FIELDS: Fields<ObjectiveOptions> = {
  objective: optional(oneOf(Object.keys(OBJECTIVES) as ObjectiveKind[])),
  weights: optional(unread()), // callShares() reads them
  argumentCounts: optional(unread()), // argumentShares() reads them
  abiWeights: optional(unread()), // abiWeightsOf() reads them
  deniedWeight: optional(unread()), // deniedWeightOf() reads it
  kernel: optional(unread()), // chosenObjective() reads it
}

const objectiveReader = record<ObjectiveOptions>(OBJECTIVE_FIELDS)

/** `given`, checked. @throws PolicyError where an option is wrong or unknown */
export function objectiveOptions(given: ObjectiveOptions): ObjectiveOptions {
  return readPolicy(objectiveReader, given, 'options')
}
