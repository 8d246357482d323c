import { canonical, contains, U64 } from '@seccompile/rules'
import type { RangeSet } from '@seccompile/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listPossible, nextPossible, possibleValues } from '../src/possible-values.ts'

const BITS = 6
const all = Array.from({ length: 2 ** BITS }, (_, v) => BigInt(v))
const under = (mask: bigint): readonly bigint[] => all.filter((v) => (v & mask) === v)

const value = fc.bigInt({ min: 0n, max: 63n })
const ranges = fc.array(fc.tuple(value, value), { maxLength: 5 }).map((list) =>
  canonical(
    U64,
    list.map(([a, b]) => (a < b ? { lo: a, hi: b } : { lo: b, hi: a })),
  ),
)
/** `values` by looking at each one: maximal runs of possible values. */
function slowly(mask: bigint, values: RangeSet<bigint>): RangeSet<bigint> {
  const runs: { lo: bigint; hi: bigint }[] = []
  let isOpen = false
  for (const v of under(mask)) {
    if (!contains(values, v)) {
      isOpen = false
      continue
    }
    if (isOpen) runs.at(-1)!.hi = v
    else runs.push({ lo: v, hi: v })
    isOpen = true
  }
  return runs
}

describe('possible values', () => {
  it('follow one another as they do when counted', () => {
    for (const mask of all) {
      const values = under(mask)
      values.forEach((v, i) => {
        expect(nextPossible(mask, v)).toBe(values[i + 1])
      })
    }
  })

  it('of a set are its runs of possible values', () => {
    fc.assert(
      fc.property(value, ranges, (mask, values) => {
        expect(possibleValues(mask, values)).toEqual(slowly(mask, values))
      }),
      { numRuns: 2000 },
    )
  })

  it('reach to the highest bit', () => {
    const top = 1n << 63n
    expect(possibleValues(top, [{ lo: 1n, hi: U64.max }])).toEqual([{ lo: top, hi: top }])
    expect(possibleValues(top | 1n, [{ lo: 2n, hi: top - 1n }])).toEqual([])
    expect(nextPossible(top | 1n, 1n)).toBe(top)
    expect(nextPossible(U64.max, U64.max)).toBeUndefined()
  })

  it('leave a set as it is that needs no drawing in', () => {
    const values = [{ lo: 1n, hi: 5n }]
    expect(possibleValues(U64.max, values)).toBe(values)
  })

  it('are listed where they are few', () => {
    expect(listPossible(0b1010n, { lo: 2n, hi: 10n }, 3)).toEqual([2n, 8n, 10n])
    expect(listPossible(0b1010n, { lo: 0n, hi: 10n }, 3)).toBeUndefined()
  })
})
