import { expect, it } from 'vitest'
import { barChart } from '../src/bar-chart.ts'
import { lineChart, spread, ticks } from '../src/chart.ts'

it('has ticks at round numbers, from 0 to where nothing is above', () => {
  expect(ticks(203)).toEqual([0, 50, 100, 150, 200, 250])
  expect(ticks(306)).toEqual([0, 100, 200, 300, 400])
  expect(ticks(300)).toEqual([0, 50, 100, 150, 200, 250, 300])
  expect(ticks(0.7)).toEqual([0, 0.2, 0.4, 0.6, 0.8])
  expect(ticks(0)).toHaveLength(2)
})

it('moves names apart that would stand on each other, in their order', () => {
  expect(spread([10, 100, 12], 17, 400)).toEqual([10, 100, 27])
  expect(spread([390, 395, 399], 17, 400)).toEqual([366, 383, 400])
})

const chart = {
  title: 'a <b> & "c"',
  caption: ['one', 'two'],
  xLabel: 'place',
  yLabel: 'ns',
  digits: 1,
  series: [
    { name: 'rising', points: [[1, 10], [300, 200]] },
    { name: 'flat', points: [[0, 50]], isMain: true, isDashed: true },
  ],
} as const // prettier-ignore

it('draws a line for each series, one across for a single point, with its last value and name at the end', () => {
  const svg = lineChart(chart)
  expect(svg).toContain(
    '<path class="l s0" d="M71.8 370L600 66"/><circle class="n0" cx="71.8" cy="370" r="3"/>',
  )
  expect(svg).toContain('<path class="l s1 m d" d="M70 306L600 306"/>\n')
  expect(svg).toContain('<text x="610" y="70" class="n0"><tspan class="v">200.0</tspan> rising</text>')
  expect(svg).toContain('@media (prefers-color-scheme:dark)')
})

it('escapes what is markup in text, and is well formed', () => {
  const svg = lineChart(chart)
  expect(svg).toContain('>a &lt;b&gt; &amp; &quot;c&quot;</text>')
  const tags = [...svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)]
  const open: string[] = []
  for (const [, closes, name, isEmpty] of tags) {
    if (closes === '/') expect(open.pop()).toBe(name)
    else if (isEmpty !== '/') open.push(name!)
  }
  expect(open).toEqual([])
})

it('is the same text for the same chart', () => {
  expect(lineChart(chart)).toBe(lineChart(chart))
})

const bars = {
  title: 'a <b>',
  caption: ['one'],
  xLabel: 'ns',
  digits: 1,
  measures: ['first', 'second'],
  rows: [
    { name: 'short', values: [10, -1], isMain: true },
    { name: 'long', values: [40, 90], isMain: false },
  ],
  most: 40,
} as const

it('draws a bar for each value, cut where the chart ends, and says the whole value', () => {
  const svg = barChart(bars)
  expect(svg).toContain('<rect class="n0" x="210" y="84" width="137.5" height="8"/>')
  expect(svg).toContain('<rect class="n1" x="210" y="93" width="0.5" height="8"/>') // below 0
  expect(svg).toContain('<rect class="n1" x="210" y="121" width="550" height="8"/>')
  expect(svg).toContain('>90.0</text>')
  expect(svg).toContain('class="v">short</text>')
  expect(svg).toContain('>a &lt;b&gt;</text>')
})
