/** The summary of many measurements of one thing. The minimum is its time without disturbance. */
export interface Quantiles {
  readonly min: number
  /** A tenth was not above this. */
  readonly p10: number
  readonly median: number
  /** A tenth was above this. */
  readonly p90: number
  /** How many measurements. */
  readonly count: number
}

/**
 * The quantiles of `values`, of which there is at least one: each is one of them, the lower where it lies between two.
 * @throws RangeError where there is none
 */
export function quantilesOf(values: readonly number[]): Quantiles {
  if (values.length === 0) throw new RangeError('no values have no quantiles')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!
  return { min: at(0), p10: at(0.1), median: at(0.5), p90: at(0.9), count: sorted.length }
}

/** The median of `values`, of which there is at least one. */
export function medianOf(values: readonly number[]): number {
  return quantilesOf(values).median
}
