/*
 * What a compilation minimises, as the weights of calls, and how well it did, as a number.
 *
 * `uniform` counts the instructions that allowed calls execute, each call alike; `weights` the same by how often calls are
 * made. `bitmap` is about the calls that the kernel's allow bitmap does not take (mean-objective.ts), and `attach` about
 * what the kernel emulates to fill it (attach-objective.ts).
 */
import type { Endianness, Program } from '@seccompile/abi'
import { listOf, read } from '@seccompile/abi/shape'
import { createMemo } from '@seccompile/pass'
import type { Effort, Memo, PassContext } from '@seccompile/pass'
import type { LowerBound } from '@seccompile/pass-bst'
import { PolicyError, quote } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { callShares, serverProfile } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { attachObjective } from './attach-objective.ts'
import { allowedCalls, meanObjective, uncachedCalls } from './mean-objective.ts'
import { objectiveOptions } from './options.ts'
import type { ObjectiveKind, ObjectiveOptions } from './options.ts'
import { X32 } from './weigh.ts'

/** How well a filter does. */
export interface ObjectiveValue {
  readonly kind: ObjectiveKind
  /** Instructions: a mean of those executed, or for `attach` the sum. 0 where there is no call to take it over. */
  readonly value: number
}

/** What no filter can do better than, and how close one comes. */
export interface ObjectiveBound {
  /** The least value that a filter can have; see `lowerBound` of `@seccompile/pass-bst` for which filters these are. */
  readonly bound: number
  /** Whether some program of that kind executes no more; known only with all effort, where no call that counts is tested further. */
  readonly exact: boolean
  /** How much more the value is than the bound. */
  readonly gap: number
}

/** What to minimise for some rules. */
export interface Objective {
  readonly kind: ObjectiveKind
  /** How many calls a value is summed up over: 1 where it is a mean. */
  readonly calls: number
  readonly weigh: PassContext['weigh']
  /** How well `programs` do, of which every call executes all. */
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => ObjectiveValue
  /** How close a filter with `value` comes to the best. */
  readonly boundOf: (value: number, effort: Effort) => ObjectiveBound
}

/** What an objective is made for. */
export interface Subject {
  readonly rules: RuleSet
  readonly abis: readonly AbiTable[]
  /** The weight of a call, by its name. */
  readonly weightOf: (name: string) => number
  /** By the place of the ABI; the heaviest weighs 1. */
  readonly abiWeights: readonly number[]
  readonly memo: Memo
}

/** An objective, its value and its bound as plain numbers. */
export interface Measures extends Pick<Objective, 'calls' | 'weigh'> {
  readonly valueOf: (programs: readonly Program[], endianness: Endianness) => number
  readonly boundOf: (effort: Effort) => LowerBound
}

interface Definition {
  readonly measures: (subject: Subject) => Measures
  /** Whether counts of calls have a say, and which stand in where there are none. */
  readonly takesWeights: boolean
  readonly ownWeights?: CallCounts
}

const DEFINITIONS: Readonly<Record<ObjectiveKind, Definition>> = {
  uniform: { measures: meanObjective(allowedCalls), takesWeights: false },
  weights: { measures: meanObjective(allowedCalls), takesWeights: true, ownWeights: serverProfile },
  bitmap: { measures: meanObjective(uncachedCalls), takesWeights: true },
  attach: { measures: attachObjective, takesWeights: false },
}

/** Of all calls that are made, the weight of one that was not counted. */
const UNCOUNTED = 1e-4

/** Yields the weight of a call by its name: all weigh 1 where there are no counts. */
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
  // Whatever their unit: weights become multiples of a quantum later.
  return weights.map((weight) => weight / most)
}

/**
 * What `wanted`, options, ask to minimise for `rules` on the ABIs of `tables`.
 *
 * @param memo - what a compilation of the same rules shares
 * @throws PolicyError where one is wrong or unknown, or two of them do not go together; TypeError where an ABI is no table
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
  const kind = options.objective ?? (weights === undefined ? 'uniform' : 'weights')
  const { measures, takesWeights, ownWeights } = DEFINITIONS[kind]
  if (weights !== undefined && !takesWeights)
    throw new PolicyError(
      'E_CONFLICT',
      `the objective ${kind} takes no weights; leave them out, or minimise "weights"`,
    )
  if (abiWeights !== undefined && kind === 'attach')
    throw new PolicyError(
      'E_CONFLICT',
      'the objective attach counts numbers, whatever their ABI weighs; leave its weight out',
    )
  const { calls, weigh, valueOf, boundOf } = measures({
    rules,
    abis,
    weightOf: weigher(weights ?? ownWeights),
    abiWeights: abiWeightsOf(abis, abiWeights),
    memo,
  })
  return {
    kind,
    calls,
    weigh,
    valueOf: (programs, endianness) => ({ kind, value: valueOf(programs, endianness) }),
    boundOf: (value, effort) => {
      const { steps: bound, exact } = boundOf(effort)
      return { bound, exact, gap: value - bound }
    },
  }
}
