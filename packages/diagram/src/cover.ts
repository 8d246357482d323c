/*
 * A set of numbers as few cubes: an irredundant sum of products (Minato 1992, after Morreale 1970).
 *
 * Each path of a diagram to 1 is a cube too. But these cubes are disjoint, so there are more of them, and they ask
 * more bits than needed. The predicate "bit 0 or bit 9" has a path for bit 0 set, and another one for bit 0 clear and
 * bit 9 set. Cubes that may overlap need only one bit each. The algorithm keeps two bounds: the numbers that must be
 * covered, and the numbers that may be covered. At each bit, the algorithm first covers the numbers that need the bit
 * as 0, and the numbers that need the bit as 1. Cubes that do not ask the bit cover the other numbers.
 */
import { MOST_NODES } from './store.ts'
import type { Node, Store } from './store.ts'
import type { WeighedBit } from './sets.ts'

/** Numbers whose bits under `mask` are those of `value`. */
export interface Cube {
  readonly mask: bigint
  readonly value: bigint
}

/** Cubes as a tree of bits, and the predicate of the numbers that lie in at least one of them. */
interface Cover {
  readonly count: number
  readonly node: Node
  /**
   * The cubes that ask `bit` as 0, those that ask it as 1, and those that do not ask it; absent for a cover that is
   * empty, or that is one cube of all numbers.
   */
  readonly by:
    { readonly bit: number; readonly zero: Cover; readonly one: Cover; readonly both: Cover } | undefined
}

/** The most pairs of bounds to visit, for each cube that the caller accepts. */
const WORK_PER_CUBE = 64

/**
 * Cubes that together hold exactly the numbers for which `predicate` is 1; none of them is redundant. `undefined`
 * where a part of the set needs more than `most` cubes, or the search takes too long. A number is the sum of the
 * weights of its set bits.
 * @throws RangeError where `predicate` asks a bit that is not in `bits`
 * @throws DiagramLimitError where the store is full
 */
export function cubesOf(
  store: Store,
  predicate: Node,
  bits: readonly WeighedBit[],
  most: number,
): readonly Cube[] | undefined {
  const { ite, never, always, bitOf, zeroOf, oneOf } = store
  const weights = new Map(bits.map(({ bit, weight }) => [bit, weight] as const))
  const known = new Map<number, Cover | undefined>()
  const none: Cover = { count: 0, node: never, by: undefined }
  const all: Cover = { count: 1, node: always, by: undefined }
  const without = (a: Node, b: Node): Node => ite(b, never, a)
  const either = (a: Node, b: Node): Node => ite(a, always, b)

  // The recursion has at most one level for each bit, so it is safe.
  const cover = (must: Node, may: Node): Cover | undefined => {
    if (must === never) return none
    if (may === always) return all
    const key = must * MOST_NODES + may
    if (known.has(key)) return known.get(key)
    if (known.size > most * WORK_PER_CUBE) return undefined
    const made = coverBy(Math.min(bitOf(must), bitOf(may)), must, may)
    known.set(key, made)
    return made
  }
  /** The cover by the first bit that a bound asks. */
  const coverBy = (bit: number, must: Node, may: Node): Cover | undefined => {
    if (!weights.has(bit)) throw new RangeError(`bit ${bit} is asked, and has no weight among those given`)
    const asksMust = bitOf(must) === bit
    const must0 = asksMust ? zeroOf(must) : must
    const must1 = asksMust ? oneOf(must) : must
    const asksMay = bitOf(may) === bit
    const may0 = asksMay ? zeroOf(may) : may
    const may1 = asksMay ? oneOf(may) : may
    const zero = cover(without(must0, may1), may0)
    if (zero === undefined) return undefined
    const one = cover(without(must1, may0), may1)
    if (one === undefined || zero.count + one.count > most) return undefined
    const both = cover(either(without(must0, zero.node), without(must1, one.node)), ite(may0, may1, never))
    if (both === undefined) return undefined
    const count = zero.count + one.count + both.count
    if (count > most) return undefined
    return {
      count,
      node: either(both.node, store.node(bit, zero.node, one.node)),
      by: { bit, zero, one, both },
    }
  }
  const cubesIn = ({ count, by }: Cover, mask: bigint, value: bigint): readonly Cube[] => {
    if (count === 0) return []
    if (by === undefined) return [{ mask, value }]
    const weight = weights.get(by.bit)!
    return [
      ...cubesIn(by.zero, mask | weight, value),
      ...cubesIn(by.one, mask | weight, value | weight),
      ...cubesIn(by.both, mask, value),
    ]
  }
  const made = cover(predicate, predicate)
  return made === undefined ? undefined : cubesIn(made, 0n, 0n)
}
