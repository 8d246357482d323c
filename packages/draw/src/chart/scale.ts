/** A linear map from values to pixels. */
export interface Scale {
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
  readonly at: (value: number) => number
}

/** The linear map from `domain` to `range`. A domain of one value maps to the beginning of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [lo, hi] = domain
  const [from, to] = range
  return {
    domain,
    range,
    at: (value) => (hi === lo ? from : from + ((value - lo) / (hi - lo)) * (to - from)),
  }
}

/** Round whole values in `[lo, hi]`, at most about `count`, at a distance of 1, 2 or 5 times a power of ten. */
export function ticks(lo: number, hi: number, count: number = 6): readonly number[] {
  if (!(hi > lo)) return [lo]
  const raw = Math.max(1, (hi - lo) / Math.max(1, count))
  const unit = 10 ** Math.floor(Math.log10(raw))
  const scaled = raw / unit
  const step = unit * (scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10)
  const first = Math.ceil(lo / step)
  return Array.from({ length: Math.floor(hi / step) - first + 1 }, (_, i) => (first + i) * step)
}

/** The map from `domain`, whose values are above 0, to `range` by the logarithm. */
export function logScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [lo, hi] = domain
  const linear = linearScale([Math.log(lo), Math.log(hi)], range)
  return { domain, range, at: (value) => linear.at(Math.log(Math.max(value, lo))) }
}

/** The values 1, 2 and 5 times a power of ten from the last one at or below `lo` to the first one at or above `hi`. */
export function logTicks(lo: number, hi: number): readonly number[] {
  const all: number[] = []
  for (let power = 10 ** Math.floor(Math.log10(lo)); power <= hi * 10; power *= 10)
    all.push(power, 2 * power, 5 * power)
  const first = all.findLastIndex((value) => value <= lo)
  const last = all.findIndex((value) => value >= hi)
  return all.slice(Math.max(0, first), last + 1)
}
