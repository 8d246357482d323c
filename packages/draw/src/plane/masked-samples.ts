/*
 * A value for each class of an argument that is tested under several masks.
 *
 * The values are built bit by bit, the highest bit first. The bits so far, a beginning, bound the masked value from
 * both sides, under each mask. If both bounds lie in one interval, the lower bits change no answer under that mask.
 * Two beginnings are alike if, under each mask, they have the same answer, or have an open answer and the same bits.
 * One of them is kept. No class is missed unless there are too many beginnings.
 */
import { intervalIndex } from './intervals.ts'
import type { MaskIntervals } from './intervals.ts'

/** Most beginnings that are kept. */
const MOST_BEGINNINGS = 1024

const HIGHEST_BIT = 1n << 63n

/** The part of `value` that matters to the tests, whatever bits of `lower` are added to it. */
const stateOf = (all: readonly MaskIntervals[], value: bigint, lower: bigint): string =>
  all
    .map((each) => {
      const least = value & each.mask
      const first = intervalIndex(each, least)
      const last = intervalIndex(each, least | (lower & each.mask))
      return first === last ? each.intervals[first]!.answers : `:${least}`
    })
    .join(' ')

/** The least values of classes, in order, and whether every class has a value in the list. */
export interface Samples {
  readonly samples: readonly bigint[]
  readonly isComplete: boolean
}

/** A value of 64 bits for each set of answers that the tests of `all` can have together. */
export function maskedSamples(all: readonly MaskIntervals[]): Samples {
  const tested = all.reduce((bits, { mask }) => bits | mask, 0n)
  let beginnings: readonly bigint[] = [0n]
  let isComplete = true
  for (let bit = HIGHEST_BIT; bit > 0n; bit >>= 1n) {
    if ((tested & bit) === 0n) continue
    const next = new Map<string, bigint>()
    for (const value of beginnings.flatMap((beginning) => [beginning, beginning | bit])) {
      const state = stateOf(all, value, bit - 1n)
      if (!next.has(state)) next.set(state, value)
    }
    isComplete &&= next.size <= MOST_BEGINNINGS
    beginnings = [...next.values()].slice(0, MOST_BEGINNINGS)
  }
  return { samples: beginnings, isComplete }
}
