/* The parts of an objective: weights for passes, a value of programs, and a bound of that value. */
import type { Endianness, Program } from '@seccompile/abi'
import type { LowerBound } from '@seccompile/lower-bound'
import type { Effort, Memo, PassContext } from '@seccompile/pass'
import type { RuleSet } from '@seccompile/rules'
import type { AbiTable } from '@seccompile/syscalls'
import type { ChosenObjective } from './default-objective.ts'
import type { ObjectiveKind } from './options.ts'
import type { CallWeights } from './ruled-calls.ts'

/** The value of an objective for a filter. */
export interface ObjectiveValue {
  readonly kind: ObjectiveKind
  /** Instructions: the mean of the executed ones, or their sum for `attach`. 0 where no call counts. */
  readonly value: number
}

/** A lower bound for the calls that a value counts, and how close one filter comes to it. */
export interface ObjectiveBound {
  /**
   * No filter executes fewer instructions for the calls that the value counts; `lowerBound` of `@seccompile/lower-bound` says
   * for which filters this holds.
   */
  readonly bound: number
  /**
   * Whether some filter of that kind is known to execute as few. None is known for a mean over calls whose arguments are
   * tested.
   */
  readonly exact: boolean
  /** The value minus the bound. */
  readonly gap: number
}

/** An objective for some rules. */
export interface Objective extends ChosenObjective {
  /** The number of calls that the value is a sum over; 1 where the value is a mean. */
  readonly calls: number
  /** Whether the objective counts no call of the rules, so that every filter has the value 0. */
  readonly isEmpty: boolean
  /** The most argument lists with which a call counts. */
  readonly mostLists: number
  /** The names of the calls of which only the least argument lists count, since rules name more; sorted. */
  readonly cutCalls: readonly string[]
  readonly weigh: PassContext['weigh']
  /** The value of a stack of `programs`: every call executes all of them. */
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => ObjectiveValue
  /**
   * The bound, and the gap of a filter with `value`. Under `bitmap`, a call that every argument allows is outside the
   * bitmap, and counts, where `programs` test its arguments. Without `programs`, such a call does not count.
   */
  readonly boundOf: (value: number, effort: Effort, programs?: readonly Program[]) => ObjectiveBound
}

/** The rules, ABIs and weights that an objective is made for. */
export interface ObjectiveBasis extends CallWeights {
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
  /** The weight of each ABI, in the order of `abis`; the heaviest weighs 1. */
  readonly abiWeights: readonly number[]
  /** The weight of a refused call in the searches, relative to an allowed one. */
  readonly deniedWeight: number
  readonly memo: Memo
}

/** An objective, its value and its bound as plain numbers. */
export interface Measures extends Pick<Objective, 'calls' | 'isEmpty' | 'mostLists' | 'cutCalls' | 'weigh'> {
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => number
  readonly boundOf: (value: number, effort: Effort, programs?: readonly Program[]) => LowerBound
}

/** What the result of a compilation says about its objective, beside the value. */
export interface ObjectiveNotes extends Pick<ChosenObjective, 'impliedBy'> {
  /** See {@link Objective.cutCalls}; absent where there are none. */
  readonly cutCalls?: readonly string[]
}

/** The notes about `objective`. */
export function objectiveNotes({ impliedBy, cutCalls }: Objective): ObjectiveNotes {
  return {
    ...(impliedBy === undefined ? {} : { impliedBy }),
    ...(cutCalls.length === 0 ? {} : { cutCalls }),
  }
}
