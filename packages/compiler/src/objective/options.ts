import { oneOf, optional, record, unread } from '@seccompile/abi/shape'
import type { Fields } from '@seccompile/abi/shape'
import { readPolicy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import type { CallCounts } from '@seccompile/weights'

/** What can be minimised. */
export type ObjectiveKind = 'uniform' | 'weights' | 'bitmap' | 'attach'

/** The objectives by name: a line on each for people. */
export const OBJECTIVES: Readonly<Record<ObjectiveKind, string>> = Object.freeze({
  uniform: 'instructions executed for an allowed call, on average over the calls',
  weights: 'instructions executed for an allowed call, on average over calls as often as they are made',
  bitmap: 'instructions executed for a call that the allow bitmap does not take, on average',
  attach: 'instructions that the kernel emulates when the filter is attached',
})

/** Whether `text` names an objective. */
export function isObjectiveKind(text: string): text is ObjectiveKind {
  return Object.hasOwn(OBJECTIVES, text)
}

/** What to minimise. */
export interface ObjectiveOptions {
  /** `weights` where there are weights, else `uniform`, unless told. */
  readonly objective?: ObjectiveKind | undefined
  /**
   * How often calls are made, by name: counts or shares. For the objectives `weights`, where `serverProfile` stands in
   * for them, and `bitmap`. A call that is not named weighs 1e-4 of them all.
   */
  readonly weights?: CallCounts | undefined
  /** What an ABI counts for, relative to others; 1 unless told, and 1e-3 for x32, which only breaks ties then. */
  readonly abiWeights?: Readonly<Partial<Record<AbiToken, number>>> | undefined
}

/** The readers of {@link ObjectiveOptions}. */
export const OBJECTIVE_FIELDS: Fields<ObjectiveOptions> = {
  objective: optional(oneOf(Object.keys(OBJECTIVES) as ObjectiveKind[])),
  weights: optional(unread()), // callShares() looks at them
  abiWeights: optional(unread()), // abiWeightsOf() does
}

const objectiveReader = record<ObjectiveOptions>(OBJECTIVE_FIELDS)

/** @throws PolicyError where one is wrong or unknown */
export function objectiveOptions(given: ObjectiveOptions): ObjectiveOptions {
  return readPolicy(objectiveReader, given, 'options')
}
