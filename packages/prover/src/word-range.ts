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
export interface WordTest {
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
  { place, mask }: Pick<WordTest, 'place' | 'mask'>,
  range: Range<number>,
): WordTest {
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
export function knownResult({ mask, op, k, range }: WordTest): boolean | undefined {
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
export function narrowed({ op, k, range }: WordTest, result: boolean): Range<number> {
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
function predicate(store: Store, { place, mask, op, k, range }: WordTest): Node {
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
 * The diagram that continues with `below` for values of a word below `k`, with `there` for `k` and with `above` for others. It is
 * right for values that differ from `k` only in `open`, the lowest bits.
 *
 * It goes down the bits of `k` through all three at once, so it makes a node for each open bit, and no predicate.
 */
function around(
  store: Store,
  place: number,
  open: number,
  k: number,
  below: Node,
  there: Node,
  above: Node,
): Node {
  const first = bitAt(place, 31)
  const top = 31 - Math.clz32(open)
  const isOne = (bit: number): boolean => ((k << (bit - first)) & (1 << 31)) !== 0
  /** The continuation of `node` behind the upper bits, which are those of `k`. */
  const entered = (node: Node): Node => {
    let at = node
    for (let bit = store.bitOf(at); bit < first + 31 - top; bit = store.bitOf(at))
      at = follow(store, at, bit, isOne(bit))
    return at
  }
  let [low, middle, high] = [entered(below), entered(there), entered(above)]
  /** Continuations of the values that leave `k` at a bit. */
  const aside: Node[] = []
  for (let bit = first + 31 - top; bit <= first + 31; bit += 1) {
    const one = isOne(bit)
    aside.push(follow(store, one ? low : high, bit, !one))
    low = follow(store, low, bit, one)
    middle = follow(store, middle, bit, one)
    high = follow(store, high, bit, one)
  }
  for (let bit = first + 31; aside.length > 0; bit -= 1) {
    const other = aside.pop()!
    middle = isOne(bit) ? store.node(bit, other, middle) : store.node(bit, middle, other)
  }
  return middle
}

/**
 * The diagram that is `then` where the test holds and `otherwise` where it does not, for values in its range; for others it may be
 * anything. The result of the test is not known.
 */
export function choose(store: Store, test: WordTest, then: Node, otherwise: Node): Node {
  const { place, mask, op, k, range } = test
  const first = bitAt(place, 31)
  const isFirst = store.bitOf(then) >= first && store.bitOf(otherwise) >= first
  if (op === 'set' || mask !== U32.max || !isFirst) return store.ite(predicate(store, test), then, otherwise)
  return around(store, place, openBits(range), k, otherwise, then, op === 'eq' ? otherwise : then)
}
