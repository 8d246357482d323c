/*
 * Sets of words of the form "the word under a mask lies in some ranges". Tests of a decision can ask for such a
 * set. Where a word goes through arithmetic, a jump asks for a set of results. This file finds the set of
 * words: for a step f and a set of results, the set of all w for which f(w) is in that set.
 *
 * For nearly all steps in filters, the set of words has the same form again. So the search for it goes step by step,
 * from the last step back. Let M be the mask and R the ranges of the results. The set of words for a step f has the
 * mask and the ranges
 *
 *   w & k         M & k, R
 *   w | k         M & ~k, R - (M & k)           since (w | k) & M = (w & M & ~k) + (M & k)
 *   w ^ k         M, R ^ (M & k)                as aligned blocks, each of which stays one
 *   w << n        M >> n, R / 2^n
 *   w >> n        M << n, R * 2^n
 *   w + k, -w     M, R - k, -R                  modulo 2^b, where M is b low bits
 *   w / k         all bits, R * k               where M has all bits of the quotient
 *   w * k         all bits, R / k               where nothing overflows; else, for few values, by the inverse of k
 *
 * Sums, products and quotients also depend on bits that M leaves out. Below the lowest bit of M, each range takes in
 * all values of these bits. A bit that the value never has does not matter. Where M lacks any other bit, the set has
 * no such form. Nor has the set of a product that overflows, unless the set or its complement has few values.
 */
import { canonical, complement, U32 } from '@seccompile/rules'
import type { Range, RangeSet } from '@seccompile/rules'
import { assertNever } from '@seccompile/shape'
import { filled } from './value.ts'
import type { WordOperation } from './value.ts'

/** The words `w` for which `w & mask` is in `values`. */
export interface MaskedWordSet {
  /** u32. */
  readonly mask: number
  /**
   * Sorted and disjoint. Both ends of a range are values under the mask, and another such value lies between
   * two ranges.
   */
  readonly values: RangeSet<number>
}

/** The most ranges of a set. About as many tests of one word would replace one test. */
const MAX_RANGES = 64

/** The most values for which a product is inverted value by value. */
const MAX_POINTS = 64

const WHOLE = U32.max

/** The least value under `mask` that is not below `value`; `undefined` where there is none. */
function leastFrom(mask: number, value: number): number | undefined {
  const outside = (value & ~mask) >>> 0
  if (outside === 0) return value
  // The highest bit outside the mask cannot be set. Clear it and all bits below it, and add 1 to the bits
  // above. The other bits outside the mask are set for this addition, so they pass the carry on.
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

/** The set in its normal form. Only `bits` may be set in its values. */
export function maskedSet(wide: number, ranges: RangeSet<number>, bits: number = WHOLE): MaskedWordSet {
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
export function negated({ mask, values }: MaskedWordSet): MaskedWordSet {
  return maskedSet(mask, complement(U32, values))
}

/** Whether the set has no word. */
export function isNone({ values }: MaskedWordSet): boolean {
  return values.length === 0
}

/** Whether the set has all words. */
export function isAll({ mask, values }: MaskedWordSet): boolean {
  const [first] = values
  return first?.lo === 0 && first.hi === mask
}

/**
 * The same set with a mask of low bits, 2^n - 1, for values in which only `bits` may be set; `undefined` where the
 * set has no such form.
 */
function ofLowBits({ mask, values }: MaskedWordSet, bits: number): MaskedWordSet | undefined {
  const low = filled(mask)
  const below = ((mask & -mask) >>> 0) - 1
  if ((low & ~mask & ~below & bits) !== 0) return undefined
  return { mask: low, values: values.map(({ lo, hi }) => ({ lo, hi: (hi | below) >>> 0 })) }
}

/** The range from `lo` to `hi` modulo `mask + 1`; `lo` and `hi` may be negative. */
function wrapped(mask: number, lo: number, hi: number): RangeSet<number> {
  const [from, to] = [(lo & mask) >>> 0, (hi & mask) >>> 0]
  if (hi - lo >= mask) return [{ lo: 0, hi: mask }]
  if (from <= to) return [{ lo: from, hi: to }]
  return [
    { lo: 0, hi: to },
    { lo: from, hi: mask },
  ]
}

/**
 * `range` with the bits of `k` inverted in every value. The range splits into aligned blocks, and each block
 * stays one.
 */
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

/** The inverse of `odd` modulo 2^32. Each round of Newton's method doubles the number of correct bits. */
function inverseOf(odd: number): number {
  let inverse = odd // `odd` itself is right in three bits
  for (let round = 0; round < 4; round += 1) inverse = Math.imul(inverse, 2 - Math.imul(odd, inverse)) >>> 0
  return inverse
}

const countOf = (values: RangeSet<number>): number => values.reduce((sum, { lo, hi }) => sum + hi - lo + 1, 0)

/** The set of the words `w`, with only `step.bits` set, for which `w * k` is in `set`; `k` is odd. */
function beforeProduct(set: MaskedWordSet, { k, bits }: WordOperation): MaskedWordSet | undefined {
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

/** The set of the words `w` that `step` takes into `set`. */
function beforeStep(set: MaskedWordSet, step: WordOperation): MaskedWordSet | undefined {
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

/**
 * The words that `steps` take into `set`; `undefined` where these words form no masked set, or one with too many
 * ranges.
 *
 * @param set - values that the steps can yield
 */
export function wordsInto(set: MaskedWordSet, steps: readonly WordOperation[]): MaskedWordSet | undefined {
  let words: MaskedWordSet | undefined = set
  for (const step of steps.toReversed()) {
    if (words.mask === 0) return words // every word leads into the set
    words = beforeStep(words, step)
    if (words === undefined || words.values.length > MAX_RANGES) return undefined
  }
  return words
}
