import { toneLetters } from '@seccompile/draw'
import { expect, it } from 'vitest'
import { reportDocument } from '../src/document.ts'
import { reportPage } from '../src/page.ts'
import type { Report, VerdictMark } from '../src/report.ts'
import { STYLE } from '../src/style.ts'

const [light = '', dark = '', print = ''] = [...STYLE.matchAll(/:root \{([^}]*)\}/g)].map(([, text]) => text)
const coloursOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(/--([\w-]+): ?(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!]))

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [most, least] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (most! + 0.05) / (least! + 0.05)
}

it.each([
  ['light', light],
  ['dark', dark],
  ['print', print],
])('has text that can be read on the page and on the heads of tables, in %s', (_, text) => {
  const colours = coloursOf(text)
  for (const name of ['text', 'dim', 'link', 'open', 'refused', 'between'])
    for (const ground of ['ground', 'band'])
      expect([name, ground, contrast(colours.get(name)!, colours.get(ground)!) >= 4.5]).toEqual([
        name,
        ground,
        true,
      ])
})

it.each([
  ['light', light],
  ['dark', dark],
])('has verdicts that can be read, in %s', (_, text) => {
  const colours = coloursOf(text)
  const fills = [...colours.keys()].filter((name) => name.startsWith('t-'))
  expect(fills).toHaveLength(10)
  for (const fill of fills)
    expect([fill, contrast(colours.get(fill)!, colours.get(fill.replace('t-', 'on-'))!) >= 4.5]).toEqual([fill, true])
}) // prettier-ignore

it('says each verdict by its letter in pictures too, in HTML and in Markdown', () => {
  const cell: VerdictMark = { kind: 'verdict', text: 'ERRNO(EPERM)', tone: 'ERRNO' }
  const table = { kind: 'table', header: ['verdict'], rows: [[cell]] } as const
  const report: Report = { title: 'a', facts: [], sections: [{ title: 'b', blocks: [table] }], maker: 'c' }
  const page = reportPage(report)
  expect(page).toContain('<span class="verdict t-errno">ERRNO(EPERM)</span>')
  expect(page).toContain(`.verdict.t-errno::before{content:"${toneLetters.ERRNO}\\a0"`)
  expect(reportDocument(report)).toContain(`| **${toneLetters.ERRNO}** ERRNO(EPERM) |`)
})
