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
