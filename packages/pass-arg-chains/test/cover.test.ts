import { argument, argumentTests, canonical, holds, LOW_WORD, printPredicate, U64 } from '@seccompile/rules'
import type { ArgumentTest, Predicate, RangeSet } from '@seccompile/rules'
import { describe, expect, it } from 'vitest'
import { canonicalForm } from '../src/canonical-form.ts'
import { cover, testCost } from '../src/cover.ts'
import { possibleValues } from '../src/possible-values.ts'
import { split } from '../src/split.ts'

const singles = (values: readonly bigint[]): RangeSet<bigint> =>
  canonical(
    U64,
    values.map((v) => ({ lo: v, hi: v })),
  )
const test = (values: RangeSet<bigint>, mask: bigint = LOW_WORD): ArgumentTest => {
  const made = argument(0, possibleValues(mask, values), mask)
  if (made.kind !== 'argument') throw new TypeError('the set is not to be empty or whole')
  return made
}
const SPEED = 0
const SIZE = 100
const text = (values: readonly bigint[], mask?: bigint, insnCost = SPEED): string =>
  printPredicate(canonicalForm(split(test(singles(values), mask), insnCost), insnCost))

describe('split', () => {
  it.each<[string, readonly bigint[], string]>([
    ['a subcube', [0n, 8n, 0x20000n, 0x20008n], '(args[0] & 0xfffdfff7) == 0'],
    [
      'a subcube and what is left',
      [0n, 8n, 0x20000n, 0x20008n, 0xffff_ffffn],
      '(args[0] & 0xffffffff) == 0xffffffff or (args[0] & 0xfffdfff7) == 0',
    ],
    ['a subcube of ranges', [0n, 1n, 2n, 3n, 8n, 9n, 10n, 11n], '(args[0] & 0xfffffff4) == 0'],
  ])('takes %s together', (_, values, expected) => {
    expect(text(values)).toBe(expected)
  })

  it.each<[string, readonly bigint[]]>([
    ['a range, which costs no more than a mask', [0n, 1n, 2n, 3n]],
    ['values that share no subcube', [1n, 2n, 4n]],
    ['a pair off zero, since masking it costs as much', [5n, 0x15n]],
    ['one value', [7n]],
  ])('leaves %s', (_, values) => {
    const whole = test(singles(values))
    expect(split(whole, SPEED)).toBe(whole)
    expect(split(whole, SIZE)).toBe(whole)
  })

  it('takes a subcube off zero together where that costs no more steps, or size counts', () => {
    const four = [5n, 0x15n, 0x105n, 0x115n]
    const eight = four.flatMap((v) => [v, v | 0x1000n])
    expect(text(eight, LOW_WORD, SPEED)).toBe('(args[0] & 0xffffeeef) == 5')
    expect(text(four, LOW_WORD, SPEED)).toBe(
      'args[0] in {5, 0x15, 0x105, 0x115}'.replace('args[0]', '(args[0] & 0xffffffff)'),
    )
    expect(text(four, LOW_WORD, SIZE)).toBe('(args[0] & 0xfffffeef) == 5')
  })

  it('does not make a long chain of masks of what can be searched, unless size counts', () => {
    // Ten subcubes of four, each with free bits of its own; no two bases differ in a single bit.
    const values = Array.from({ length: 10 }, (_, i) => {
      const base = BigInt((i + 1) * 3) << 20n
      const free = [1n << BigInt(i), 1n << BigInt(10 + i)] as const
      return [base, base | free[0], base | free[1], base | free[0] | free[1]]
    }).flat()
    const parts = (insnCost: number): number => argumentTests(split(test(singles(values)), insnCost)).length
    expect(parts(SPEED)).toBe(1)
    expect(parts(SIZE)).toBe(10)
  })

  it('takes subcubes with the same free bits together under one mask', () => {
    const values = [1n, 6n, 11n, 13n].flatMap((base) =>
      [0n, 1n, 2n, 3n].map((bits) => (base << 8n) | (bits & 1n) | ((bits >> 1n) << 4n)),
    )
    expect(text(values, LOW_WORD, SIZE)).toBe('(args[0] & 0xffffffee) in {0x100, 0x600, 0xb00, 0xd00}')
  })

  it('excludes a subcube of values that are not in the set', () => {
    const others = test([
      { lo: 1n, hi: 7n },
      { lo: 9n, hi: 0x1ffffn },
      { lo: 0x20001n, hi: 0x20007n },
      { lo: 0x20009n, hi: LOW_WORD },
    ])
    expect(printPredicate(canonicalForm(others, SPEED))).toBe('(args[0] & 0xfffdfff7) != 0')
  })

  it('takes the high word of a 64-bit set apart once', () => {
    expect(text([0n, 8n, 0x20000n, 0x20008n, 0xffff_ffffn], U64.max)).toBe(
      '(args[0] & 0xffffffff00000000) == 0 and ' +
        '((args[0] & 0xffffffff) == 0xffffffff or (args[0] & 0xfffdfff7) == 0)',
    )
    const high = 0x7n << 32n
    expect(text([high, high | 8n, high | 1n, high | 9n], U64.max)).toBe(
      '(args[0] & 0xfffffffffffffff6) == 0x700000000',
    )
  })

  it('excludes a subcube of 64-bit values', () => {
    const all = test([{ lo: 1n, hi: 7n }, { lo: 9n, hi: 0x1ffffn }, { lo: 0x20001n, hi: 0x20007n }, { lo: 0x20009n, hi: U64.max }], U64.max) // prettier-ignore
    expect(printPredicate(canonicalForm(all, SPEED))).toBe('(args[0] & 0xfffffffffffdfff7) != 0')
  })

  it('finds subcubes across words', () => {
    const high = 1n << 40n
    expect(text([0n, 8n, high, high | 8n], U64.max)).toBe('(args[0] & 0xfffffefffffffff7) == 0')
  })

  it('keeps sets of 4-bit values, and makes none cost more', () => {
    const words = Array.from({ length: 16 }, (_, v) => BigInt(v))
    const cost = (predicate: Predicate): number =>
      predicate.kind === 'argument' ? testCost(predicate) : predicate.of.reduce((sum, p) => sum + cost(p), 0)
    for (let set = 1; set < 0xffff; set += 7) {
      const whole = test(singles(words.filter((v) => (set >> Number(v)) & 1)), 15n)
      const parts = split(whole, SIZE)
      if (parts === whole) continue
      const isSame = words.every((v) => holds(parts, [v]) === (((set >> Number(v)) & 1) === 1))
      if (!isSame || cost(parts) >= testCost(whole)) expect(printPredicate(parts)).toBe(printPredicate(whole))
    }
  })
})

describe('cover', () => {
  const random = (count: number, bits: bigint): RangeSet<bigint> => {
    let state = 1n
    const next = (): bigint => (state = (state * 6364136223846793005n + 1442695040888963407n) & U64.max)
    return singles(Array.from({ length: count }, () => next() >> (64n - bits)))
  }

  it.each<[string, RangeSet<bigint>]>([
    ['1000 values at random among 2^64', random(1000, 64n)],
    ['1000 values at random among 2^32', random(1000, 32n)],
    ['600 values at random among 1024', random(600, 10n)],
    ['1000 odd values', singles(Array.from({ length: 1000 }, (_, i) => BigInt(2 * i + 1)))],
    ['1000 squares', singles(Array.from({ length: 1000 }, (_, i) => BigInt(i) ** 2n))],
    ['5000 values, too many to look into', singles(Array.from({ length: 5000 }, (_, i) => BigInt(3 * i)))],
  ])('keeps %s', (_, values) => {
    const parts = split(test(values, U64.max), SIZE)
    for (const { lo, hi } of values) {
      expect(holds(parts, [lo]) && holds(parts, [hi])).toBe(true)
      expect(holds(parts, [hi + 1n]) || (lo > 0n && holds(parts, [lo - 1n]))).toBe(false)
    }
  })

  it('takes 1024 values without their middle bits by one mask', () => {
    const values = Array.from({ length: 1024 }, (_, i) => BigInt((i & 31) | ((i >> 5) << 20)))
    expect(cover(0, LOW_WORD, singles(values), SPEED)).toEqual({
      size: 1,
      price: 1,
      parts: [argument(0, [{ lo: 0n, hi: 0n }], LOW_WORD - 0x1f0001fn)],
    })
  })
})
