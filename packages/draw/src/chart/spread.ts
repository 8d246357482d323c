/**
 * `wanted`, moved apart to be at least `gap` from each other and in their order, none above `lowest`; where two want the
 * same place, the first comes first.
 */
export function spread(wanted: readonly number[], gap: number, lowest: number): readonly number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]! || a - b)
  const places: number[] = []
  for (const i of order) places.push(Math.max(wanted[i]!, (places.at(-1) ?? -Infinity) + gap))
  // A place that was pushed over the end pushes those before it back.
  for (let at = places.length - 1, limit = lowest; at >= 0; at -= 1, limit = places[at + 1]! - gap)
    places[at] = Math.min(places[at]!, limit)
  const result = Array<number>(wanted.length)
  for (const [rank, i] of order.entries()) result[i] = places[rank]!
  return result
}
