import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflicts } from '@seccompile/rules'

describe('conflicts', () => {
  it('are none where nothing is noted', () => {
    expect(conflicts(1).last(0, 0)).toBe(-1)
    expect(conflicts(1).last(0, 5)).toBe(-1)
  })

  it('are those of other verdicts in the same cell', () => {
    const before = conflicts(2)
    before.note(0, 7, 3)
    expect([before.last(0, 7), before.last(0, 8), before.last(1, 8)]).toEqual([-1, 3, -1])
  })

  it('are what a list of all notes says', () => {
    const note = fc.tuple(fc.nat(2), fc.nat(3), fc.nat(20))
    fc.assert(
      fc.property(fc.array(note), fc.nat(2), fc.nat(3), (notes, cell, verdict) => {
        const before = conflicts(3)
        for (const [c, v, place] of notes) before.note(c, v, place)
        const others = notes.filter(([c, v]) => c === cell && v !== verdict).map(([, , place]) => place)
        expect(before.last(cell, verdict)).toBe(Math.max(-1, ...others))
      }),
    )
  })
})
