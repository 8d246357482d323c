import {
  all,
  ALWAYS,
  any,
  argument,
  argumentTests,
  holds,
  LOW_WORD,
  NEVER,
  not,
  predicateKey,
  printPredicate,
  U64,
} from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { simplify } from '../src/simplify.ts'

const within = (index: number, lo: bigint, hi = lo, mask?: bigint): Predicate =>
  argument(index, [{ lo, hi }], mask)
const a = within(0, 1n)
const a2 = within(0, 2n)
const b = within(1, 2n)
const c = within(2, 3n)

describe('simplify', () => {
  it.each<[string, Predicate, Predicate]>([
    ['makes values of one argument one set', any([a, b, a2]), any([within(0, 1n, 2n), b])],
    [
      'intersects them in an `all`',
      all([within(0, 0n, 5n), b, within(0, 3n, 9n)]),
      all([within(0, 3n, 5n), b]),
    ],
    ['keeps masks apart', any([a, within(0, 2n, 2n, LOW_WORD)]), any([a, within(0, 2n, 2n, LOW_WORD)])],
    ['knows that two values at once are none', all([a, a2]), NEVER],
    ['knows that all values are always', any([within(0, 0n, 5n), within(0, 6n, U64.max)]), ALWAYS],
    [
      'drops values that the mask cannot yield',
      argument(0, [{ lo: 0n, hi: 2n }], 0b101n),
      within(0, 0n, 1n, 0b101n),
    ],
    ['drops what never holds', any([a, argument(0, [{ lo: 2n, hi: 2n }], 0b101n)]), a],
    ['flattens', any([a, { kind: 'any', of: [b, { kind: 'any', of: [c] }] }]), any([a, b, c])],
    ['drops repeats', all([b, a, b]), all([a, b])],
    ['absorbs the stronger of an `any`', any([all([a, b]), a]), a],
    ['absorbs the weaker of an `all`', all([any([a, b]), a]), a],
    ['joins siblings of an `any`', any([all([a, b]), all([a2, b])]), all([within(0, 1n, 2n), b])],
    ['joins siblings of an `all`', all([any([within(0, 1n, 2n), b]), any([a2, b])]), any([a2, b])],
    [
      'keeps siblings that differ in two tests',
      any([all([a, b]), all([a2, c])]),
      any([all([a, b]), all([a2, c])]),
    ],
    ['orders parts by argument', any([c, a, b]), any([a, b, c])],
    ['puts tests before junctions', all([any([b, c]), a]), all([a, any([b, c])])],
  ])('%s', (_, before, after) => {
    expect(printPredicate(simplify(before))).toBe(printPredicate(after))
    expect(predicateKey(simplify(before))).toBe(predicateKey(after))
  })

  it('tests the high word before the low one', () => {
    const low = within(0, 5n, 5n, LOW_WORD)
    const high = within(0, 0n, 0n, U64.max - LOW_WORD)
    expect(simplify(all([low, high]))).toEqual(all([high, low]))
  })

  it('ends soon on a condition of thousands of tests', () => {
    const wide = (index: number): Predicate =>
      any(Array.from({ length: 2000 }, (_, i) => within(index, BigInt(i % 64), undefined, BigInt(64 + i))))
    expect(argumentTests(simplify(all([wide(0), wide(1), wide(0)]))).length).toBeGreaterThan(1000)
  })

  it('returns what is simple as it is', () => {
    const simple = any([all([a, b]), all([a2, c])])
    expect(simplify(simple)).toBe(simple)
  })

  // Values are made of a few bits of both words, so that all of them can be tried.
  const bits = [1n, 2n, 4n, 1n << 32n, 1n << 63n]
  const words = bits.reduce<readonly bigint[]>((list, bit) => [...list, ...list.map((v) => v | bit)], [0n])
  const word = fc.constantFrom(...words)
  const values = fc.array(
    fc.tuple(word, word).map(([x, y]) => (x < y ? { lo: x, hi: y } : { lo: y, hi: x })),
    { minLength: 1, maxLength: 4 },
  )
  const mask = fc.oneof(
    fc.constantFrom(U64.max, LOW_WORD),
    word.filter((m) => m > 0n),
  )
  const test = fc.tuple(fc.nat(1), values, mask).map((parts) => argument(...parts))
  const predicate = fc.letrec<{ node: Predicate }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      test,
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(all),
      fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(any),
      tie('node').map(not),
    ),
  })).node

  it('keeps what a condition means', () => {
    fc.assert(
      fc.property(predicate, (p) => {
        const simple = simplify(p)
        for (const x of words)
          for (const y of words) if (holds(simple, [x, y]) !== holds(p, [x, y])) expect([x, y]).toBe(simple)
      }),
      { numRuns: 300 },
    )
  })

  it('has nothing left to do on what it yields', () => {
    fc.assert(
      fc.property(predicate, (p) => {
        const simple = simplify(p)
        expect(simplify(simple)).toBe(simple)
      }),
      { numRuns: 300 },
    )
  })
})
