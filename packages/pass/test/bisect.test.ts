import { describe, expect, it } from 'vitest'
import { bisect, fixpoint, pipeline, runPass } from '@seccompile/pass'
import type { BisectRow } from '@seccompile/pass'
import { dropLast, forget, input, keep } from './example-passes.ts'

/** How many rules are left when only the first `limit` optional passes run. */
const left = (limit: number): number | undefined =>
  runPass(pipeline('p', [keep, dropLast, dropLast]), input, { instruments: [bisect(limit)] }).sections[0]
    ?.rules.length

describe('bisect', () => {
  it('runs the first passes and leaves out the rest', () => {
    expect([0, 1, 2, 3, 4].map(left)).toEqual([3, 3, 2, 1, 1])
    expect(runPass(pipeline('p', [keep, dropLast]), input, { instruments: [bisect(0)] })).toBe(input)
  })

  it('counts each round of a fixpoint, and says what it did', () => {
    const rows: BisectRow[] = []
    const instruments = [bisect(3, (row) => rows.push(row))]
    const out = runPass(pipeline('p', [keep, fixpoint([dropLast]), forget]), input, { instruments })
    expect(out.kind).toBe('verdict') // a pass to another level always runs
    expect(rows.map(({ number, pass, ran }) => `${number} ${pass} ${ran}`)).toEqual([
      '1 keep true',
      '2 drop-last true',
      '3 drop-last true',
      '4 drop-last false',
    ])
  })

  it('counts each run from 1', () => {
    const rows: BisectRow[] = []
    const instruments = [bisect(1, (row) => rows.push(row))]
    for (const pass of [pipeline('p', [keep, dropLast]), dropLast, pipeline('p', [dropLast, keep])])
      runPass(pass, input, { instruments })
    expect(rows.map(({ number, pass, ran }) => `${number} ${pass} ${ran}`)).toEqual([
      '1 keep true',
      '2 drop-last false',
      '1 drop-last true',
      '1 drop-last true',
      '2 keep false',
    ])
    const none = [bisect(0, (row) => rows.push(row))]
    for (const pass of [dropLast, keep]) expect(runPass(pass, input, { instruments: none })).toBe(input)
    expect(rows.slice(-2).map(({ number }) => number)).toEqual([1, 1])
  })

  it.each([-1, 1.5, Number.NaN])('refuses %s', (limit) => {
    expect(() => bisect(limit)).toThrow(`bisect limit is ${limit}; expected a whole number, 0 or more`)
  })
})
