/** Longer words get no suggestion, so that the time is bounded whatever was typed. */
const LONGEST = 32

/**
 * The candidate that takes the fewest letters inserted, deleted, replaced or swapped with a neighbour to get from
 * `word`, the first of several; undefined where that is more than two, or more than half of the letters.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined
  let limit = Math.min(2, Math.floor(word.length / 2))
  let best: string | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue
    const edits = editsBetween(word, candidate)
    if (edits > limit || (edits === limit && best !== undefined)) continue
    best = candidate
    limit = edits
  }
  return best
}

/** The optimal string alignment distance. */
function editsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const kept = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + kept,
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      )
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
