/**
 * "Did you mean": finds the known word nearest to an unknown one.
 *
 * Nearness is the optimal string alignment distance, that is the number of letters to insert, delete, replace or swap
 * with a neighbour. A word is near under two conditions. The edits are at most two, or at most a third of the typed
 * letters if that is more. And at least half of the longer word is unchanged; otherwise every word of two letters
 * would be near every other one. Case does not matter.
 *
 * The time is bounded, since the typed word may be hostile. A text longer than any sensible name gets no suggestion.
 * A candidate whose length already rules it out is not compared. A comparison ends with the first row without a
 * distance within the limit. Exact nearest-word structures (BK-trees, automata) would be faster, but they pay only
 * for lists far longer than the five hundred names here.
 */

import { expectIterable, expectText } from './door.ts'
import { quote } from './quote.ts'

/**
 * The longest typed text with a suggestion. Names of system calls have at most 23 letters, those of actions and
 * capabilities fewer than 30.
 */
const LONGEST = 64
const ALWAYS_NEAR = 2

/** The words to search: a list, or a table with names, such as the table of an ABI. */
export type Candidates = Iterable<string> | { readonly numbers: ReadonlyMap<string, number> }

/**
 * The candidate nearest to `name`; undefined where none is near.
 *
 * Among candidates at the same distance, the one of the same length wins (`fchmodat3` means `fchmodat2` rather than
 * `fchmodat`), then the one that shares more first letters, then the first in the order of code units. A candidate
 * equal to `name` is returned as it is.
 *
 * @param candidates words, in any order, or the table of an ABI
 */
export function suggest(name: string, candidates: Candidates): string | undefined {
  expectText(name, 'name')
  const isTable = typeof candidates === 'object' && candidates !== null && 'numbers' in candidates
  if (!isTable) expectIterable(candidates, 'candidates')
  if (name.length === 0 || name.length > LONGEST) return undefined
  const typed = name.toLowerCase()
  let limit = Math.max(ALWAYS_NEAR, Math.floor(typed.length / 3))
  let best: string | undefined
  for (const candidate of isTable ? candidates.numbers.keys() : candidates) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - typed.length) > limit) continue
    const distance = distanceWithin(typed, candidate.toLowerCase(), limit)
    if (distance === undefined || distance * 2 > Math.max(typed.length, candidate.length)) continue
    if (distance < limit || best === undefined || isBetter(candidate, best, name)) best = candidate
    limit = distance
  }
  return best
}

/**
 * The end of a message about an unknown `word`: `; did you mean "read"?`, or `otherwise` where no candidate is
 * near.
 * @param candidates as for {@link suggest}
 */
export function didYouMean(word: string, candidates: Candidates, otherwise: string = ''): string {
  const near = suggest(word, candidates)
  return near === undefined ? otherwise : `; did you mean ${quote(near)}?`
}

/**
 * The candidate that `word` misspells: they differ in case only, or by one letter that was added, left out, replaced
 * or swapped with a neighbour; `undefined` where there is none.
 */
export function misspelling(word: string, candidates: Iterable<string>): string | undefined {
  expectText(word, 'word')
  expectIterable(candidates, 'candidates')
  const typed = word.toLowerCase()
  for (const candidate of word.length > LONGEST ? [] : candidates)
    if (distanceWithin(typed, candidate.toLowerCase(), 1) !== undefined) return candidate
  return undefined
}

/** Whether `a` comes before `b`, where both are equally near to the typed `name`. */
function isBetter(a: string, b: string, name: string): boolean {
  const sameLength = Number(a.length === name.length) - Number(b.length === name.length)
  if (sameLength !== 0) return sameLength > 0
  const inCommon = commonStart(a, name) - commonStart(b, name)
  if (inCommon !== 0) return inCommon > 0
  return a < b
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

/** The optimal string alignment distance of two words, undefined where it is more than `limit`. */
function distanceWithin(a: string, b: string, limit: number): number | undefined {
  // Row i has the distances from the first i letters of `a` to each beginning of `b`. A swap looks two rows back.
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cell = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cell = Math.min(cell, at(before, j - 2) + 1)
      }
      row.push(cell)
      least = Math.min(least, cell)
    }
    // A cell of a later row is at least a cell of this row, or, by a swap, one more than a cell of the row before.
    // The least cell of the row before is at most one lower than the least of this row. So every later row exceeds
    // the limit too.
    if (least > limit) return undefined
    before = last
    last = row
  }
  const distance = at(last, b.length)
  return distance <= limit ? distance : undefined
}

/** The distance at `index`. Rows are filled from the left, and read only where they are filled. */
function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity
}
