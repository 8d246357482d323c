import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonical,
  complement,
  contains,
  difference,
  intersection,
  sameSet,
  U32,
  U64,
  union,
} from '@seccompile/rules'
import type { Domain, RangeSet } from '@seccompile/rules'

/** Numbers 0 to 15: small enough to compare with plain sets. */
const NIBBLE: Domain<number> = { min: 0, max: 15, next: (v) => v + 1, previous: (v) => v - 1 }
const values = (set: RangeSet<number>): readonly number[] =>
  Array.from({ length: 16 }, (_, v) => v).filter((v) => set.some(({ lo, hi }) => lo <= v && v <= hi))
const ranges = fc.array(
  fc.tuple(fc.nat(15), fc.nat(15)).map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) })),
  { maxLength: 6 },
)
const set = ranges.map((list) => canonical(NIBBLE, list))

describe('range sets', () => {
  it('are canonical: sorted, disjoint, not adjacent, and equal when they hold the same values', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const result = canonical(NIBBLE, list)
        expect(values(result)).toEqual(values(list))
        for (let i = 1; i < result.length; i += 1)
          expect(result[i]!.lo).toBeGreaterThan(result[i - 1]!.hi + 1)
        expect(
          sameSet(
            result,
            canonical(
              NIBBLE,
              values(list).map((v) => ({ lo: v, hi: v })),
            ),
          ),
        ).toBe(true)
      }),
    )
  })

  it('combine as sets do', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const inA = new Set(values(a))
        const inB = new Set(values(b))
        const all = Array.from({ length: 16 }, (_, v) => v)
        expect(values(union(NIBBLE, a, b))).toEqual(all.filter((v) => inA.has(v) || inB.has(v)))
        expect(values(intersection(a, b))).toEqual(all.filter((v) => inA.has(v) && inB.has(v)))
        expect(values(difference(NIBBLE, a, b))).toEqual(all.filter((v) => inA.has(v) && !inB.has(v)))
        expect(values(complement(NIBBLE, a))).toEqual(all.filter((v) => !inA.has(v)))
        for (const v of all) expect(contains(a, v)).toBe(inA.has(v))
      }),
    )
  })

  it('reach the ends of their domains without passing them', () => {
    expect(complement(U32, [{ lo: 0, hi: U32.max }])).toEqual([])
    expect(complement(U64, [])).toEqual([{ lo: 0n, hi: 0xffff_ffff_ffff_ffffn }])
    expect(
      canonical(U32, [
        { lo: 5, hi: U32.max },
        { lo: U32.max, hi: U32.max },
      ]),
    ).toEqual([{ lo: 5, hi: U32.max }])
    expect(complement(U64, [{ lo: U64.max, hi: U64.max }])).toEqual([{ lo: 0n, hi: U64.max - 1n }])
  })
})
