import type { Endianness } from '@seccompile/abi'
import { atLeast, callback, endianness as endiannessReader, oneOf, optional } from '@seccompile/abi/shape'
import type { Fields } from '@seccompile/abi/shape'
import type { Range } from '@seccompile/rules'

/**
 * What a range of numbers comes to: allowed whatever the arguments, given another verdict whatever
 * they are, or decided by them.
 */
export type Fate = 'allow' | 'deny' | 'ask'

/** How long to search: for what is good within a moment, or until nothing better can exist. */
export type Effort = 'default' | 'max'

/** The efforts there are. */
export const EFFORTS: readonly Effort[] = ['default', 'max']

/** What one run says to all of its passes. */
export interface RunContext {
  /** Byte order of the machine that the filter is for. */
  readonly endianness: Endianness
  /**
   * How much it matters what calls with a number in `numbers` cost under `arch`, relative to other ranges; 0 to 2^53 - 1.
   * Where a layout has a choice it makes heavy ranges cheap. All of `numbers` have the same `fate`. Additive: the weight
   * of a range is the sum over its parts.
   */
  readonly weigh: (arch: number, numbers: Range<number>, fate: Fate) => number
  /**
   * What one instruction of the program costs, in executed tests of a call of average weight: 0 where only speed
   * counts, large where only size does.
   */
  readonly insnCost: number
  readonly effort: Effort
  /** Most instructions that any call may execute, where that can be had; `Infinity` where it does not matter. */
  readonly maxPath: number
}

/** A {@link RunContext} as far as it is told. */
export type PartialContext = { readonly [K in keyof RunContext]?: RunContext[K] | undefined }

/** The readers of a {@link PartialContext}. */
export const CONTEXT_FIELDS: Fields<PartialContext> = {
  endianness: optional(endiannessReader),
  weigh: optional(callback()),
  insnCost: optional(atLeast(0)),
  effort: optional(oneOf(EFFORTS)),
  maxPath: optional(atLeast(0)),
}

/** Past the newest call of any ABI; wider ranges are not calls that anyone makes. */
const WIDEST = 1024

/** What a denied call weighs against an allowed one: enough to choose between layouts that serve those alike. */
export const DENIED_WEIGHT: number = 2 ** -20

/** `weigh`, which throws a RangeError where it yields no weight: searches would compare with it to no end. */
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
 * The context of which `told` says some: `little`, no price, the default effort and no longest path unless told. Every
 * number weighs 1 unless told, up to 1024 for a range, and a millionth (2^-20) of that where it is denied.
 */
export function runContext(told: PartialContext): RunContext {
  const { endianness = 'little', weigh = weighByWidth, insnCost = 0 } = told
  const { effort = 'default', maxPath = Infinity } = told
  return { endianness, weigh: checked(weigh), insnCost, effort, maxPath }
}
