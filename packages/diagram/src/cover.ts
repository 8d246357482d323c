/*
 * A set of numbers as few cubes: an irredundant sum of products (Minato 1992, after Morreale 1970).
 *
 * Each path of a diagram to 1 is a cube too. But such cubes are disjoint, so they ask more bits than needed, and
 * there are more of them. The predicate "bit 0 or bit 9" has a path for bit 0 set, and another one for bit 0 clear
 * and bit 9 set. Cubes that may overlap need only one bit each. The algorithm keeps two bounds: the numbers that
 * must be covered, and the numbers that may be covered. At each bit it first covers the numbers that need the bit
 * as 0, and the numbers that need it as 1. Cubes that do not ask the bit cover the other numbers.
 */
import { TERMINAL } from './store.ts'
import type { Node, Store } from './store.ts'
import type { WeighedBit } from './sets.ts'

/** Numbers whose bits under `mask` are those of `value`. */
export interface Cube {
  readonly mask: bigint
  readonly value: bigint
}

/** Cubes, and the predicate of the numbers that lie in at least one of them. */
interface Cover {
  readonly cubes: readonly Cube[]
  readonly node: Node
}

/** Most pairs of bounds to visit, for each cube that the caller accepts. */
const WORK_PER_CUBE = 64

/**
 * Cubes that together hold exactly the numbers for which `predicate` is 1; none of them is redundant.
 * `undefined` where a part of the work takes more than `most` cubes, or the work is too long. A number is the
 * sum of the weights of its set bits.
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
  const weights = new Map(bits.map(({ bit, weight }) => [bit, weight]))
  const known = new Map<string, Cover | undefined>()
  const without = (a: Node, b: Node): Node => ite(b, never, a)
  const either = (a: Node, b: Node): Node => ite(a, always, b)

  // At most one level of recursion for each bit, so the recursion is safe.
  const cover = (must: Node, may: Node): Cover | undefined => {
    if (must === never) return { cubes: [], node: never }
    if (may === always) return { cubes: [{ mask: 0n, value: 0n }], node: always }
    const key = `${must} ${may}`
    if (known.has(key)) return known.get(key)
    if (known.size > most * WORK_PER_CUBE) return undefined
    const bit = Math.min(bitOf(must), bitOf(may))
    const weight = bit === TERMINAL ? undefined : weights.get(bit)
    if (weight === undefined) throw new RangeError(`bit ${bit} is asked, and has no weight among those given`)
    const at = (node: Node, next: (node: Node) => Node): Node => (bitOf(node) === bit ? next(node) : node)
    const [must0, must1] = [at(must, zeroOf), at(must, oneOf)]
    const [may0, may1] = [at(may, zeroOf), at(may, oneOf)]
    const zero = cover(without(must0, may1), may0)
    const one = cover(without(must1, may0), may1)
    const both =
      zero === undefined || one === undefined
        ? undefined
        : cover(either(without(must0, zero.node), without(must1, one.node)), ite(may0, may1, never))
    const made = both === undefined ? undefined : join(bit, weight, zero!, one!, both)
    known.set(key, made)
    return made
  }
  const join = (bit: number, weight: bigint, zero: Cover, one: Cover, both: Cover): Cover | undefined => {
    const cubes = [
      ...zero.cubes.map(({ mask, value }) => ({ mask: mask | weight, value })),
      ...one.cubes.map(({ mask, value }) => ({ mask: mask | weight, value: value | weight })),
      ...both.cubes,
    ]
    if (cubes.length > most) return undefined
    return { cubes, node: either(both.node, store.node(bit, zero.node, one.node)) }
  }
  return cover(predicate, predicate)?.cubes
}
