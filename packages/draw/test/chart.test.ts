import { verdictOf } from '@seccompile/abi'
import { expect, it } from 'vitest'
import { axisBottom, axisLeft } from '../src/chart/axis.ts'
import { legend, toneEntry, verdictEntries } from '../src/chart/legend.ts'
import { linearScale, ticks } from '../src/chart/scale.ts'
import { serialize } from '../src/svg/element.ts'
import { fitted, textWidth } from '../src/svg/text-width.ts'
import { bounded, leftOutText } from '../src/picture/bounded.ts'
import { TONES } from '../src/picture/tone.ts'

it('maps a domain to pixels', () => {
  expect([0, 5, 10].map(linearScale([0, 10], [100, 0]).at)).toEqual([100, 50, 0])
  expect(linearScale([3, 3], [10, 20]).at(3)).toBe(10)
})

it('finds round whole ticks inside the domain: half an instruction is none', () => {
  expect(ticks(0, 468)).toEqual([0, 100, 200, 300, 400])
  expect(ticks(0, 1)).toEqual([0, 1])
  expect(ticks(0, 3, 5)).toEqual([0, 1, 2, 3])
  expect(ticks(0, 4096)).toEqual([0, 1000, 2000, 3000, 4000])
  expect(ticks(7, 7)).toEqual([7])
  expect(ticks(13, 29, 3)).toEqual([20])
})

it('leaves out the text of a tick that would touch the one before', () => {
  const scale = linearScale([0, 10], [0, 60])
  const wide = Array.from({ length: 11 }, (_, value) => ({ value, text: 'x86_64' }))
  const text = serialize(axisBottom(0, { scale, ticks: wide, label: 'calls' }))
  expect(text.match(/x86_64/g)).toHaveLength(2)
  expect(text.match(/<line/g)).toHaveLength(12)
  expect(serialize(axisLeft(0, { scale, label: 'calls' }))).toContain('>calls<')
})

it('lists verdicts once, from what lets run to what kills', () => {
  const verdicts = [
    verdictOf('KILL_PROCESS'),
    verdictOf('ERRNO', 38),
    verdictOf('ERRNO', 1),
    verdictOf('ALLOW'),
  ]
  expect(verdictEntries([...verdicts, ...verdicts]).map(({ mark, text }) => `${mark} ${text}`)).toEqual(
    ['A ALLOW', 'E1 ERRNO(1)', 'E38 ERRNO(38)', 'K KILL_PROCESS'], // prettier-ignore
  )
})

it('breaks a legend into rows, and counts what does not fit', () => {
  expect(legend(TONES.map(toneEntry), 0, 0, 2000).height).toBe(22)
  expect(legend(TONES.map(toneEntry), 0, 0, 300).height).toBeGreaterThan(60)
  const many = Array.from({ length: 30 }, (_, data) => verdictOf('ERRNO', data))
  expect(serialize(legend(verdictEntries(many), 0, 0, 500).element)).toContain('and 6 more')
})

it('cuts a text to a width', () => {
  expect(fitted('read', 100, 11)).toBe('read')
  expect(fitted('setsockopt', 40, 11)).toMatch(/^sets?o?…$/)
  expect(textWidth(fitted('setsockopt', 40, 11)!, 11)).toBeLessThanOrEqual(40)
  expect(fitted('read', 3, 11)).toBeUndefined()
})

it('estimates bold letters wider than others, and all as wide as in DejaVu Sans', () => {
  // Widths that Chromium measures for DejaVu Sans, 100 pixels high.
  expect(textWidth('KILL_PROCESS', 100)).toBeGreaterThan(724.9)
  expect(textWidth('depends on arguments', 100)).toBeGreaterThan(1158)
  expect(textWidth('E38', 100, 'bold')).toBeGreaterThan(207.4)
  expect(textWidth('mount 0 10', 100)).toBeGreaterThan(579)
  expect(textWidth('openat', 100, 'code')).toBeGreaterThan(6 * 60.2)
  expect(textWidth('系統', 100, 'code')).toBeGreaterThan(200)
  expect(textWidth('E38', 100, 'bold')).toBeGreaterThan(textWidth('E38', 100))
})

it('says what is left out', () => {
  expect(bounded([1, 2, 3], 2)).toEqual({ shown: [1, 2], leftOut: 1 })
  expect(bounded([1], 2)).toEqual({ shown: [1], leftOut: 0 })
  expect([0, 1, 2].map((count) => leftOutText(count, 'call'))).toEqual([
    undefined,
    '1 call is not shown',
    '2 calls are not shown',
  ])
})
