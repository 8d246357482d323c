/*
 * 32-bit values as circuits: a predicate for each bit, index 0 the least significant. Arithmetic works as in
 * hardware, bit by bit. `ite` keeps every bit canonical, so equal values are equal lists of nodes.
 */
import type { Node, Store } from '@seccompile/diagram'
import { bitAt, mapLeaves, WORD_BITS } from '@seccompile/diagram'

/** A predicate for each of 32 bits, least significant first. */
export type BitVector = readonly Node[]

const WEIGHTS = Array.from({ length: WORD_BITS }, (_, weight) => weight)

/** Bit-vector arithmetic over one store. All results wrap to 32 bits, as those of classic BPF do. */
export interface BitVectors {
  readonly constant: (value: number) => BitVector
  /** The word at `place` of the diagram's order. */
  readonly word: (place: number) => BitVector
  readonly and: (a: BitVector, b: BitVector) => BitVector
  readonly or: (a: BitVector, b: BitVector) => BitVector
  readonly xor: (a: BitVector, b: BitVector) => BitVector
  readonly add: (a: BitVector, b: BitVector) => BitVector
  readonly subtract: (a: BitVector, b: BitVector) => BitVector
  readonly multiply: (a: BitVector, b: BitVector) => BitVector
  /** The quotient; it has no meaning where `b` is 0. */
  readonly divide: (a: BitVector, b: BitVector) => BitVector
  /** `a`, shifted left by the low five bits of `b`. */
  readonly shiftLeft: (a: BitVector, b: BitVector) => BitVector
  readonly shiftRight: (a: BitVector, b: BitVector) => BitVector
  readonly equal: (a: BitVector, b: BitVector) => Node
  /** Whether a >= b, unsigned. */
  readonly atLeast: (a: BitVector, b: BitVector) => Node
  /** Whether the two share a set bit. */
  readonly intersects: (a: BitVector, b: BitVector) => Node
  /** The diagram whose leaves are the values of `a`. */
  readonly valueOf: (a: BitVector) => Node
}

/** The arithmetic of bit vectors whose nodes are in `store`. */
export function bitVectors(store: Store): BitVectors {
  const { ite, always, never } = store
  const not = (a: Node): Node => ite(a, never, always)
  const both = (a: Node, b: Node): Node => ite(a, b, never)
  const either = (a: Node, b: Node): Node => ite(a, always, b)
  const differ = (a: Node, b: Node): Node => ite(a, not(b), b)
  const zero = WEIGHTS.map(() => never)
  /**
   * `then` where `bit` is 1, else `otherwise`. Most bits are bits of a word that stands before all others. Then the
   * result is one node, without a walk.
   */
  const choice = (bit: Node, then: Node, otherwise: Node): Node => {
    const asked = store.bitOf(bit)
    const isFirst = asked < store.bitOf(then) && asked < store.bitOf(otherwise)
    return isFirst && store.zeroOf(bit) === never && store.oneOf(bit) === always
      ? store.node(asked, otherwise, then)
      : ite(bit, then, otherwise)
  }

  const constant = (value: number): BitVector =>
    WEIGHTS.map((w) => (((value >>> w) & 1) === 1 ? always : never))
  const addWithCarry = (a: BitVector, b: BitVector, carryIn: Node): BitVector => {
    let carry = carryIn
    return WEIGHTS.map((w) => {
      const [x, y] = [a[w]!, b[w]!]
      const half = differ(x, y)
      const sum = differ(half, carry)
      carry = ite(half, carry, x)
      return sum
    })
  }
  const subtract = (a: BitVector, b: BitVector): BitVector => addWithCarry(a, b.map(not), always)
  const atLeast = (a: BitVector, b: BitVector): Node =>
    WEIGHTS.reduce((lower, w) => {
      if (b[w] === always) return choice(a[w]!, lower, never)
      return b[w] === never ? choice(a[w]!, always, lower) : ite(differ(a[w]!, b[w]!), a[w]!, lower)
    }, always)
  const equal = (a: BitVector, b: BitVector): Node =>
    WEIGHTS.reduce((lower, w) => {
      if (b[w] === always) return choice(a[w]!, lower, never)
      return b[w] === never ? choice(a[w]!, never, lower) : ite(differ(a[w]!, b[w]!), never, lower)
    }, always)
  const intersects = (a: BitVector, b: BitVector): Node =>
    WEIGHTS.reduce((lower, w) => {
      if (b[w] === always) return choice(a[w]!, always, lower)
      return b[w] === never ? lower : either(both(a[w]!, b[w]!), lower)
    }, never)
  const choose = (condition: Node, a: BitVector, b: BitVector): BitVector =>
    WEIGHTS.map((w) => ite(condition, a[w]!, b[w]!))
  /** The bits of `a`, `by` places higher, or lower where `by` is negative. */
  const moved = (a: BitVector, by: number): BitVector => WEIGHTS.map((w) => a[w - by] ?? never)
  const shift = (a: BitVector, amount: BitVector, direction: 1 | -1): BitVector =>
    [0, 1, 2, 3, 4].reduce((value, w) => choose(amount[w]!, moved(value, direction * 2 ** w), value), a)

  // Sums the weights of the set bits. The diagram of the lower bits has no more nodes than that of all bits, since it
  // tells fewer inputs apart.
  const valueOf = (a: BitVector): Node =>
    WEIGHTS.reduce(
      (sum, w) =>
        a[w] === never
          ? sum
          : ite(
              a[w]!,
              mapLeaves(store, sum, (value) => value + 2 ** w),
              sum,
            ),
      store.terminal(0),
    )

  return {
    constant,
    word: (place) => WEIGHTS.map((w) => store.node(bitAt(place, w), never, always)),
    and: (a, b) => WEIGHTS.map((w) => both(a[w]!, b[w]!)),
    or: (a, b) => WEIGHTS.map((w) => either(a[w]!, b[w]!)),
    xor: (a, b) => WEIGHTS.map((w) => differ(a[w]!, b[w]!)),
    add: (a, b) => addWithCarry(a, b, never),
    subtract,
    multiply: (a, b) =>
      // The bits of a constant are known, and make most partial products 0. So the constant is the multiplier `b`.
      WEIGHTS.reduce<BitVector>(
        (sum, w) => (b[w] === never ? sum : addWithCarry(sum, choose(b[w]!, moved(a, w), zero), never)),
        zero,
      ),
    divide: (a, b) => {
      // Long division: bring down a bit, and subtract the divisor where it fits.
      const quotient = [...zero]
      let rest: BitVector = zero
      for (const w of WEIGHTS.toReversed()) {
        const lost = rest[WORD_BITS - 1]! // the bit that is shifted out: where it is 1, the rest exceeds any divisor
        rest = moved(rest, 1).with(0, a[w]!)
        const goes = either(lost, atLeast(rest, b))
        quotient[w] = goes
        rest = choose(goes, subtract(rest, b), rest)
      }
      return quotient
    },
    shiftLeft: (a, b) => shift(a, b, 1),
    shiftRight: (a, b) => shift(a, b, -1),
    equal,
    atLeast,
    intersects,
    valueOf,
  }
}
