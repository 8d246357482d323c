import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordPath } from '../src/word-path.ts'
import { passes, WHOLE_WORD } from '@seccompile/abi'
import type { TestOp, WordTest } from '@seccompile/abi'

const fresh = (): WordPath => new WordPath({ left: 100_000 })
const whole = (op: TestOp, k: number): WordTest => ({ mask: WHOLE_WORD, op, k })

describe('WordPath', () => {
  it('keeps to the interval that tests leave', () => {
    const path = fresh()
    expect(path.value).toBe(0)
    expect(path.narrow(whole('ge', 10), true)).toBe(true)
    expect(path.narrow(whole('gt', 12), false)).toBe(true)
    expect([9, 10, 12, 13].map((value) => path.allows(value))).toEqual([false, true, true, false])
    expect(path.value).toBe(10)
  })

  it('knows the ends that are left, where they pass', () => {
    const path = fresh()
    expect(path.ends).toEqual([])
    path.narrow(whole('gt', 9), true)
    expect(path.ends).toEqual([WHOLE_WORD]) // 10 is the value
    path.narrow(whole('eq', WHOLE_WORD), false)
    expect(path.ends).toEqual([])
  })

  it('steps over points taken out, also downwards', () => {
    const path = fresh()
    path.narrow(whole('ge', 0xffff_fffe), true)
    expect(path.narrow(whole('eq', 0xffff_fffe), false)).toBe(true)
    expect(path.value).toBe(0xffff_ffff)
    path.undo()
    path.narrow(whole('eq', 0xffff_ffff), false)
    expect(path.value).toBe(0xffff_fffe)
    expect(path.narrow(whole('eq', 0xffff_fffe), false)).toBe(false)
  })

  it('has no value for tests that contradict each other, and is as before', () => {
    const path = fresh()
    path.narrow(whole('eq', 5), true)
    expect(path.narrow(whole('gt', 5), true)).toBe(false)
    expect(path.narrow(whole('eq', 5), false)).toBe(false)
    expect(path.value).toBe(5)
    path.undo()
    expect(path.allows(6)).toBe(true)
  })

  it('counts how often a point was taken out', () => {
    const path = fresh()
    path.narrow(whole('eq', 5), false)
    path.narrow(whole('eq', 5), false)
    path.undo()
    expect(path.allows(5)).toBe(false)
    path.undo()
    expect(path.allows(5)).toBe(true)
    path.undo() // one more undo than there were tests
    expect(path.value).toBe(0)
  })

  it('finds the bits that several masks leave', () => {
    const path = fresh()
    expect(path.narrow({ mask: 0xf0, op: 'eq', k: 0x30 }, true)).toBe(true)
    expect(path.narrow(whole('set', 0x0c), true)).toBe(true)
    expect(path.narrow(whole('set', 0x04), false)).toBe(true)
    expect(path.narrow(whole('gt', 0x1_0000), true)).toBe(true)
    expect(path.value).toBe(0x1_0038)
  })

  it('gives up without fuel', () => {
    const path = new WordPath({ left: 0 })
    expect(path.narrow(whole('set', 1), true)).toBe(false)
    expect(path.allows(0)).toBe(true)
  })

  it('finds a value exactly where there is one, on a word of six bits', () => {
    const small = fc.nat(70)
    const test = fc.record({
      mask: fc.oneof(fc.constant(WHOLE_WORD), fc.nat(63)),
      op: fc.constantFrom<TestOp>('eq', 'gt', 'ge', 'set'),
      k: small,
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(test, fc.boolean()), { maxLength: 12, size: 'max' }), (steps) => {
        const path = fresh()
        path.narrow(whole('ge', 64), false)
        let left = Array.from({ length: 64 }, (_, value) => value)
        for (const [step, wanted] of steps) {
          const next = left.filter((value) => passes(step, value) === wanted)
          expect(path.narrow(step, wanted)).toBe(next.length > 0)
          if (next.length > 0) left = next
          expect(left).toContain(path.value)
          expect(
            Array.from({ length: 64 }, (_, value) => value).filter((value) => path.allows(value)),
          ).toEqual(left)
        }
      }),
      { numRuns: 300 },
    )
  })
})
