import { describe, expect, it } from 'vitest'
import { folded } from '../src/graph/fold.ts'
import type { Draft } from '../src/graph/flow-parts.ts'

const test = (key: string, yes: string, no: string): Draft<string> => ({
  key,
  node: { lines: [key] },
  next: [{ to: yes, way: 'yes' }, { to: no, way: 'no' }],
}) // prettier-ignore
const end = (key: string): Draft<string> => ({ key, node: { lines: [key] }, next: [] })
const ENDS = [end('A'), end('B')]

describe('a chain', () => {
  it('ends before a test into which another way leads', () => {
    const chain = Array.from({ length: 8 }, (_, i) => test(`${i}`, 'A', i === 7 ? 'B' : `${i + 1}`))
    const drafts = folded([test('first', '2', '0'), ...chain, ...ENDS], new Set())
    const keys = new Set(drafts.map(({ key }) => key))
    expect(drafts.flatMap(({ next }) => next).filter(({ to }) => !keys.has(to))).toEqual([])
    expect(keys).toContain('2')
  })

  it('has tests that leave by one side alone', () => {
    const next = (i: number): string => (i === 5 ? 'B' : `${i + 1}`)
    const turns = Array.from({ length: 6 }, (_, i) =>
      i % 2 === 0 ? test(`${i}`, 'A', next(i)) : test(`${i}`, next(i), 'A'),
    )
    // The first and the last line of a chain are tests.
    expect(folded([...turns, ...ENDS], new Set()).filter(({ node }) => node.lines.length > 2)).toEqual([])
  })

  it('counts as all of its tests where it is a part of a branch', () => {
    const chain = Array.from({ length: 5 }, (_, i) => test(`${i}`, 'A', `${i + 1}`))
    const drafts = [test('x', '0', 'y'), test('y', '0', 'A'), ...chain, test('5', 'B', 'A'), ...ENDS]
    expect(folded(drafts, new Set()).find(({ key }) => key === '0')?.node).toEqual({
      lines: ['0', '… 3 tests more', '4', '… 5 tests more'],
      tests: 6,
    })
  })
})
