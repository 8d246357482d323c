import { all, ALWAYS, any, argument, holds, LOW_WORD, NEVER } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { arbitraryPredicate, arbitraryU64 } from '@seccompile/rules/arbitrary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { implies } from '../src/implies.ts'
import { simplify } from '../src/simplify.ts'

const within = (index: number, lo: bigint, hi = lo, mask?: bigint): Predicate =>
  argument(index, [{ lo, hi }], mask)
const a = within(0, 1n)
const b = within(1, 2n)
const c = within(2, 3n)

describe('implies', () => {
  it.each<[string, Predicate, Predicate, boolean]>([
    ['itself', a, a, true],
    ['another argument', a, b, false],
    ['more values', within(0, 1n, 3n), within(0, 0n, 3n), true],
    ['fewer values', within(0, 0n, 3n), within(0, 1n, 3n), false],
    ['a part', all([a, b]), a, true],
    ['a whole', a, all([a, b]), false],
    ['a choice', a, any([b, a]), true],
    ['one of a choice', any([a, b]), a, false],
    ['a choice of more', any([all([a, c]), b]), any([a, b]), true],
    ['what never holds', a, NEVER, false],
    ['whatever holds, from never', NEVER, a, true],
    ['what always holds', a, ALWAYS, true],
    ['fewer bits', within(0, 0x1_0000_0005n), within(0, 5n, 5n, LOW_WORD), true],
    ['other values under fewer bits', within(0, 0x1_0000_0006n), within(0, 5n, 5n, LOW_WORD), false],
    ['more bits', within(0, 5n, 5n, LOW_WORD), within(0, 5n), false],
    ['fewer bits of too many values', within(0, 0n, 1000n), within(0, 0n, 1000n, LOW_WORD), false],
  ])('sees about %s', (_, p, q, expected) => {
    expect(implies(p, q)).toBe(expected)
  })

  it('is never wrong when it says yes', () => {
    const args = fc.array(arbitraryU64(), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(arbitraryPredicate(), arbitraryPredicate(), args, (p, q, values) => {
        const both = simplify(all([p, q]))
        const either = simplify(any([p, q]))
        for (const [x, y] of [
          [both, simplify(p)],
          [simplify(q), either],
          [simplify(p), simplify(q)],
        ] as const)
          if (implies(x, y) && holds(x, values)) expect(holds(y, values)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
