/** A linear map from values to pixels. */
export interface Scale {
  readonly domain: readonly [number, number]
  readonly range: readonly [number, number]
  readonly at: (value: number) => number
}

/** The linear map that takes `domain` to `range`; a domain of one value goes to the beginning of the range. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [lo, hi] = domain
  const [from, to] = range
  return {
    domain,
    range,
    at: (value) => (hi === lo ? from : from + ((value - lo) / (hi - lo)) * (to - from)),
  }
}

/** Round values in `[lo, hi]`, at most about `count`, a step of 1, 2 or 5 times a power of ten apart. */
export function ticks(lo: number, hi: number, count: number = 6): readonly number[] {
  if (!(hi > lo)) return [lo]
  const raw = (hi - lo) / Math.max(1, count)
  const power = Math.floor(Math.log10(raw))
  // Whole multiples of a whole number, so that no sum of fractions is rounded.
  const unit = 10 ** Math.abs(power)
  const scaled = power < 0 ? raw * unit : raw / unit
  const step = scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10
  const value = (i: number): number => (power < 0 ? (i * step) / unit : i * step * unit)
  const size = value(1)
  const found: number[] = []
  for (let i = Math.ceil(lo / size - 1e-9) + 0; value(i) <= hi + size * 1e-9; i += 1) found.push(value(i))
  return found
}
