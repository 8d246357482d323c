/* Subcubes of a word: sets of values with one continuation that some bits distinguish from all other values. */
import { cubesOf, upperPart, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store, WeighedBit } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

const MAX_CUBES = 4

/** The bits of a word in the form that `cubesOf` takes. */
export const BITS: readonly WeighedBit[] = Array.from({ length: WORD_BITS }, (_, bit) => ({
  bit,
  weight: 1n << BigInt(WORD_BITS - 1 - bit),
}))

/** The values with `(word & mask) == value`, all of which lead to one continuation. */
export interface Subcube {
  readonly mask: number
  readonly value: number
  readonly to: Node
}

/** The subcubes that lead to one of `exits`, which are continuations of `root`. */
export function subcubesOf(store: Store, root: Node, exits: readonly Node[]): readonly Subcube[] {
  const ofWord = upperPart(store, root, WORD_END)
  return exits.flatMap((to) => {
    const leads = ofWord.withExits(ofWord.exits.map((exit) => (exit === to ? store.always : store.never)))
    const cubes = cubesOf(store, leads, BITS, MAX_CUBES) ?? []
    return cubes.map(({ mask, value }) => ({ mask: Number(mask), value: Number(value), to }))
  })
}
