/**
 * `value` with at most `places` decimals, without zeros at the end: `12`, `0.5`, `-3.25`. The text depends on the number
 * alone, not on the machine.
 * @throws RangeError for a value that is not finite, or so large that it has no such form
 */
export function fixed(value: number, places: number = 2): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15)
    throw new RangeError(`a picture has finite numbers below 1e15; got ${value}`)
  const text = value.toFixed(places)
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}

/** `value`, a whole number, with its digits in groups of three: `4,096`. */
export function grouped(value: number): string {
  return fixed(value, 0).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `count` things, with the plural where it is due: `1 call`, `2 calls`. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}
