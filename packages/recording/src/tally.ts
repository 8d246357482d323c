import { PolicyError } from '@seccompile/policy'
import { MAX_NUMBER } from './recording.ts'
import type { Sum } from './smallest.ts'

/** A count, with the time of the first and the last. Infinity and -Infinity are no time. */
export interface TimedCount extends Sum<TimedCount> {
  readonly count: number
  readonly first: number
  readonly last: number
  /** Adds `count` calls between `first` and `last`. */
  readonly add: (count: number, first: number, last: number) => void
}

/**
 * The exact sum of two counts.
 * @throws PolicyError where a double does not hold it
 */
export function sumOf(a: number, b: number): number {
  const sum = a + b
  if (sum <= MAX_NUMBER) return sum
  throw new PolicyError('E_NUMBER', `the recordings count more than ${MAX_NUMBER} calls; add fewer of them`)
}

class CallTally implements TimedCount {
  count = 0
  first = Infinity
  last = -Infinity

  add(count: number, first: number, last: number): void {
    this.count = sumOf(this.count, count)
    if (first < this.first) this.first = first
    if (last > this.last) this.last = last
  }

  merge({ count, first, last }: TimedCount): void {
    this.add(count, first, last)
  }
}

/** A count of 0. */
export const tally = (): TimedCount => new CallTally()
