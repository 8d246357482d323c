import { argument, argumentTests, commonValue, contains } from '@seccompile/rules'
import type { Range } from '@seccompile/rules'
import { hardTests } from '@seccompile/rules/test-makers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const TOP = 0xffff_ffff_ffff_ffffn
const point = (value: bigint): Range<bigint>[] => [{ lo: value, hi: value }]

describe('commonValue', () => {
  it('is the least value of an intersection', () => {
    const a = { mask: TOP, values: [{ lo: 5n, hi: 10n }] }
    const b = { mask: TOP, values: [{ lo: 8n, hi: 20n }] }
    expect(commonValue([a, b])).toBe(8n)
    expect(commonValue([a, { mask: TOP, values: point(11n) }])).toBeUndefined()
    expect(commonValue([])).toBe(0n)
  })

  it('joins what different masks ask', () => {
    const flag = { mask: 1n << 63n, values: point(1n << 63n) }
    const low = { mask: 0xffn, values: point(0x42n) }
    expect(commonValue([flag, low])).toBe((1n << 63n) | 0x42n)
  })

  it('sees that a mask and a range exclude each other', () => {
    // bit 3 set means at least 8, and every value below 8 has it clear
    const set = { mask: 8n, values: point(8n) }
    expect(commonValue([set, { mask: TOP, values: [{ lo: 0n, hi: 7n }] }])).toBeUndefined()
    expect(commonValue([set, { mask: TOP, values: [{ lo: 0n, hi: 8n }] }])).toBe(8n)
    expect(commonValue([set, { mask: TOP, values: [{ lo: 16n, hi: 23n }] }])).toBeUndefined()
  })

  it('sees that two masks exclude each other on a shared bit', () => {
    const a = { mask: 0b110n, values: point(0b100n) }
    const b = { mask: 0b011n, values: point(0b011n) }
    expect(commonValue([a, b])).toBeUndefined()
    expect(commonValue([a, { mask: 0b011n, values: point(0b001n) }])).toBe(0b101n)
  })

  it('skips values that a mask with gaps cannot yield', () => {
    expect(commonValue([{ mask: 0b101n, values: [{ lo: 2n, hi: 3n }] }])).toBeUndefined()
    expect(commonValue([{ mask: 0b101n, values: [{ lo: 2n, hi: 4n }] }])).toBe(4n)
  })

  it('agrees with trying every value', () => {
    const bits = [0n, 1n, 2n, 31n, 32n, 63n]
    const spread = (n: number) => bits.reduce((sum, bit, i) => sum | (BigInt((n >> i) & 1) << bit), 0n)
    const every = Array.from({ length: 64 }, (_, n) => spread(n)).sort((a, b) => (a < b ? -1 : 1))
    const value = fc.oneof(fc.integer({ min: 0, max: 63 }).map(spread), fc.bigInt({ min: 0n, max: TOP }))
    const test = fc
      .tuple(
        fc.integer({ min: 1, max: 63 }),
        fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 3 }),
      )
      .map(([n, pairs]) => {
        const ranges = pairs.map(([a, b]) => (a < b ? { lo: a, hi: b } : { lo: b, hi: a }))
        return argumentTests(argument(0, ranges, spread(n)))
      })
      .filter((tests) => tests.length === 1)
    fc.assert(
      fc.property(fc.array(test, { minLength: 1, maxLength: 4 }), (lists) => {
        const tests = lists.flat()
        const passes = (x: bigint) => tests.every(({ mask, values }) => contains(values, x & mask))
        expect(commonValue(tests)).toBe(every.find(passes))
      }),
      { numRuns: 500 },
    )
  })

  it('joins thousands of tests for one value each without searching', () => {
    // A search bit by bit for these would exceed the bound on effort.
    const wanted = 0x1234_5678_9abc_def0n
    const masks = Array.from({ length: 5000 }, (_, i) => BigInt(i + 1) * 0x0002_0001_0001_0001n)
    const tests = masks.map((mask) => ({ mask, values: point(wanted & mask) }))
    const seen = masks.reduce((sum, mask) => sum | mask, 0n)
    expect(commonValue(tests)).toBe(wanted & seen)
    const [first] = masks
    expect(commonValue([...tests, { mask: first! | 1n, values: point(~wanted & 1n) }])).toBeUndefined()
  })

  it('gives up on what would take too long', () => {
    expect(commonValue(hardTests(0))).toBe('unknown')
    expect(
      commonValue(
        [
          { mask: 1n, values: point(1n) },
          { mask: 6n, values: [{ lo: 2n, hi: 4n }] },
        ],
        1,
      ),
    ).toBe('unknown')
  })
})
