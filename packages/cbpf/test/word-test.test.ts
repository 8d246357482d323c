import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryValues, testOp } from '../src/word-test.ts'
import { passes, WHOLE_WORD } from '@seccompile/abi'
import type { TestOp } from '@seccompile/abi'

const word = fc.oneof(fc.nat(4), fc.constantFrom(0x8000_0000, WHOLE_WORD, WHOLE_WORD - 1), fc.nat(WHOLE_WORD))
const ops: readonly TestOp[] = ['eq', 'gt', 'ge', 'set']

it('names the comparison of each jump, by constant and by X', () => {
  expect([0x15, 0x1d, 0x25, 0x2d, 0x35, 0x3d, 0x45, 0x4d].map(testOp)).toEqual(ops.flatMap((op) => [op, op]))
  expect(() => testOp(0x05)).toThrow(TypeError)
})

it('compares unsigned, under the mask', () => {
  expect(passes({ mask: WHOLE_WORD, op: 'gt', k: 0x7fff_ffff }, 0x8000_0000)).toBe(true)
  expect(passes({ mask: 0xff, op: 'eq', k: 0x34 }, 0x1234)).toBe(true)
  expect(passes({ mask: 0xff, op: 'ge', k: 0x35 }, 0x1234)).toBe(false)
  expect(passes({ mask: 0x8000_0000, op: 'set', k: WHOLE_WORD }, 0x8000_0000)).toBe(true)
})

describe('boundaryValues', () => {
  it('are the constant and its neighbours, which wrap', () => {
    expect(boundaryValues({ mask: WHOLE_WORD, op: 'eq', k: 7 })).toEqual([7, 6, 8])
    expect(boundaryValues({ mask: WHOLE_WORD, op: 'ge', k: 0 })).toEqual([0, WHOLE_WORD, 1])
  })

  it('are single bits where the test looks at bits', () => {
    expect(boundaryValues({ mask: 0xf0, op: 'eq', k: 0x30 })).toEqual([
      0x30, 0x2f, 0x31, 0, WHOLE_WORD, 0xffff_ff3f, 0x20, 0x10, 0x70, 0xb0,
    ]) // prettier-ignore
    expect(boundaryValues({ mask: WHOLE_WORD, op: 'set', k: 0x18 })).toEqual([
      0x18, 0x17, 0x19, 0, WHOLE_WORD, 0xffff_ffe7, 8, 16, 1,
    ]) // prettier-ignore
  })

  it('stand on both sides of every test that has two', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...ops), word, word, (mask, op, k, other) => {
        const test = { mask, op, k }
        const sides = new Set(boundaryValues(test).map((value) => passes(test, value)))
        // If some value has an outcome, a boundary value has it too.
        expect(sides.has(passes(test, other))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
