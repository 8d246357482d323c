/*
 * Tests of a word whose range is known.
 *
 * A tree of comparisons narrows the range of a word at each test. Within a range, the upper bits of all values are the same, so
 * a test needs to ask only the bits below. That makes the predicates of the tests near the leaves of a tree small.
 */
import { BPF } from '@seccompile/abi'
import { wordAtLeast, wordEquals, wordIntersects } from '@seccompile/diagram'
import type { Node, Store } from '@seccompile/diagram'
import { U32 } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import { kForm } from './register-value.ts'
import type { MaskedWord } from './register-value.ts'

/** The range of a register of which nothing is known. */
export const ANY: Range<number> = Object.freeze({ lo: U32.min, hi: U32.max })

/** The bits in which values from `lo` to `hi` can differ. */
function openBits({ lo, hi }: Range<number>): number {
  return lo === hi ? 0 : U32.max >>> Math.clz32(lo ^ hi)
}

/**
 * The predicate that `value` is `k` or more, for values in `range`; for others it may be anything.
 */
function atLeast(store: Store, { place, mask }: MaskedWord, k: number, range: Range<number>): Node {
  if (k <= range.lo) return store.always
  if (k > range.hi) return store.never
  const open = openBits(range)
  return wordAtLeast(store, place, (mask & open) >>> 0, (k & open) >>> 0)
}

/**
 * The predicate that the conditional jump `code` with the operand `k` jumps by `jt`, where A is `value`. It holds for the values in
 * `range`; for others it may be anything.
 */
export function testWithin(
  store: Store,
  value: MaskedWord,
  code: number,
  k: number,
  range: Range<number>,
): Node {
  const { place, mask } = value
  const open = openBits(range)
  switch (code) {
    case BPF.JEQ_K:
      if (k < range.lo || k > range.hi || (k & ~mask) !== 0) return store.never
      return wordEquals(store, place, (mask & open) >>> 0, (k & open) >>> 0)
    case BPF.JGE_K:
      return atLeast(store, value, k, range)
    case BPF.JGT_K:
      return atLeast(store, value, k + 1, range)
    default:
      // BPF.JSET_K. The bits above the open ones are those of every value.
      if ((range.lo & ~open & k) !== 0) return store.always
      return wordIntersects(store, place, (mask & open & k) >>> 0)
  }
}

/** The values of `range` for which the conditional jump `code` with `k` jumps by `jt`, or more of them. */
export function rangeOfTrue(code: number, k: number, { lo, hi }: Range<number>): Range<number> {
  switch (kForm(code)) {
    case BPF.JEQ_K:
      return { lo: k, hi: k }
    case BPF.JGE_K:
      return { lo: Math.max(lo, k), hi }
    case BPF.JGT_K:
      return { lo: Math.max(lo, k + 1), hi }
    default:
      return { lo, hi }
  }
}

/** The values of `range` for which the conditional jump `code` with `k` jumps by `jf`, or more of them. */
export function rangeOfFalse(code: number, k: number, { lo, hi }: Range<number>): Range<number> {
  switch (kForm(code)) {
    case BPF.JEQ_K:
      return { lo: lo === k ? lo + 1 : lo, hi: hi === k ? hi - 1 : hi }
    case BPF.JGE_K:
      return { lo, hi: Math.min(hi, k - 1) }
    case BPF.JGT_K:
      return { lo, hi: Math.min(hi, k) }
    default:
      return { lo, hi }
  }
}
