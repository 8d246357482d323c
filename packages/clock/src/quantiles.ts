/** The summary of many measurements of one thing. The minimum is the time without disturbance. */
export interface Quantiles {
  readonly min: number
  /** The first decile: a tenth of the measurements is not above it. */
  readonly p10: number
  readonly median: number
  /** The last decile: a tenth of the measurements is above it. */
  readonly p90: number
  /** The number of measurements. */
  readonly count: number
}

/**
 * The quantiles of `values`. Each quantile is one of the values; between two values, it is the lower one.
 * @throws RangeError for an empty list
 */
export function quantilesOf(values: readonly number[]): Quantiles {
  if (values.length === 0) throw new RangeError('no values have no quantiles')
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!
  return { min: at(0), p10: at(0.1), median: at(0.5), p90: at(0.9), count: sorted.length }
}

/** The median of `values`, which is not empty. */
export function medianOf(values: readonly number[]): number {
  return quantilesOf(values).median
}
