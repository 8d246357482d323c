/*
 * Sets of words of the form "the word under a mask lies in some ranges", which is what tests of a decision can ask, and
 * where such sets come from when the word goes through arithmetic: the set of those w for which f(w) is in the set.
 *
 * That set is of the same form again for nearly all that filters do, so it is found step by step from the last one
 * back. Let M be the mask and R the ranges, then for a step f
 *
 *   w & k         M & k, R
 *   w | k         M & ~k, R - (M & k)           since (w | k) & M = (w & M & ~k) + (M & k)
 *   w ^ k         M, R ^ (M & k)                as aligned blocks, each of which stays one
 *   w << n        M >> n, R / 2^n
 *   w >> n        M << n, R * 2^n
 *   w + k, -w     M, R - k, -R                  modulo 2^b, where M is b low bits
 *   w / k         all bits, R * k               where M is all that the quotient has
 *   w * k         all bits, R / k               where nothing overflows; else for few values by the inverse of k
 *
 * Sums and the like run through bits that M leaves out. Where those are below M they are filled up, and where the value
 * never has them they do not matter; otherwise the set has no such form, and neither has a wide product.
 */
import { assertNever } from '@seccompile/abi'
import { canonical, complement, U32 } from '@seccompile/rules'
import type { Range, RangeSet } from '@seccompile/rules'
import { filled } from './value.ts'
import type { Step } from './value.ts'

/** The words `w` for which `w & mask` is in `values`. */
export interface MaskedSet {
  /** u32. */
  readonly mask: number
  /** Sorted, disjoint, with values of the mask at their ends and some other such value between any two of them. */
  readonly values: RangeSet<number>
}

/** Most ranges that a set may have: so many tests of one word would replace one. */
const MAX_RANGES = 64

/** Most values whose factors are looked for one by one. */
const MAX_POINTS = 64

const WHOLE = U32.max

/** The least value under `mask` that is not below `value`; `undefined` where there is none. */
function leastFrom(mask: number, value: number): number | undefined {
  const outside = (value & ~mask) >>> 0
  if (outside === 0) return value
  // A bit that cannot be set: clear it and all below, and count up what is above, in which the holes carry.
  const below = 2 ** (32 - Math.clz32(outside)) - 1
  const next = ((value | ~mask | below) >>> 0) + 1
  return next > WHOLE ? undefined : (next & mask) >>> 0
}

/** The greatest value under `mask` that is not above `value`. */
function greatestTo(mask: number, value: number): number {
  const outside = (value & ~mask) >>> 0
  if (outside === 0) return value
  const below = 2 ** (32 - Math.clz32(outside)) - 1
  return ((value & ~below) | (mask & below)) >>> 0
}

/** The set in its normal form, of values of which only `bits` may be set. */
export function maskedSet(wide: number, ranges: RangeSet<number>, bits: number = WHOLE): MaskedSet {
  const mask = (wide & bits) >>> 0
  const values: Range<number>[] = []
  for (const range of canonical(U32, ranges)) {
    const lo = leastFrom(mask, range.lo)
    const hi = greatestTo(mask, range.hi)
    if (lo === undefined || lo > hi) continue
    const last = values.at(-1)
    const follows = last !== undefined && last.hi !== mask && leastFrom(mask, last.hi + 1) === lo
    if (follows) values[values.length - 1] = { lo: last.lo, hi }
    else values.push({ lo, hi })
  }
  return { mask, values }
}

/** The words that are not in the set. */
export function negated({ mask, values }: MaskedSet): MaskedSet {
  return maskedSet(mask, complement(U32, values))
}

/** Whether the set has no word. */
export function isNone({ values }: MaskedSet): boolean {
  return values.length === 0
}

/** Whether the set has all words. */
export function isAll({ mask, values }: MaskedSet): boolean {
  const [first] = values
  return first?.lo === 0 && first.hi === mask
}

/** The set for a value of which only `bits` may be set, with a mask of low bits: 2^n - 1; if it has that form. */
function ofLowBits({ mask, values }: MaskedSet, bits: number): MaskedSet | undefined {
  const low = filled(mask)
  const below = ((mask & -mask) >>> 0) - 1
  if ((low & ~mask & ~below & bits) !== 0) return undefined
  return { mask: low, values: values.map(({ lo, hi }) => ({ lo, hi: (hi | below) >>> 0 })) }
}

/** The range from `lo` to `hi` modulo `mask + 1`, both of which may be negative. */
function wrapped(mask: number, lo: number, hi: number): RangeSet<number> {
  const [from, to] = [(lo & mask) >>> 0, (hi & mask) >>> 0]
  if (hi - lo >= mask) return [{ lo: 0, hi: mask }]
  if (from <= to) return [{ lo: from, hi: to }]
  return [
    { lo: 0, hi: to },
    { lo: from, hi: mask },
  ]
}

/** `range` with every value's bits of `k` turned over: it splits into aligned blocks, which stay blocks. */
function flipped({ lo, hi }: Range<number>, k: number): RangeSet<number> {
  const blocks: Range<number>[] = []
  for (let from = lo; from <= hi;) {
    let last = 0 // the size of the block, less one
    while ((from & (2 * last + 1)) === 0 && from + 2 * last + 1 <= hi && last < WHOLE) last = 2 * last + 1
    const start = ((from ^ k) & ~last) >>> 0
    blocks.push({ lo: start, hi: start + last })
    from += last + 1
  }
  return blocks
}

/** The number by which `odd` times it is 1 modulo 2^32: each round of Newton's doubles the bits that are right. */
function inverseOf(odd: number): number {
  let inverse = odd // right in three bits
  for (let round = 0; round < 4; round += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse)) >>> 0
  return inverse
}

const countOf = (values: RangeSet<number>): number => values.reduce((sum, { lo, hi }) => sum + hi - lo + 1, 0)

/** The set of those `w` of `step.bits` for which `w * k` is in `set`; `k` is odd. */
function beforeProduct(set: MaskedSet, { k, bits }: Step): MaskedSet | undefined {
  const low = ofLowBits(set, filled(bits * k))
  if (low === undefined) return undefined
  if (bits * k <= low.mask) {
    const divided = low.values.map(({ lo, hi }) => ({ lo: Math.ceil(lo / k), hi: Math.floor(hi / k) }))
    return maskedSet(
      WHOLE,
      divided.filter(({ lo, hi }) => lo <= hi),
      bits,
    )
  }
  const others = complement(U32, [
    ...low.values,
    ...(low.mask === WHOLE ? [] : [{ lo: low.mask + 1, hi: WHOLE }]),
  ])
  const isFew = countOf(low.values) <= countOf(others)
  const few = isFew ? low.values : others
  if (countOf(few) > MAX_POINTS) return undefined
  const inverse = inverseOf(k)
  const factors = few.flatMap(({ lo, hi }) =>
    Array.from({ length: hi - lo + 1 }, (_, i) => (Math.imul(lo + i, inverse) & low.mask) >>> 0),
  )
  const found = maskedSet(
    low.mask,
    factors.map((factor) => ({ lo: factor, hi: factor })),
  )
  const wanted = isFew ? found : negated(found)
  return maskedSet(wanted.mask, wanted.values, bits)
}

/** The set of those `w` for which what `step` makes of `w` is in `set`. */
function beforeStep(set: MaskedSet, step: Step): MaskedSet | undefined {
  const { mask, values } = set
  const { op, k, bits } = step
  switch (op) {
    case 'and':
      return maskedSet(mask & k, values, bits)
    case 'or': {
      const fixed = (mask & k) >>> 0
      const moved = values.filter(({ hi }) => hi >= fixed)
      return maskedSet(
        mask & ~k,
        moved.map(({ lo, hi }) => ({ lo: Math.max(lo - fixed, 0), hi: hi - fixed })),
        bits,
      )
    }
    case 'xor':
      return maskedSet(
        mask,
        values.flatMap((range) => flipped(range, (mask & k) >>> 0)),
        bits,
      )
    case 'lsh': {
      const moved = values.map(({ lo, hi }) => ({ lo: Math.ceil(lo / 2 ** k), hi: Math.floor(hi / 2 ** k) }))
      return maskedSet(
        mask >>> k,
        moved.filter(({ lo, hi }) => lo <= hi),
        bits,
      )
    }
    case 'rsh': {
      const moved = values
        .filter(({ lo }) => lo <= WHOLE >>> k)
        .map(({ lo, hi }) => ({ lo: lo * 2 ** k, hi: Math.min((hi + 1) * 2 ** k - 1, WHOLE) }))
      return maskedSet(mask << k, moved, bits)
    }
    case 'add':
    case 'neg': {
      const low = ofLowBits(set, op === 'neg' ? WHOLE : filled(bits + k))
      if (low === undefined) return undefined
      const moved = low.values.flatMap(({ lo, hi }) =>
        op === 'add' ? wrapped(low.mask, lo - k, hi - k) : wrapped(low.mask, -hi, -lo),
      )
      return maskedSet(low.mask, moved, bits)
    }
    case 'mul':
      return beforeProduct(set, step)
    case 'div': {
      const quotients = filled(Math.floor(bits / k))
      const low = ofLowBits(set, quotients)
      if (low === undefined || low.mask < quotients) return undefined
      const moved = low.values
        .filter(({ lo }) => lo * k <= WHOLE)
        .map(({ lo, hi }) => ({ lo: lo * k, hi: Math.min(hi * k + k - 1, WHOLE) }))
      return maskedSet(WHOLE, moved, bits)
    }
    default:
      return assertNever(op)
  }
}

/** The words that `steps` take into `set`, one of values they can have; `undefined` where they are no such set, or one of too many ranges. */
export function wordsInto(set: MaskedSet, steps: readonly Step[]): MaskedSet | undefined {
  let words: MaskedSet | undefined = set
  for (const step of steps.toReversed()) {
    if (words.mask === 0) return words // whatever the word is
    words = beforeStep(words, step)
    if (words === undefined || words.values.length > MAX_RANGES) return undefined
  }
  return words
}
