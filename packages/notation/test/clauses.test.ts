import { clausesOf } from '@seccompile/notation'
import { printCondition } from '@seccompile/policy'
import { conditionPredicate } from '@seccompile/policy/toolkit'
import { all, ALWAYS, any, argument, holds, LOW_WORD, NEVER, not } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const MAX = 2n ** 64n - 1n
const text = (when: Predicate, wordSize: 32 | 64 = 64) =>
  clausesOf(when, wordSize)?.map((clause) => clause.map(printCondition).join(' && '))
const inside = (index: number, ...ranges: (readonly [bigint, bigint])[]) =>
  argument(
    index,
    ranges.map(([lo, hi]) => ({ lo, hi })),
  )

it('makes one comparison of a set that has one', () => {
  expect(text(inside(0, [5n, 5n]))).toEqual(['args[0] == 5'])
  expect(text(inside(0, [0n, 5n]))).toEqual(['args[0] <= 5'])
  expect(text(inside(0, [5n, MAX]))).toEqual(['args[0] >= 5'])
  expect(text(not(inside(0, [5n, 5n])))).toEqual(['args[0] != 5'])
  expect(text(argument(1, [{ lo: 2n, hi: 2n }], 0x7n))).toEqual(['args[1] & 7 == 2'])
})

it('compares the low word on an ABI with narrow arguments', () => {
  expect(text(argument(0, [{ lo: 5n, hi: LOW_WORD }], LOW_WORD), 32)).toEqual(['args[0] >= 5'])
  expect(text(argument(0, [{ lo: 5n, hi: 5n }], LOW_WORD), 64)).toEqual(['args[0] & 0xffffffff == 5'])
})

it('makes prefixes of a range with two bounds', () => {
  expect(text(inside(0, [8n, 15n]))).toEqual(['args[0] & 0xfffffffffffffff8 == 8'])
})

it('joins what differs in one argument', () => {
  expect(text(any([inside(0, [0n, 4n]), inside(0, [6n, MAX])]))).toEqual(['args[0] != 5'])
  const both = any([inside(0, [1n, 1n]), inside(0, [2n, 2n])].map((part) => all([part, inside(1, [7n, 7n])])))
  expect(text(both)).toEqual(['args[0] == 1 && args[1] == 7', 'args[0] == 2 && args[1] == 7'])
})

it('intersects two comparisons of one argument into one', () => {
  const low = argument(0, [{ lo: 1n, hi: 1n }], 1n)
  const high = argument(0, [{ lo: 0n, hi: 0n }], 0x10n)
  expect(text(all([low, high]))).toEqual(['args[0] & 0x11 == 1'])
  expect(text(all([inside(0, [0n, 9n]), inside(0, [9n, 12n])]))).toEqual(['args[0] == 9'])
})

it('has an empty clause for what always holds, and no clause for what never does', () => {
  expect(clausesOf(ALWAYS, 64)).toEqual([[]])
  expect(clausesOf(NEVER, 64)).toEqual([])
  expect(clausesOf(all([inside(0, [1n, 1n]), inside(0, [2n, 2n])]), 64)).toEqual([])
})

it('has no clauses where they would be too many', () => {
  const spread = [0, 1].map((index) =>
    inside(index, ...Array.from({ length: 100 }, (_, i) => [BigInt(i * 3), BigInt(i * 3)] as const)),
  )
  expect(clausesOf(all(spread), 64)).toBeUndefined()
})

const bits = fc.bigInt({ min: 0n, max: 15n })
const test = fc
  .record({ index: fc.constantFrom(0, 1), mask: fc.constantFrom(1n, 5n, 6n, 12n, MAX), values: fc.array(bits, { minLength: 1, maxLength: 4 }) })
  .map(({ index, mask, values }) => argument(index, values.map((value) => ({ lo: value, hi: value | 3n })), mask)) // prettier-ignore
const predicate = fc.letrec<{ node: Predicate }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test,
    fc.array(tie('node'), { maxLength: 3 }).map(all),
    fc.array(tie('node'), { maxLength: 3 }).map(any),
    tie('node').map(not),
  ),
})).node

it('holds for exactly the calls that the predicate holds for', () => {
  fc.assert(
    fc.property(predicate, (when) => {
      const clauses = clausesOf(when, 64)
      fc.pre(clauses !== undefined)
      const written = any(clauses.map((clause) => all(clause.map((each) => conditionPredicate(each, 64)))))
      for (let x = 0n; x < 20n; x += 1n)
        for (let y = 0n; y < 20n; y += 1n) {
          const args = [x === 19n ? MAX : x, y === 19n ? MAX - 1n : y, 0n, 0n, 0n, 0n]
          expect(holds(written, args)).toBe(holds(when, args))
        }
      for (const clause of clauses) expect(new Set(clause.map(({ index }) => index)).size).toBe(clause.length)
    }),
  )
})
