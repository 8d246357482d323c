/*
 * Collects tests of the same words for single values, as one set of values.
 *
 * A row of such tests is a disjunction: each test that holds leads to the same exit. If the tests were joined one
 * after the other, each value would copy the nodes on the way to its place in the diagram. Sorted values become a
 * diagram in one walk.
 */
import { WHOLE_WORD } from '@seccompile/decision'
import type { Decision } from '@seccompile/decision'
import { cellsNode } from '@seccompile/diagram'
import type { DiagramCell, Node } from '@seccompile/diagram'
import type { ArgumentWords } from '@seccompile/outcomes'
import type { ArgumentPart } from './argument-part.ts'

const MAX_U32 = 0xffff_ffff

/** Some words, and a value for each. */
interface WordValues {
  /** The places of the words in the diagram, ascending. */
  readonly places: readonly number[]
  readonly values: readonly number[]
}

/**
 * The words that `piece` compares with one value each, where a call takes its exit only if all of them are equal;
 * `undefined` where the piece is another condition.
 * @param next - where the piece leads if a word is not equal
 */
function valuesOf({ placeOf }: ArgumentWords, piece: ArgumentPart, next: Decision): WordValues | undefined {
  const places: number[] = []
  const values: number[] = []
  for (const [at, { word, mask, op, k, then, else: otherwise }] of piece.entries()) {
    const place = placeOf(word)
    const isChained = otherwise === next && (at === piece.length - 1 ? then !== next : then === piece[at + 1])
    if (op !== 'eq' || mask !== WHOLE_WORD || !isChained || place <= (places.at(-1) ?? -1)) return undefined
    places.push(place)
    values.push(k)
  }
  return { places, values }
}

/** The predicate that the words at `places`, from index `at` on, have the values of one of `sets`. */
function setNode(
  words: ArgumentWords,
  places: readonly number[],
  sets: readonly (readonly number[])[],
  at: number,
): Node {
  const { store } = words
  const place = places[at]
  if (place === undefined) return store.always
  const byValue = new Map<number, (readonly number[])[]>()
  for (const values of sets) {
    const alike = byValue.get(values[at]!)
    if (alike === undefined) byValue.set(values[at]!, [values])
    else alike.push(values)
  }
  const cells: DiagramCell[] = []
  let from = 0
  for (const [k, alike] of [...byValue].sort(([a], [b]) => a - b)) {
    if (from < k) cells.push({ lo: from, hi: k - 1, to: store.never })
    cells.push({ lo: k, hi: k, to: setNode(words, places, alike, at + 1) })
    from = k + 1
  }
  if (from <= MAX_U32) cells.push({ lo: from, hi: MAX_U32, to: store.never })
  return cellsNode(store, place, WHOLE_WORD, cells)
}

/** Collects pieces that compare words with values, and yields the sets of these values as predicates. */
export class ValueSets {
  readonly #words: ArgumentWords
  readonly #sets = new Map<
    string,
    { readonly places: readonly number[]; readonly sets: (readonly number[])[] }
  >()

  constructor(words: ArgumentWords) {
    this.#words = words
  }

  /** Adds `piece`, which leads to `next` or to one exit; `false` where it does not compare words with values. */
  add(piece: ArgumentPart, next: Decision): boolean {
    const found = valuesOf(this.#words, piece, next)
    if (found === undefined) return false
    const key = found.places.join()
    const known = this.#sets.get(key)
    if (known === undefined) this.#sets.set(key, { places: found.places, sets: [found.values] })
    else known.sets.push(found.values)
    return true
  }

  /** For each set of words, the predicate that these words have the values of some piece. */
  predicates(): readonly Node[] {
    return [...this.#sets.values()].map(({ places, sets }) => setNode(this.#words, places, sets, 0))
  }
}
