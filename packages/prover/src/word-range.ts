/*
 * Tests of a word whose range is known.
 *
 * A tree of comparisons narrows the range of a word at each test. All values of a range share their upper bits, so a
 * test has to ask only the bits below. Near the leaves of a tree these are few.
 */
import { BPF } from '@seccompile/abi'
import { bitAt, wordAtLeast, wordEquals, wordIntersects } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'

/** The range of a register whose value is unknown. */
export const ANY: Range<number> = Object.freeze({ lo: U32.min, hi: U32.max })

/** A test of `word & mask`, where that value is in `range`. */
export interface RangedTest {
  /** The place of the word in the order of the diagram. */
  readonly place: number
  readonly mask: number
  readonly op: 'eq' | 'ge' | 'set'
  /** With `ge`, up to 2^32. */
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

/** The bits in which values from `lo` to `hi` can differ. All bits above them are the same. */
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

/**
 * A range with the values of the range of the test for which it has that `result`. The result of the test must not be
 * known.
 */
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

/** The predicate that the test holds, for values in its range. The result of the test must not be known. */
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

/**
 * Whether `k` has a 1 at `bit` of the word whose first bit is `first`. The shift moves that bit to the place of the
 * sign.
 */
const isOne = (k: number, bit: number, first: number): boolean => k << (bit - first) < 0

/** The continuation of `node` for words that begin with the bits of `k` before `top`. */
function below(store: Store, node: Node, first: number, top: number, k: number): Node {
  let at = node
  for (let bit = store.bitOf(at); bit < top; bit = store.bitOf(at))
    at = isOne(k, bit, first) ? store.oneOf(at) : store.zeroOf(at)
  return at
}

/**
 * `node` for calls whose word at `place` lies in `range`: without tests of the upper bits that all values of the range
 * share. `node` itself where it asks an earlier word first.
 */
export function withinRange(store: Store, place: number, range: Range<number>, node: Node): Node {
  const first = bitAt(place, 31)
  if (store.bitOf(node) < first) return node
  return below(store, node, first, first + Math.clz32(openBits(range)), range.lo)
}

/**
 * Does what {@link choose} does, for a test `eq` or `ge` of a whole word, and for words that begin with the bits of
 * `k` before `bit`. Neither way may ask an earlier word.
 *
 * The walk goes down the bits of `k` in both ways at once. At each bit, the values that differ from `k` leave to one
 * side, where the result of the test is known. So the walk makes a node for each open bit, and needs no predicate.
 */
function chooseFrom(store: Store, bit: number, test: RangedTest, then: Node, otherwise: Node): Node {
  const { place, op, k } = test
  const first = bitAt(place, 31)
  if (bit === first + 32 || then === otherwise) return then
  const asksThen = store.bitOf(then) === bit
  const asksOther = store.bitOf(otherwise) === bit
  const thenOne = asksThen ? store.oneOf(then) : then
  const otherOne = asksOther ? store.oneOf(otherwise) : otherwise
  const otherZero = asksOther ? store.zeroOf(otherwise) : otherwise
  if (isOne(k, bit, first))
    return store.node(bit, otherZero, chooseFrom(store, bit + 1, test, thenOne, otherOne))
  const thenZero = asksThen ? store.zeroOf(then) : then
  // The values that leave here are above `k`.
  return store.node(
    bit,
    chooseFrom(store, bit + 1, test, thenZero, otherZero),
    op === 'eq' ? otherOne : thenOne,
  )
}

/**
 * The diagram that is `then` where the test holds and `otherwise` where it does not, for values in its range. For
 * other values it may have any leaf. The result of the test must not be known.
 */
export function choose(store: Store, test: RangedTest, then: Node, otherwise: Node): Node {
  const first = bitAt(test.place, 31)
  const isFirst = store.bitOf(then) >= first && store.bitOf(otherwise) >= first
  if (test.op === 'set' || test.mask !== U32.max || !isFirst)
    return store.ite(predicate(store, test), then, otherwise)
  const top = first + Math.clz32(openBits(test.range)) // the first of the open bits: the bits before it are those of `k`
  const { k } = test
  return chooseFrom(
    store,
    top,
    test,
    below(store, then, first, top, k),
    below(store, otherwise, first, top, k),
  )
}
