import type { BenchMode } from './subject.ts'

/** The difference between two measurements of one filter. Without noise it would be zero. */
export interface BenchNoise {
  readonly mode: BenchMode | 'attach'
  /** The mean and the worst distance of the ratio from 1, over all timed calls. */
  readonly mean: number
  readonly worst: number
}

/** Random numbers from 0 to below a limit, the same in every run: xorshift32 (Marsaglia 2003). */
function randomBelow(): (limit: number) => number {
  let state = 0x9e37_79b9
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

/**
 * The order of turns: in each round one turn for each of `count` filters, in a new random order. A turn leaves traces
 * in caches and in the kernel's memory for the next turn. With one fixed order, an attachment of the same filter took
 * a tenth longer after one filter than after another.
 */
export function turns(count: number, rounds: number): readonly number[] {
  const below = randomBelow()
  return Array.from({ length: rounds }, () => {
    const round = Array.from({ length: count }, (_, i) => i)
    for (let i = count - 1; i > 0; i--) {
      const j = below(i + 1)
      ;[round[i], round[j]] = [round[j]!, round[i]!]
    }
    return round
  }).flat()
}

/** The noise, from the ratios of a filter that takes part twice. */
export function noiseOf(mode: BenchNoise['mode'], ratios: readonly number[]): BenchNoise {
  const apart = ratios.map((one) => Math.abs(one - 1))
  return { mode, mean: apart.reduce((sum, one) => sum + one, 0) / apart.length, worst: Math.max(...apart) }
}
