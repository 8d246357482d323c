/* Numbers that look random, and are the same for one seed: an input is named by seed, reader and index. */

/** Draws from a sequence. */
export interface RandomDraws {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number
  /** One of `items`, which are not empty. */
  readonly oneOf: <T>(items: readonly T[]) => T
}

/** The sequence of the text `name`. @see Marsaglia, "Xorshift RNGs", 2003: the 32-bit generator */
export function randomOf(name: string): RandomDraws {
  let state = 0x811c_9dc5
  for (const character of name) state = Math.imul(state ^ character.codePointAt(0)!, 0x0100_0193) >>> 0
  if (state === 0) state = 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state = (state ^ (state << 5)) >>> 0
    return state
  }
  for (let i = 0; i < 8; i += 1) next() // the first numbers of similar names are alike
  const below = (end: number): number => next() % end
  return { below, oneOf: (items) => items[below(items.length)]! }
}
