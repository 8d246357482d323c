import { pipelineOf } from '@seccompile/pass'
import { expect, it } from 'vitest'
import { candidates } from '../src/compile/candidates.ts'
import type { Candidate, First, RuleFacts } from '../src/compile/candidates.ts'
import { pipelines } from '../src/compile/pipelines.ts'

const { speed, size, smallest, list } = pipelines
const own: Candidate = {
  pass: speed.pass,
  insnCost: speed.insnCost,
  argInsnCost: speed.insnCost,
  effort: 'default',
  maxPath: Infinity,
}
const facts: RuleFacts = {
  ranges: 60,
  sections: 1,
  objective: 'uniform',
  mostLists: 1,
}
const first: Extract<First, { kind: 'fits' }> = { kind: 'fits', insns: 100, value: 8, gap: 1 }
const prices = (found: readonly Candidate[]): readonly unknown[] =>
  found.map(({ insnCost, argInsnCost }) => [insnCost, argInsnCost])

it('searches the numbers of one section once, and lays arguments out at the price of the other goal (issue 18)', () => {
  expect(prices(candidates(own, facts, first))).toEqual([[speed.insnCost, size.insnCost]])
})

it.each<[string, Partial<RuleFacts>, Partial<Candidate>]>([
  ['of several sections', { sections: 2 }, {}],
  ['where a path is bounded', {}, { maxPath: 20 }],
  ['under bitmap, whose value counts few calls', { objective: 'bitmap' }, {}],
])('searches numbers at the price of the other goal %s', (_, other, bounded) => {
  const found = candidates({ ...own, ...bounded }, { ...facts, ...other }, first)
  expect(prices(found)[0]).toEqual([size.insnCost, size.insnCost])
})

it.each<[boolean, Partial<RuleFacts>, number]>([
  [true, { objective: 'weights', ranges: 32 }, 0.02],
  [false, { objective: 'weights', ranges: 32 }, 0.01],
  [false, { objective: 'weights', ranges: 33 }, 0.02],
  [false, { objective: 'uniform', ranges: 32 }, 0.02],
  [false, { objective: 'weights', ranges: 32, mostLists: 9 }, 0.02],
])(
  'tries effort max for small lists with weights and a gap (issue 34): %s, %o, %d',
  (isTried, other, gap) => {
    const found = candidates(own, { ...facts, ...other }, { ...first, gap })
    expect(found.some(({ effort }) => effort === 'max')).toBe(isTried)
  },
)

it('tries price 0 where arguments count, or a path is bounded (issue 34)', () => {
  expect(prices(candidates(own, { ...facts, mostLists: 9 }, first))).toContainEqual([speed.insnCost, 0])
  expect(prices(candidates({ ...own, maxPath: 20 }, facts, first))).toContainEqual([0, 0])
})

it('tries price 1 for the fewest instructions (issue 34)', () => {
  const fewest = { ...own, insnCost: smallest.insnCost, argInsnCost: smallest.insnCost }
  expect(candidates(fewest, facts, first).map(({ argInsnCost }) => argInsnCost)).toContain(1)
  expect(candidates(own, facts, first).map(({ argInsnCost }) => argInsnCost)).not.toContain(1)
})

it('tries shorter bounds at price 0 where every path is too long (issue 34)', () => {
  const found = candidates({ ...own, maxPath: 20 }, facts, { kind: 'path-too-long' })
  expect(found.map(({ argInsnCost, maxPath }) => [argInsnCost, maxPath])).toEqual([
    [0, 19],
    [0, 18],
    [0, 17],
  ])
})

it('tries the price of few instructions where calls cost nothing', () => {
  const found = candidates(own, facts, { ...first, value: 0 })
  expect(prices(found)).toEqual([
    [size.insnCost, size.insnCost],
    [smallest.insnCost, smallest.insnCost],
  ])
})

it('tries the price of few instructions for the goal size (issue 34)', () => {
  const few = [size.insnCost, smallest.insnCost]
  const dear = { ...own, insnCost: size.insnCost, argInsnCost: size.insnCost }
  expect(prices(candidates(dear, facts, first))).toContainEqual(few)
  expect(prices(candidates(own, facts, first))).not.toContainEqual(few)
})

it('varies the effort where it is not the default', () => {
  const found = candidates({ ...own, effort: 'max' }, facts, first)
  expect(found.map(({ argInsnCost, effort }) => [argInsnCost, effort])).toEqual([
    [speed.insnCost, 'default'],
    [size.insnCost, 'max'],
    [size.insnCost, 'default'],
  ])
})

it.each<[string, Partial<RuleFacts>, boolean]>([
  ['few ranges', { ranges: 48 }, true],
  ['many ranges', { ranges: 49 }, false],
  ['many ranges under bitmap', { ranges: 49, objective: 'bitmap' }, true],
])('of %s, tries the pipeline list last: %#', (_, other, isTried) => {
  const last = candidates(own, { ...facts, ...other }, first).at(-1)
  expect(last?.pass === list.pass).toBe(isTried)
})

it('tries the pipeline list once where it is the list that takes part, by whomever it is put together', () => {
  const pass = pipelineOf('mine', list.pass.parts!) as typeof list.pass
  const few = { ...facts, ranges: 5 }
  expect(prices(candidates({ ...own, pass }, few, first))).toEqual([[size.insnCost, size.insnCost]])
  const dear = { insnCost: size.insnCost, argInsnCost: size.insnCost }
  expect(prices(candidates({ ...own, ...dear, pass }, few, first))).toEqual([
    [speed.insnCost, speed.insnCost],
    [smallest.insnCost, smallest.insnCost],
  ])
})

it('keeps the passes of a list that takes part in the choice', () => {
  const mine = { ...own, pass: pipelines.none.pass }
  expect(candidates(mine, facts, first).map(({ pass }) => pass)).toEqual([mine.pass])
})

it('tries the price of few instructions and the list where a program is a little too long, and nothing where it is far too long', () => {
  const few = [smallest.insnCost, smallest.insnCost]
  const listed = [size.insnCost, size.insnCost]
  const tooLong = { kind: 'too-long', insns: 4900 } as const
  expect(prices(candidates(own, facts, tooLong))).toEqual([few, listed])
  expect(prices(candidates({ ...own, insnCost: few[0]!, argInsnCost: few[0]! }, facts, tooLong))).toEqual([
    listed,
  ])
  expect(candidates(own, facts, { kind: 'too-long', insns: 70_007 })).toEqual([])
})

it('tries the list for the goal smallest, at any size', () => {
  const dear = { ...own, insnCost: smallest.insnCost, argInsnCost: smallest.insnCost }
  for (const insns of [100, 2049])
    expect(candidates(dear, facts, { ...first, insns }).at(-1)?.pass).toBe(list.pass)
})

it('has none beside a large program', () => {
  expect(candidates(own, facts, { ...first, insns: 2049 })).toEqual([])
})
