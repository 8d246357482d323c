import type { BenchMode } from './bench-subject.ts'

/** How far two measurements of one filter were apart. Without noise they would be equal. */
export interface BenchNoise {
  readonly mode: BenchMode | 'attach'
  /** The mean and the worst distance of the ratio from 1, over all that was timed. */
  readonly mean: number
  readonly worst: number
}

/** The order of turns: one for each of `count` filters, forwards, then backwards, and so on. */
export function turns(count: number, rounds: number): readonly number[] {
  const forwards = Array.from({ length: count }, (_, i) => i)
  return Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? forwards : forwards.toReversed(),
  ).flat()
}

/** The noise, from the ratios of a filter that took part twice. */
export function noiseOf(mode: BenchNoise['mode'], ratios: readonly number[]): BenchNoise {
  const apart = ratios.map((one) => Math.abs(one - 1))
  return { mode, mean: apart.reduce((sum, one) => sum + one, 0) / apart.length, worst: Math.max(...apart) }
}
