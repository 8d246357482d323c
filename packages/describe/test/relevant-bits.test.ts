import { argument, canonical, contains, LOW_WORD, U64 } from '@seccompile/rules'
import type { ArgumentTest, RangeSet } from '@seccompile/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { narrowedTest } from '../src/names/relevant-bits.ts'

const testOf = (values: RangeSet<bigint>, mask = LOW_WORD): ArgumentTest => {
  const made = argument(0, values, mask)
  if (made.kind !== 'argument') throw new Error('the set is empty or everything')
  return made
}

it('makes one test of two bits of the ranges that leave them out', () => {
  const ranges = [
    { lo: 0n, hi: 0x0fff_ffffn },
    { lo: 0x2000_0000n, hi: 0x2fff_ffffn },
    { lo: 0x8000_0000n, hi: 0x8fff_ffffn },
    { lo: 0xa000_0000n, hi: 0xafff_ffffn },
  ]
  const { mask, values } = narrowedTest(testOf(ranges))
  expect([mask, values]).toEqual([0x5000_0000n, [{ lo: 0n, hi: 0n }]])
})

it('leaves a test as it is where a range says it as shortly, or every bit matters', () => {
  const bound = testOf([{ lo: 0n, hi: 0x0fff_ffffn }])
  expect(narrowedTest(bound)).toBe(bound)
  const list = testOf([1n, 8n, 0x2_0008n].map((value) => ({ lo: value, hi: value })))
  expect(narrowedTest(list)).toBe(list)
})

it('means the same', () => {
  // Bits that are chosen and values of them make sets that can be narrowed.
  const bits = fc.uniqueArray(fc.integer({ min: 0, max: 31 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      bits,
      fc.infiniteStream(fc.boolean()),
      fc.array(fc.bigInt({ min: 0n, max: LOW_WORD })),
      (at, choose, samples) => {
        const mask = at.reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n)
        const chosen = new Map<bigint, boolean>()
        const isIn = (value: bigint): boolean => {
          const key = value & mask
          const known = chosen.get(key)
          if (known !== undefined) return known
          const choice = choose.next().value === true
          chosen.set(key, choice)
          return choice
        }
        const least = 1n << BigInt(Math.min(...at))
        if (32 - Math.min(...at) > 12) return // the list of ranges would be long
        const blocks = Array.from({ length: Number((LOW_WORD + 1n) / least) }, (_, i) => BigInt(i) * least)
        const ranges = canonical(
          U64,
          blocks.filter(isIn).map((lo) => ({ lo, hi: lo + least - 1n })),
        )
        const test = argument(0, ranges, LOW_WORD)
        if (test.kind !== 'argument') return
        const narrow = narrowedTest(test)
        for (const value of samples)
          expect(contains(narrow.values, value & narrow.mask)).toBe(contains(test.values, value))
      },
    ),
  )
})
