import { expect, it } from 'vitest'
import { pipeline, runPass, timing } from '@seccompile/pass'
import type { TimeRow } from '@seccompile/pass'
import { dropLast, input, keep } from './example-passes.ts'

it('timing takes the time of each pass, and of what is made of them', () => {
  const rows: TimeRow[] = []
  let clock = 100
  const now = (): number => (clock += 1)
  runPass(pipeline('outer', [keep, pipeline('inner', [dropLast])]), input, {
    instruments: [timing((row) => rows.push(row), now)],
  })
  expect(rows).toEqual([
    { pass: 'keep', depth: 1, isMadeOfOthers: false, time: 1 },
    { pass: 'drop-last', depth: 2, isMadeOfOthers: false, time: 1 },
    { pass: 'inner', depth: 1, isMadeOfOthers: true, time: 3 },
    { pass: 'outer', depth: 0, isMadeOfOthers: true, time: 7 },
  ])
})
