import { expect, it } from 'vitest'
import { drawWaterfall } from '@seccompile/draw'
import type { WaterfallStage } from '@seccompile/draw'
import { HOSTILE } from './real-filters.ts'
import { elementsOf } from './well-formed.ts'

const STAGES: readonly WaterfallStage[] = [
  { pass: 'rules', level: 'rules', size: 320 },
  { pass: 'merge-ranges', level: 'rules', size: 61 },
  { pass: 'linear', level: 'decision', size: 98 },
  { pass: 'lower', level: 'program', size: 101, mean: 16.54 },
  { pass: 'thread-jumps', level: 'program', size: 101, mean: 11.59 },
  { pass: 'dead-code', level: 'program', size: 99, mean: 11.59 },
]

it('draws size and mean cost after each pass', async () => {
  const svg = drawWaterfall(STAGES, { filter: 'docker.json' })
  elementsOf(svg)
  await expect(svg).toMatchFileSnapshot('golden/waterfall.svg')
  expect(svg).toContain('docker.json: 99 instructions, 11.59 executed per call after dead-code, from 320 ranges</title>')
}) // prettier-ignore

it('has a heading that fits, and the whole fact as its title', () => {
  const headOf = (width: number): string | undefined =>
    />([^<]*)<\/text>/.exec(drawWaterfall(STAGES, { filter: 'docker.json', width }).split('class="head"')[1]!)?.[1]
  expect(headOf(1000)).toBe('docker.json: 99 instructions, 11.59 executed per call after dead-code, from 320 ranges')
  expect(headOf(640)).toBe('docker.json: size and cost after each pass')
}) // prettier-ignore

it('says what a pass changed, within one level only', () => {
  const svg = drawWaterfall(STAGES)
  expect(svg).toContain('>61 ranges (−259)<')
  expect(svg).toContain('>98 nodes<')
  expect(svg).toContain('>101 instructions<')
  expect(svg).toContain('>11.59 (−4.95)<')
})

it('has one unit and one scale in a panel', () => {
  const svg = drawWaterfall(STAGES)
  for (const unit of ['ranges', 'nodes', 'instructions']) expect(svg.split(`>in ${unit}<`)).toHaveLength(2)
  const widthsOf = (series: string): readonly number[] =>
    [...svg.matchAll(new RegExp(`<rect class="${series}" x="190" [^>]*width="([\\d.]+)"`, 'g'))].map(
      ([, width]) => Number(width),
    )
  // The largest size of each level fills the room.
  const largest = ['series4', 'series1', 'series0'].map((series) => Math.max(...widthsOf(series)))
  expect(new Set(largest).size).toBe(1)
})

it('draws pipelines without passes, without means, and long ones', () => {
  elementsOf(drawWaterfall([]))
  const svg = drawWaterfall([{ pass: 'rules', level: 'rules', size: 0 }])
  elementsOf(svg)
  expect(svg).not.toContain('on average')
  const long = drawWaterfall(Array.from({ length: 100 }, () => STAGES[5]!))
  elementsOf(long)
  expect(long).toContain('40 passes not shown')
  const ended = drawWaterfall([...Array.from({ length: 99 }, () => STAGES[5]!), { ...STAGES[5]!, size: 7 }])
  expect(ended).toContain('40 passes not shown, dead-code 7 instructions.</desc>')
})

it('shows hostile names as text', () => {
  elementsOf(drawWaterfall([{ pass: HOSTILE, level: 'rules', size: 1, mean: 2 }], { filter: HOSTILE }))
})
