/*
 * The objective of a compilation. It gives the passes the weights of calls, by which they minimise, and it gives each
 * program a value.
 *
 * `uniform` is the mean of executed instructions over allowed calls. `weights` is the same mean, weighted by how often
 * calls are made. `bitmap` is the mean over calls that are not in the allow bitmap (mean-objective.ts). `attach` is the
 * number of instructions that the kernel emulates to fill the allow bitmap for the ABIs of the filter (attach-objective.ts).
 */
import { createMemo, DENIED_WEIGHT } from '@seccompile/pass'
import type { Memo } from '@seccompile/pass'
import { PolicyError } from '@seccompile/policy'
import type { RuleSet } from '@seccompile/rules'
import { expectFunction, expectObject, listOf, quote, read, shown } from '@seccompile/shape'
import { tableReader } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { argumentShares, callShares, serverProfile } from '@seccompile/weights'
import type { CallCounts } from '@seccompile/weights'
import { attachObjective } from './attach-objective.ts'
import { chosenObjective } from './default-objective.ts'
import { allowedCalls, meanObjective, uncachedCalls } from './mean-objective.ts'
import type { Measures, Objective, ObjectiveBasis } from './measures.ts'
import { objectiveOptions } from './options.ts'
import type { ObjectiveKind, ObjectiveOptions } from './options.ts'
import { X32 } from './weigh.ts'

interface Definition {
  readonly measures: (subject: ObjectiveBasis) => Measures
  /** Whether the objective reads counts of calls, and its counts where the options have none. */
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

/** The weight of refused calls, checked; the default where there is none. @throws PolicyError where it is out of bounds */
function deniedWeightOf(weight: number = DENIED_WEIGHT): number {
  if (typeof weight === 'number' && weight >= 0 && weight <= 1) return weight
  throw new PolicyError(
    'E_NUMBER',
    `weight of refused calls is ${shown(weight)}; expected a number from 0 to 1`,
  )
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
  expectObject(rules, 'rules', 'sections', 'badArch')
  expectFunction(memo, 'memo')
  const options = objectiveOptions(wanted)
  const abis = read(listOf(tableReader), tables, 'abis')
  const { weights, argumentCounts, abiWeights, deniedWeight } = options
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
  if (argumentCounts !== undefined && kind === 'attach')
    throw new PolicyError(
      'E_CONFLICT',
      'the objective attach looks at no arguments; leave the counts of arguments out',
    )
  if (deniedWeight !== undefined && kind === 'attach')
    throw new PolicyError(
      'E_CONFLICT',
      'the objective attach weighs every call alike; leave the weight of refused calls out',
    )
  const shares = argumentShares(argumentCounts ?? {})
  const { calls, isEmpty, mostLists, cutCalls, weigh, valueOf, boundOf } = measures({
    rules,
    abis,
    weightOf: weigher(weights ?? ownWeights),
    sharesOf: (name) => shares.get(name),
    abiWeights: abiWeightsOf(abis, abiWeights),
    deniedWeight: deniedWeightOf(deniedWeight),
    memo,
  })
  // Where the bitmap has every call that the policy names, every layout has the value 0.
  if (chosen.impliedBy !== undefined && isEmpty)
    return objectiveOf(rules, abis, { objective: 'uniform', argumentCounts, abiWeights, deniedWeight }, memo)
  return {
    kind,
    ...(chosen.impliedBy === undefined ? {} : { impliedBy: chosen.impliedBy }),
    calls,
    isEmpty,
    mostLists,
    cutCalls,
    weigh,
    valueOf: (programs, endianness) => ({ kind, value: valueOf(programs, endianness) }),
    boundOf: (value, effort, programs) => {
      const { steps: bound, exact } = boundOf(value, effort, programs)
      return { bound, exact, gap: value - bound }
    },
  }
}
