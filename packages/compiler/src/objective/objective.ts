/*
 * The objective of a compilation. Weights of calls tell the passes what to minimise, and a value tells how good a
 * program is.
 *
 * `uniform` is the mean of executed instructions over allowed calls. `weights` is the same mean, weighted by how often
 * calls are made. `bitmap` is the mean over calls that are not in the allow bitmap (mean-objective.ts). `attach` is the
 * number of instructions that the kernel emulates to fill the allow bitmap for the ABIs of the filter (attach-objective.ts).
 */
import type { Endianness, Program } from '@seccompile/abi'
import { listOf, read } from '@seccompile/abi/shape'
import { createMemo } from '@seccompile/pass'
import type { Effort, Memo, PassContext } from '@seccompile/pass'
import type { LowerBound } from '@seccompile/lower-bound'
import { PolicyError, quote } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callShares, serverProfile } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { attachObjective } from './attach-objective.ts'
import { chosenObjective } from './default-objective.ts'
import type { ChosenObjective } from './default-objective.ts'
import { allowedCalls, meanObjective, uncachedCalls } from './mean-objective.ts'
import { objectiveOptions } from './options.ts'
import type { ObjectiveKind, ObjectiveOptions } from './options.ts'
import { X32 } from './weigh.ts'

/** The value of an objective for a filter. */
export interface ObjectiveValue {
  readonly kind: ObjectiveKind
  /** Instructions: the mean of executed ones, or for `attach` the sum. 0 where no call counts. */
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
   * Whether some filter of that kind is known to execute as few. None is known for a mean where arguments of counted calls are
   * tested.
   */
  readonly exact: boolean
  /** The value minus the bound. */
  readonly gap: number
}

/** An objective for some rules. */
export interface Objective extends ChosenObjective {
  /** The number of calls that a value is the sum of; 1 where the value is a mean. */
  readonly calls: number
  /** Whether it counts no call of the rules, so that its value is 0 for every filter. */
  readonly isEmpty: boolean
  readonly weigh: PassContext['weigh']
  /**
   * Weights of only the calls that the value counts, where these are others: `weigh` counts a call whose arguments decide
   * also where it is refused with all arguments 0, since programs make it with other arguments.
   */
  readonly weighCounted: PassContext['weigh'] | undefined
  /** The value of a stack of `programs`: every call executes all of them. */
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => ObjectiveValue
  /**
   * The bound, and the gap of a filter with `value`. Under `bitmap`, a call that every argument allows counts where `programs`
   * test its arguments, since it is then outside the bitmap; without `programs` it does not.
   */
  readonly boundOf: (value: number, effort: Effort, programs?: readonly Program[]) => ObjectiveBound
}

/** The rules, ABIs and weights that an objective is made for. */
export interface Subject {
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
  /** The weight of a call, by its name. */
  readonly weightOf: (name: string) => number
  /** The weight of each ABI, in the order of `abis`; the heaviest weighs 1. */
  readonly abiWeights: readonly number[]
  readonly memo: Memo
}

/** An objective, its value and its bound as plain numbers. */
export interface Measures extends Pick<Objective, 'calls' | 'isEmpty' | 'weigh' | 'weighCounted'> {
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => number
  readonly boundOf: (value: number, effort: Effort, programs?: readonly Program[]) => LowerBound
}

interface Definition {
  readonly measures: (subject: Subject) => Measures
  /** Whether the objective reads counts of calls, and the counts that it has where the options have none. */
  readonly takesWeights: boolean
  readonly ownWeights?: CallCounts
}

const DEFINITIONS: Readonly<Record<ObjectiveKind, Definition>> = {
  uniform: { measures: meanObjective(allowedCalls), takesWeights: false },
  weights: { measures: meanObjective(allowedCalls), takesWeights: true, ownWeights: serverProfile },
  bitmap: { measures: meanObjective(uncachedCalls), takesWeights: true },
  attach: { measures: attachObjective, takesWeights: false },
}

/** The weight of a call without a count; all calls together weigh 1. */
const UNCOUNTED = 1e-4

/** A function from the name of a call to its weight: every call weighs 1 where there are no counts. */
function weigher(counts: CallCounts | undefined): (name: string) => number {
  if (counts === undefined) return () => 1
  const shares = callShares(counts)
  return (name) => shares.get(name) ?? UNCOUNTED
}

function abiWeightsOf(
  abis: readonly AbiTable[],
  given: ObjectiveOptions['abiWeights'] = {},
): readonly number[] {
  const tokens = abis.map(({ token }) => token)
  for (const [token, weight] of Object.entries(given)) {
    if (!tokens.some((known) => known === token))
      throw new PolicyError(
        'E_TARGET',
        `a weight is given for the ABI ${quote(token)}, which is not among those of the target: ${tokens.join(', ')}`,
      )
    if (!(typeof weight === 'number' && weight >= 0 && weight <= Number.MAX_SAFE_INTEGER))
      throw new PolicyError(
        'E_NUMBER',
        `weight of the ABI ${token} is ${weight}; expected a number from 0 to ${Number.MAX_SAFE_INTEGER}`,
      )
  }
  const weights = tokens.map((token) =>
    Object.hasOwn(given, token) ? given[token]! : token === 'x32' ? X32 : 1,
  )
  const most = Math.max(...weights)
  if (most === 0) throw new PolicyError('E_NUMBER', 'every ABI weighs 0; at least one has to weigh more')
  // The unit of the weights must not matter: later, weights become multiples of a quantum.
  return weights.map((weight) => weight / most)
}

/**
 * The objective that the options `wanted` name, for `rules` on the ABIs of `tables`.
 *
 * @param memo - the memo of a compilation of the same rules
 * @throws PolicyError where an option is wrong or unknown, or two options exclude each other; TypeError where an ABI is no
 * table
 */
export function objectiveOf(
  rules: RuleSet,
  tables: readonly AbiTable[],
  wanted: ObjectiveOptions = {},
  memo: Memo = createMemo(),
): Objective {
  const options = objectiveOptions(wanted)
  const abis = read(listOf(tableReader), tables, 'abis')
  const { weights, abiWeights } = options
  const chosen = chosenObjective(options)
  const { kind } = chosen
  const { measures, takesWeights, ownWeights } = DEFINITIONS[kind]
  if (weights !== undefined && !takesWeights)
    throw new PolicyError(
      'E_CONFLICT',
      `the objective ${kind} takes no weights; leave them out, or minimise "weights"`,
    )
  if (abiWeights !== undefined && kind === 'attach')
    throw new PolicyError('E_CONFLICT', 'the objective attach does not weigh ABIs; leave their weights out')
  const { calls, isEmpty, weigh, weighCounted, valueOf, boundOf } = measures({
    rules,
    abis,
    weightOf: weigher(weights ?? ownWeights),
    abiWeights: abiWeightsOf(abis, abiWeights),
    memo,
  })
  // Where the bitmap takes every call that the policy names, all layouts have the value 0.
  if (chosen.impliedBy !== undefined && isEmpty)
    return objectiveOf(rules, abis, { objective: 'uniform', abiWeights }, memo)
  return {
    kind,
    ...(chosen.impliedBy === undefined ? {} : { impliedBy: chosen.impliedBy }),
    calls,
    isEmpty,
    weigh,
    weighCounted,
    valueOf: (programs, endianness) => ({ kind, value: valueOf(programs, endianness) }),
    boundOf: (value, effort, programs) => {
      const { steps: bound, exact } = boundOf(value, effort, programs)
      return { bound, exact, gap: value - bound }
    },
  }
}
