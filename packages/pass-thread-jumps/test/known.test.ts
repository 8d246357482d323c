import { BPF } from '@seccompile/abi'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { after, ANYTHING, either, exactly, narrowed, outcome } from '../src/known.ts'
import type { ValueFacts } from '../src/known.ts'

const u32 = (): fc.Arbitrary<number> =>
  fc.oneof(
    fc.nat(20),
    fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff),
    fc.nat(0xffff_ffff),
  )
const jump = (): fc.Arbitrary<readonly [number, number]> =>
  fc.tuple(fc.constantFrom(BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K), u32())

/** Whether a jump on A is taken: net/core/filter.c, computed with bigint. */
function holds(value: number, code: number, k: number): boolean {
  const [a, b] = [BigInt(value), BigInt(k)]
  if (code === BPF.JEQ_K) return a === b
  if (code === BPF.JGT_K) return a > b
  if (code === BPF.JGE_K) return a >= b
  return (a & b) !== 0n
}

/** Whether the facts `known` allow `value`: every outcome that they give is also the outcome for `value`. */
function admits(known: ValueFacts, value: number): boolean {
  const inBounds = known.lo <= value && value <= known.hi
  return inBounds && (value & known.clear) === 0 && (value & known.set) >>> 0 === known.set
}

describe('what is known of A', () => {
  it('has room for every value that went the ways it went, and tells only what is so', () => {
    const trail = fc.array(jump(), { maxLength: 6 })
    fc.assert(
      fc.property(u32(), trail, jump(), (value, jumps, [code, k]) => {
        const known = jumps.reduce((a, [c, j]) => narrowed(a, c, j, holds(value, c, j)), ANYTHING)
        expect(admits(known, value)).toBe(true)
        expect([undefined, holds(value, code, k)]).toContain(outcome(known, code, k))
      }),
      { numRuns: 2000 },
    )
  })

  it('has room for the values of both ways where they meet', () => {
    fc.assert(
      fc.property(u32(), u32(), jump(), (one, other, [code, k]) => {
        const way = (value: number): ValueFacts => narrowed(ANYTHING, code, k, holds(value, code, k))
        const met = either(way(one), exactly(other))
        expect([one, other].every((value) => admits(met, value))).toBe(true)
      }),
    )
  })

  it('has room for what instructions make of a value', () => {
    fc.assert(
      fc.property(u32(), u32(), jump(), (value, mask, [code, k]) => {
        const known = narrowed(ANYTHING, code, k, holds(value, code, k))
        expect(admits(after(known, BPF.AND_K, mask), (value & mask) >>> 0)).toBe(true)
        expect(after(known, BPF.LD_IMM, mask)).toEqual(exactly(mask))
        expect(after(known, BPF.ST, 0)).toEqual(known)
        expect(after(known, BPF.TXA, 0)).toEqual(ANYTHING)
        expect(after(known, BPF.ADD_K, k)).toEqual(ANYTHING)
      }),
    )
  })

  it.each([
    ['> 10', BPF.JGT_K, 10, true, 'tells >= 11', BPF.JGE_K, 11, true],
    ['> 10', BPF.JGT_K, 10, true, 'tells not == 10', BPF.JEQ_K, 10, false],
    ['not > 10', BPF.JGT_K, 10, false, 'tells not >= 11', BPF.JGE_K, 11, false],
    ['>= 10', BPF.JGE_K, 10, true, 'tells > 9', BPF.JGT_K, 9, true],
    ['not >= 10', BPF.JGE_K, 10, false, 'tells not > 9', BPF.JGT_K, 9, false],
    ['== 10', BPF.JEQ_K, 10, true, 'tells > 9', BPF.JGT_K, 9, true],
    ['== 10', BPF.JEQ_K, 10, true, 'tells & 2', BPF.JSET_K, 2, true],
    ['== 10', BPF.JEQ_K, 10, true, 'tells not & 5', BPF.JSET_K, 5, false],
    ['not == 0', BPF.JEQ_K, 0, false, 'tells > 0', BPF.JGT_K, 0, true],
    ['& 8', BPF.JSET_K, 8, true, 'tells >= 8', BPF.JGE_K, 8, true],
    [
      'not & 0x80000000',
      BPF.JSET_K,
      0x8000_0000,
      false,
      'tells not >= 0x80000000',
      BPF.JGE_K,
      0x8000_0000,
      false,
    ],
    ['not & 7', BPF.JSET_K, 7, false, 'tells not == 9', BPF.JEQ_K, 9, false],
  ] as const)('%s %s', (_, code, k, way, _tells, next, nextK, expected) => {
    expect(outcome(narrowed(ANYTHING, code, k, way), next, nextK)).toBe(expected)
  })

  it('tells nothing of comparisons with X', () => {
    expect(narrowed(ANYTHING, BPF.JEQ_X, 0, true)).toEqual(ANYTHING)
    expect(outcome(exactly(0), BPF.JEQ_X, 0)).toBeUndefined()
  })
})
