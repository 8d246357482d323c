import type { Endianness } from '@seccompile/abi'
import type { Range } from '@seccompile/rules'
import { atLeast, callback, endianness as endiannessReader, oneOf, optional } from '@seccompile/shape'
import type { Fields } from '@seccompile/shape'
import type { Memo } from './memo.ts'

/**
 * The fate of a range of numbers: allowed whatever the arguments, given another verdict whatever the arguments,
 * or decided by the arguments.
 */
export type Fate = 'allow' | 'deny' | 'ask'

/**
 * How long to search: `default` stops within a moment at a good result, `max` searches until no result can be better.
 */
export type Effort = 'default' | 'max'

/** All efforts. */
export const EFFORTS: readonly Effort[] = ['default', 'max']

/** The settings of one run, the same for all of its passes. */
export interface RunContext {
  /** Byte order of the machine that the filter is for. */
  readonly endianness: Endianness
  /**
   * The weight of calls with a number in `numbers` under `arch`, relative to other ranges; 0 to 2^53 - 1. A
   * layout makes heavy ranges cheap where it has a choice. All of `numbers` have the same `fate`. The weight is
   * additive: that of a range is the sum of the weights of its parts.
   */
  readonly weigh: (arch: number, numbers: Range<number>, fate: Fate) => number
  /**
   * The cost of one instruction of the program, in executed tests of a call of average weight: 0 if only speed
   * counts, large if only size counts.
   */
  readonly insnCost: number
  /** `insnCost` for passes that lay the tests of arguments out. By default it is `insnCost`. */
  readonly argInsnCost: number
  readonly effort: Effort
  /** Most instructions that any call should execute, if that is possible; `Infinity` if it does not matter. */
  readonly maxPath: number
}

/** A {@link RunContext} whose fields may be absent. */
export type PartialContext = { readonly [K in keyof RunContext]?: RunContext[K] | undefined }

/** The readers of a {@link PartialContext}. */
export const CONTEXT_FIELDS: Fields<PartialContext> = {
  endianness: optional(endiannessReader),
  weigh: optional(callback()),
  insnCost: optional(atLeast(0)),
  argInsnCost: optional(atLeast(0)),
  effort: optional(oneOf(EFFORTS)),
  maxPath: optional(atLeast(0)),
}

/** A default weight counts at most this many numbers of a range: no ABI has as many calls. */
const WIDEST = 1024

/**
 * The default weight of a denied call, that of an allowed one being 1. It decides between layouts that are about equal for
 * allowed calls.
 */
export const DENIED_WEIGHT: number = 2 ** -15

/**
 * `weigh` with a check of its results: a RangeError for a value that is no weight. A search that compares such values
 * may never end.
 */
function checked(weigh: RunContext['weigh']): RunContext['weigh'] {
  return (arch, { lo, hi }, fate) => {
    const weight = weigh(arch, { lo, hi }, fate)
    if (weight >= 0 && weight <= Number.MAX_SAFE_INTEGER) return weight
    throw new RangeError(
      `weigh() yields ${weight} for ${lo} to ${hi}; expected a number from 0 to ${Number.MAX_SAFE_INTEGER}`,
    )
  }
}

function weighByWidth(_arch: number, { lo, hi }: Range<number>, fate: Fate): number {
  return Math.min(hi - lo + 1, WIDEST) * (fate === 'deny' ? DENIED_WEIGHT : 1)
}

/**
 * The context with the fields of `told`. An absent field is `little`, cost 0, the default effort, or no limit
 * of the path. Without `weigh`, every number weighs 1, and a range at most 1024; a denied range weighs
 * {@link DENIED_WEIGHT} of that. Runs with one `memo` and one `weigh` have one `weigh` in their contexts.
 */
export function runContext(told: PartialContext, memo: Memo): RunContext {
  const { endianness = 'little', weigh = weighByWidth, insnCost = 0 } = told
  const { argInsnCost = insnCost, effort = 'default', maxPath = Infinity } = told
  return { endianness, weigh: memo(checked, weigh), insnCost, argInsnCost, effort, maxPath }
}
