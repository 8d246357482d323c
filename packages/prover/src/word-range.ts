/*
 * Tests of a word whose range is known.
 *
 * A tree of comparisons narrows the range of a word at each test. Within a range, the upper bits of all values are the same, so
 * a test needs to ask only the bits below. Near the leaves of a tree these are few.
 */
import { BPF } from '@seccompile/abi'
import { bitAt, wordAtLeast, wordEquals, wordIntersects } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'

/** The range of a register of which nothing is known. */
export const ANY: Range<number> = Object.freeze({ lo: U32.min, hi: U32.max })

/** A test of `word & mask`, for values of it that are in `range`. */
export interface RangedTest {
  /** Of the word in the order of the diagram. */
  readonly place: number
  readonly mask: number
  readonly op: 'eq' | 'ge' | 'set'
  /** Of `ge`, up to 2^32. */
  readonly k: number
  readonly range: Range<number>
}

/** The test of a conditional jump that compares A with `k`. A is `word & mask`, and in `range`. */
export function jumpTest(
  code: number,
  k: number,
  { place, mask }: Pick<RangedTest, 'place' | 'mask'>,
  range: Range<number>,
): RangedTest {
  switch (code) {
    case BPF.JEQ_K:
      return { place, mask, op: 'eq', k, range }
    case BPF.JGE_K:
      return { place, mask, op: 'ge', k, range }
    case BPF.JGT_K:
      return { place, mask, op: 'ge', k: k + 1, range }
    default:
      return { place, mask, op: 'set', k, range }
  }
}

/** The bits in which values from `lo` to `hi` can differ; all of them are below the bits that are the same. */
function openBits({ lo, hi }: Range<number>): number {
  return lo === hi ? 0 : U32.max >>> Math.clz32(lo ^ hi)
}

/** The result of the test, where it is the same for all values of the range. */
export function knownResult({ mask, op, k, range }: RangedTest): boolean | undefined {
  const { lo, hi } = range
  switch (op) {
    case 'eq':
      if (k < lo || k > hi || (k & ~mask) !== 0) return false
      return lo === hi ? true : undefined
    case 'ge':
      if (k <= lo) return true
      return k > hi ? false : undefined
    case 'set': {
      const open = openBits(range)
      if ((lo & ~open & k) !== 0) return true
      return (mask & open & k) === 0 ? false : undefined
    }
  }
}

/** The values of the range for which the test has that `result`, or more of them. Its result is not known. */
export function narrowed({ op, k, range }: RangedTest, result: boolean): Range<number> {
  const { lo, hi } = range
  switch (op) {
    case 'eq':
      if (result) return { lo: k, hi: k }
      return { lo: lo === k ? lo + 1 : lo, hi: hi === k ? hi - 1 : hi }
    case 'ge':
      return result ? { lo: k, hi } : { lo, hi: k - 1 }
    case 'set':
      return range
  }
}

/** The predicate that the test holds, for values in its range. Its result is not known. */
function predicate(store: Store, { place, mask, op, k, range }: RangedTest): Node {
  const open = openBits(range)
  const asked = (mask & open) >>> 0
  switch (op) {
    case 'eq':
      return wordEquals(store, place, asked, (k & open) >>> 0)
    case 'ge':
      return wordAtLeast(store, place, asked, (k & open) >>> 0)
    case 'set':
      return wordIntersects(store, place, (asked & k) >>> 0)
  }
}

/** The continuation of `node` where `bit` is 1, or where it is 0. */
function follow(store: Store, node: Node, bit: number, isOne: boolean): Node {
  if (store.bitOf(node) !== bit) return node
  return isOne ? store.oneOf(node) : store.zeroOf(node)
}

/**
 * {@link choose} for a test `eq` or `ge` of a whole word, where both ways ask no earlier word.
 *
 * It goes down the bits of `k` in both ways at once. At each bit, the values that differ from `k` leave to one side, where the result
 * of the test is known. So it makes a node for each open bit, and no predicate.
 */
function chooseAt(store: Store, { place, op, k, range }: RangedTest, then: Node, otherwise: Node): Node {
  const first = bitAt(place, 31)
  /** Whether `k` has a 1 at `bit`. The shift moves that bit to where it is the sign. */
  const isOne = (bit: number): boolean => k << (bit - first) < 0
  const top = first + Math.clz32(openBits(range)) // the first of the open bits
  let inner = then
  let outer = otherwise
  // The upper bits are those of `k`.
  for (let bit = store.bitOf(inner); bit < top; bit = store.bitOf(inner))
    inner = follow(store, inner, bit, isOne(bit))
  for (let bit = store.bitOf(outer); bit < top; bit = store.bitOf(outer))
    outer = follow(store, outer, bit, isOne(bit))
  /** Continuations of the values that leave at each bit. Those above `k` have the result of `k` in the test `ge`. */
  const aside: Node[] = []
  for (let bit = top; bit < first + 32 && inner !== outer; bit += 1) {
    const one = isOne(bit)
    aside.push(follow(store, one || op === 'eq' ? outer : inner, bit, !one))
    inner = follow(store, inner, bit, one)
    outer = follow(store, outer, bit, one)
  }
  for (let bit = top + aside.length - 1; bit >= top; bit -= 1) {
    const other = aside[bit - top]!
    inner = isOne(bit) ? store.node(bit, other, inner) : store.node(bit, inner, other)
  }
  return inner
}

/**
 * The diagram that is `then` where the test holds and `otherwise` where it does not, for values in its range; for others it may be
 * anything. The result of the test is not known.
 */
export function choose(store: Store, test: RangedTest, then: Node, otherwise: Node): Node {
  const first = bitAt(test.place, 31)
  const isFirst = store.bitOf(then) >= first && store.bitOf(otherwise) >= first
  if (test.op === 'set' || test.mask !== U32.max || !isFirst)
    return store.ite(predicate(store, test), then, otherwise)
  return chooseAt(store, test, then, otherwise)
}
