/* Subcubes of a word: values that some bits tell from all others, and that have one continuation. */
import { cubesOf, upperPart, WORD_BITS } from '@seccompile/diagram'
import type { Node, Store, WeighedBit } from '@seccompile/diagram'
import { WORD_END } from './word-samples.ts'

const MAX_CUBES = 4

/** The bits of a word, as `cubesOf` takes them. */
export const BITS: readonly WeighedBit[] = Array.from({ length: WORD_BITS }, (_, bit) => ({
  bit,
  weight: 1n << BigInt(WORD_BITS - 1 - bit),
}))

/** Values, `(word & mask) == value`, that lead to one continuation. */
export interface Subcube {
  readonly mask: number
  readonly value: number
  readonly to: Node
}

/** Subcubes that lead to one of `exits`, the continuations of `root`. */
export function subcubesOf(store: Store, root: Node, exits: readonly Node[]): readonly Subcube[] {
  const ofWord = upperPart(store, root, WORD_END)
  return exits.flatMap((to) => {
    const leads = ofWord.withExits(ofWord.exits.map((exit) => (exit === to ? store.always : store.never)))
    const cubes = cubesOf(store, leads, BITS, MAX_CUBES) ?? []
    return cubes.map(({ mask, value }) => ({ mask: Number(mask), value: Number(value), to }))
  })
}
