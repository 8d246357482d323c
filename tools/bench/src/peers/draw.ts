/* Numbers that look random and are the same in every run: each name has a sequence of its own. */

/** Draws from one sequence. */
export interface RandomDraw {
  /** A number from 0 to below `bound`. */
  readonly below: (bound: number) => number
  /** `count` different items of `list`, in the order of the list. */
  readonly some: <T>(list: readonly T[], count: number) => readonly T[]
  /** `count` different numbers below 2^32, ascending. */
  readonly words: (count: number) => readonly number[]
}

/** The 32-bit FNV-1a hash of `text`. @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let state = 0x811c_9dc5
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 0x0100_0193) >>> 0
  return state
}

/** The sequence of `name`. @see Numerical Recipes, "An Even Quicker Generator" */
export function drawFor(name: string): RandomDraw {
  let state = hash(name)
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return {
    below,
    some: (list, count) => {
      const left = list.map((_, place) => place)
      const places = Array.from({ length: Math.min(count, list.length) }, () => {
        const [place] = left.splice(below(left.length), 1)
        return place!
      })
      return places.sort((a, b) => a - b).map((place) => list[place]!)
    },
    words: (count) => {
      const found = new Set<number>()
      while (found.size < count) found.add(((below(2 ** 16) << 16) | below(2 ** 16)) >>> 0)
      return [...found].sort((a, b) => a - b)
    },
  }
}
