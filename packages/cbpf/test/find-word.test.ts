import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { burn, findWord } from '../src/find-word.ts'
import type { WantedTest } from '../src/find-word.ts'
import { passes, WHOLE_WORD } from '@seccompile/abi'
import type { TestOp } from '@seccompile/abi'

const fuel = (): { left: number } => ({ left: 1_000_000 })
const wanted = (mask: number, op: TestOp, k: number, outcome = true): WantedTest => ({
  test: { mask, op, k },
  wanted: outcome,
})

describe('findWord', () => {
  it('finds the least word', () => {
    expect(findWord([], fuel())).toBe(0)
    expect(findWord([wanted(0xf0, 'eq', 0x30), wanted(WHOLE_WORD, 'gt', 0x1_0000)], fuel())).toBe(0x1_0030)
    expect(findWord([wanted(WHOLE_WORD, 'set', 0x8000_0000)], fuel())).toBe(0x8000_0000)
    expect(findWord([wanted(WHOLE_WORD, 'ge', WHOLE_WORD)], fuel())).toBe(WHOLE_WORD)
  })

  it('has none for a constant with bits outside its mask', () => {
    expect(findWord([wanted(0xf0, 'eq', 0x31)], fuel())).toBeUndefined()
  })

  it('sees a contradiction in the low bits once, not below every choice of the high ones', () => {
    const little = { left: 2000 }
    const tests = [wanted(WHOLE_WORD, 'set', 3), wanted(3, 'eq', 1, false), wanted(3, 'gt', 1, false)]
    expect(findWord(tests, little)).toBeUndefined()
    expect(little.left).toBeGreaterThan(1500)
  })

  it('agrees with trying all words of eight bits', () => {
    const test = fc.record({
      mask: fc.oneof(fc.constant(WHOLE_WORD), fc.nat(255)),
      op: fc.constantFrom<TestOp>('eq', 'gt', 'ge', 'set'),
      k: fc.nat(256),
    })
    const list = fc.array(fc.record({ test, wanted: fc.boolean() }), { maxLength: 8 })
    const below256 = wanted(WHOLE_WORD, 'ge', 256, false)
    fc.assert(
      fc.property(list, (tests) => {
        const all = Array.from({ length: 256 }, (_, word) => word)
        const least = all.find((word) => tests.every((each) => passes(each.test, word) === each.wanted))
        expect(findWord([...tests, below256], fuel())).toBe(least)
      }),
      { numRuns: 500 },
    )
  })

  it('gives up without fuel', () => {
    expect(findWord([wanted(1, 'eq', 1)], { left: 0 })).toBeUndefined()
  })
})

it('burns no more than there is', () => {
  const tank = { left: 5 }
  expect([burn(tank, 3), burn(tank, 3), burn(tank, 2), burn(tank, 0)]).toEqual([true, false, true, true])
  expect(tank.left).toBe(0)
})
