import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskedSet, negated, wordsInto } from '../src/masked-set.ts'
import type { MaskedWordSet } from '../src/masked-set.ts'
import { afterStep, applied, wholeWord } from '../src/value.ts'
import type { LiftValue, StepOp } from '../src/value.ts'

const WHOLE = 0xffff_ffff
const contains = ({ mask, values }: MaskedWordSet, word: number): boolean =>
  values.some(({ lo, hi }) => lo <= (word & mask) >>> 0 && (word & mask) >>> 0 <= hi)

const constants = fc.oneof(
  fc.nat(20),
  fc.nat(WHOLE),
  fc.constantFrom(WHOLE, 0x8000_0000, 0x7fff_ffff, 0xff, 0xff00, 0xf0f0, 0xffff_0000),
)
const ranges = fc
  .array(fc.tuple(constants, fc.oneof(fc.constant(0), fc.nat(40), constants)), { minLength: 1, maxLength: 3 })
  .map((list) => list.map(([lo, width]) => ({ lo, hi: Math.min(lo + width, WHOLE) })))
const operations = fc.constantFrom<StepOp>('and', 'or', 'xor', 'add', 'mul', 'div', 'lsh', 'rsh', 'neg')
const steps = fc.array(
  fc.tuple(operations, constants).map(([op, k]): readonly [StepOp, number] => {
    if (op === 'lsh' || op === 'rsh') return [op, k % 32]
    return [op, op === 'div' ? Math.max(k, 1) : k]
  }),
  { minLength: 1, maxLength: 5 },
)
/** The result of `list` on `word`, computed step by step. */
const done = (list: readonly (readonly [StepOp, number])[], word: number): number =>
  list.reduce((value, [op, k]) => applied(op, value, k), word)

describe('maskedSet', () => {
  it('makes the ends of ranges values of the mask', () => {
    expect(maskedSet(0xf0, [{ lo: 1, hi: 0x2f }])).toEqual({ mask: 0xf0, values: [{ lo: 0x10, hi: 0x20 }] })
  })

  it('joins ranges with no value of the mask between', () => {
    const halves = [
      { lo: 0, hi: 0x10 },
      { lo: 0x20, hi: 0xff },
    ]
    expect(maskedSet(0xf0, halves)).toEqual({ mask: 0xf0, values: [{ lo: 0, hi: 0xf0 }] })
  })

  it('drops ranges without a value of the mask', () => {
    expect(maskedSet(0x8000_0001, [{ lo: 2, hi: 0x7fff_ffff }]).values).toEqual([])
    expect(maskedSet(1, [{ lo: 2, hi: WHOLE }]).values).toEqual([])
  })

  it('holds the same words as the ranges', () => {
    fc.assert(
      fc.property(constants, ranges, constants, (mask, list, word) => {
        const set = maskedSet(mask, list)
        const isIn = contains({ mask, values: list }, word)
        expect([contains(set, word), contains(negated(set), word)]).toEqual([isIn, !isIn])
      }),
    )
  })
})

describe('wordsInto', () => {
  it('finds the words that arithmetic takes into a set', () => {
    let found = 0
    fc.assert(
      fc.property(steps, constants, ranges, fc.array(constants), (list, mask, into, samples) => {
        const value = list.reduce<LiftValue>((held, [op, k]) => afterStep(held, op, k, 0), wholeWord(0))
        const set = maskedSet(mask, into)
        if (value.kind === 'constant') {
          for (const word of samples) expect(done(list, word)).toBe(value.value)
          return
        }
        if (value.kind === 'lost') return
        const words = wordsInto(maskedSet(mask, into, value.bits), value.steps)
        if (words === undefined) return
        found += 1
        // The ends of the ranges, in both directions, are where an error shows.
        const edges = words.values.flatMap(({ lo, hi }) => [lo, hi, lo - 1, hi + 1].map((word) => word >>> 0))
        for (const word of [...samples, ...edges])
          expect({ word, isIn: contains(words, word) }).toEqual({
            word,
            isIn: contains(set, done(list, word)),
          })
      }),
      { numRuns: 3000 },
    )
    expect(found).toBeGreaterThan(1500)
  })

  it.each<readonly [string, readonly (readonly [StepOp, number])[], MaskedWordSet, MaskedWordSet | undefined]>([
    ['a sum that wraps', [['add', 10]], maskedSet(WHOLE, [{ lo: 5, hi: 12 }]),
      { mask: WHOLE, values: [{ lo: 0, hi: 2 }, { lo: 0xffff_fffb, hi: WHOLE }] }],
    ['a negation', [['neg', 0]], maskedSet(WHOLE, [{ lo: 0, hi: 2 }]),
      { mask: WHOLE, values: [{ lo: 0, hi: 0 }, { lo: 0xffff_fffe, hi: WHOLE }] }],
    ['a field', [['rsh', 8], ['and', 0xf]], maskedSet(WHOLE, [{ lo: 3, hi: WHOLE }]),
      { mask: 0xf00, values: [{ lo: 0x300, hi: 0xf00 }] }],
    ['the sign turned over', [['xor', 0x8000_0000]], maskedSet(WHOLE, [{ lo: 0x8000_0000, hi: WHOLE }]),
      { mask: 0x8000_0000, values: [{ lo: 0, hi: 0 }] }],
    ['a quotient', [['div', 10]], maskedSet(WHOLE, [{ lo: 3, hi: 4 }]),
      { mask: WHOLE, values: [{ lo: 30, hi: 49 }] }],
    ['a product that fits', [['and', 0xff], ['mul', 3]], maskedSet(WHOLE, [{ lo: 10, hi: 20 }]),
      { mask: 0xff, values: [{ lo: 4, hi: 6 }] }],
    ['a product that does not, for one value', [['mul', 3]], maskedSet(WHOLE, [{ lo: 1, hi: 1 }]),
      { mask: WHOLE, values: [{ lo: 0xaaaa_aaab, hi: 0xaaaa_aaab }] }],
    ['a product that does not, for many', [['mul', 3]], maskedSet(WHOLE, [{ lo: 0, hi: 1000 }]), undefined],
    ['a sum under a mask with holes', [['add', 1], ['and', 0b101]], maskedSet(WHOLE, [{ lo: 1, hi: 1 }]), undefined],
    ['a sum above the mask', [['add', 1], ['and', 0xf0]], maskedSet(WHOLE, [{ lo: 0x10, hi: 0x10 }]),
      { mask: 0xff, values: [{ lo: 0x0f, hi: 0x1e }] }],
  ])('takes back %s', (_, list, set, expected) => {
    const value = list.reduce<LiftValue>((held, [op, k]) => afterStep(held, op, k, 0), wholeWord(0))
    if (value.kind !== 'word') throw new Error('is not a word any more')
    const words = wordsInto(maskedSet(set.mask, set.values, value.bits), value.steps)
    if (expected === undefined) expect(words).toBeUndefined()
    // One set may have several masks, but only one list of words.
    else {
      const edges = expected.values.flatMap(({ lo, hi }) => [lo - 1, lo, hi, hi + 1].map((edge) => edge >>> 0))
      expect(words?.values.length).toBe(expected.values.length)
      expect(edges.map((edge) => words && contains(words, edge))).toEqual(edges.map((edge) => contains(expected, edge)))
    }
  }) // prettier-ignore
})
