import { verdictOf } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { drawBitmap } from '@seccompile/draw'
import type { BitmapCall } from '@seccompile/draw'
import { reasonGroups } from '../src/bitmap/reasons.ts'
import { COST, HOSTILE } from './real-filters.ts'
import { elementsOf } from './well-formed.ts'

const CALLS: readonly BitmapCall[] = [
  { name: 'read', nr: 0, verdict: verdictOf('ALLOW') },
  { name: 'socket', nr: 41, verdict: verdictOf('ALLOW'), uncached: { pc: 7, reason: 'loads another word than nr and arch' } },
  { name: 'clone', nr: 56, verdict: verdictOf('ALLOW'), uncached: { pc: 9, reason: 'loads another word than nr and arch' } },
  { name: 'mount', nr: 165, verdict: verdictOf('ERRNO', 1), uncached: { pc: 12, reason: 'returns ERRNO(1), not ALLOW without data' } },
] // prettier-ignore

it('draws a cell for each call, and the reasons', async () => {
  const svg = drawBitmap([{ abi: 'x86_64', calls: CALLS }], { filter: 'small' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/bitmap.svg')
  expect(svg).toContain('<title>41 socket: ALLOW; loads another word than nr and arch</title>')
})

it('has 16 numbers in a row where 32 have no room', () => {
  const narrow = drawBitmap([{ abi: 'x86_64', calls: CALLS }], { width: 640 })
  elementsOf(narrow)
  const widthOf = (svg: string): number => Number(/ width="(\d+)"/.exec(svg)?.[1])
  expect(widthOf(narrow)).toBe(480)
  expect(narrow).toContain('>160</text>') // the row of mount, 165
  expect(drawBitmap([COST], { width: 900 })).toBe(drawBitmap([COST]))
})

it('says in its title how many allowed calls never run the filter', () => {
  const svg = drawBitmap([COST])
  elementsOf(svg)
  expect(svg).toContain('x86_64: 306 of 309 allowed calls never run the filter</title>')
})

it('joins the instructions that prevent a call for one reason', () => {
  const groups = reasonGroups(CALLS).map(({ mark, tone, calls, pcs }) => [
    mark,
    tone,
    calls.map(({ name }) => name).join(),
    pcs,
  ])
  expect(groups).toEqual([
    ['1', 'DEPENDS', 'socket,clone', [7, 9]],
    ['2', 'ERRNO', 'mount', [12]],
  ])
  const [socket] = CALLS.filter(({ name }) => name === 'socket')
  expect(reasonGroups([socket!, { ...socket!, name: 'other', nr: 42 }])[0]?.pcs).toEqual([7])
})

it('draws no grid for an ABI without a bitmap', () => {
  const reason = 'has a number that no bitmap covers'
  const calls = CALLS.map((call) => ({ ...call, uncached: { reason } }))
  const svg = drawBitmap([{ abi: 'x32', calls }])
  expect(svg).toContain('x32: 0 of 3 allowed calls never run the filter: each has a number that no bitmap covers')
  expect(svg).not.toContain('socket')
}) // prettier-ignore

it('is bounded, and shows hostile names as text', () => {
  const calls = Array.from({ length: 5000 }, (_, nr) => ({
    name: `${HOSTILE}${nr}`,
    nr: nr * 40,
    verdict: verdictOf('ALLOW'),
    uncached: { pc: nr, reason: `${HOSTILE} ${nr}` },
  }))
  const svg = drawBitmap([{ abi: HOSTILE, calls }])
  elementsOf(svg)
  expect(svg).toContain('1,008 reasons are not shown')
  expect(svg).toContain('3,976 calls are not shown')
  expect(svg.length).toBeLessThan(1_000_000)
  expect(drawBitmap(Array.from({ length: 6 }, () => ({ abi: 'x', calls: CALLS })))).toContain('2 ABIs are not shown')
  elementsOf(drawBitmap([]))
  elementsOf(drawBitmap([{ abi: 'x', calls: [] }]))
}) // prettier-ignore
