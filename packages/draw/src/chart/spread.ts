/**
 * `wanted` places, moved so that they are at least `gap` apart, in the same order, and none above `lowest`. For two
 * equal places, the first stays first.
 */
export function spread(wanted: readonly number[], gap: number, lowest: number): readonly number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b)
  const places: number[] = []
  for (const i of order) places.push(Math.max(wanted[i]!, (places.at(-1) ?? -Infinity) + gap))
  // A place beyond the end moves back, and pushes the places before it back.
  for (let at = places.length - 1, limit = lowest; at >= 0; at -= 1, limit = places[at + 1]! - gap)
    places[at] = Math.min(places[at]!, limit)
  const result = Array<number>(wanted.length)
  for (const [rank, i] of order.entries()) result[i] = places[rank]!
  return result
}
