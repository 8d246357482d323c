import { expect, it } from 'vitest'
import { drawCost } from '@seccompile/draw'
import { COST, HOSTILE } from './real-filters.ts'
import { elementsOf } from './well-formed.ts'

const calls = (...steps: readonly number[]): readonly { readonly name: string; readonly steps: number }[] =>
  steps.map((each, i) => ({ name: `call${i}`, steps: each }))

const THREE = [
  { name: 'ours', calls: calls(4, 3, 4, 5) },
  { name: 'tree', calls: calls(6, 6, 7, 7) },
  { name: 'list', calls: calls(4, 8, 12, 16) },
]

it('draws a line for each program', async () => {
  const svg = drawCost(THREE, { abi: 'x86_64' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/cost.svg')
})

it('says the averages in its title, and the dearest call of each program', () => {
  const svg = drawCost(THREE)
  expect(svg).toContain('on average: 4 with ours; 6.5 with tree; 10 with list</title>')
  expect(svg).toContain('list: 10 on average, at most 16 (call3)')
  expect(svg).toContain('tree: 6.5 on average, at most 7 (2 calls)')
})

it('has a logarithmic axis where the dearest call costs more than ten times the cheapest', () => {
  const axisOf = (most: number): readonly number[] => {
    const svg = drawCost([{ name: 'a', calls: calls(4, most) }])
    expect(svg.includes('logarithmic')).toBe(most > 40)
    return [...svg.matchAll(/text-anchor="end" font-size="11">([\d,]+)</g)].map(([, text]) =>
      Number(text!.replace(',', '')),
    )
  }
  expect(axisOf(40)).toEqual([0, 10, 20, 30, 40])
  expect(axisOf(41)).toEqual([2, 5, 10, 20, 50])
  expect(axisOf(3000)).toEqual([2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000])
})

it('is the same for calls in another order', () => {
  const turned = THREE.map((program) => ({ ...program, calls: program.calls.toReversed() }))
  expect(drawCost(turned)).toBe(drawCost(THREE))
})

it('tells lines apart without their colours', () => {
  const dashes = [...drawCost(Array.from({ length: 6 }, () => THREE[0]!)).matchAll(/<path [^>]*series\d-line[^>]*>/g)]
  const kinds = dashes.map(([text]) => /dasharray="([^"]*)"/.exec(text)?.[1] ?? 'none')
  expect(new Set(kinds).size).toBe(6)
}) // prettier-ignore

it('draws the costs of a compiled filter', () => {
  const svg = drawCost([{ name: 'container-default', calls: COST.calls }])
  elementsOf(svg)
  expect(svg).toContain('container-default: 385 calls')
})

it('draws no programs, programs without calls, and at most six programs', () => {
  elementsOf(drawCost([]))
  elementsOf(drawCost([{ name: 'empty', calls: [] }]))
  const many = drawCost(Array.from({ length: 9 }, () => THREE[2]!))
  elementsOf(many)
  expect(many).toContain('3 programs are not shown')
})

it('shows hostile names as text', () => {
  elementsOf(drawCost([{ name: HOSTILE, calls: [{ name: HOSTILE, steps: 1 }] }], { abi: HOSTILE }))
})

it('refuses a cost that is no number', () => {
  expect(() => drawCost([{ name: 'x', calls: calls(NaN) }])).toThrow(RangeError)
})
