import { createHash } from 'node:crypto'
import { el, render } from '@seccompile/draw'
import { policy } from '@seccompile/policy'
import { reportDocument, reportPage, withPictures } from '@seccompile/report'
import type { Report, ReportBlock, ReportCell, WantedPicture } from '@seccompile/report'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { callCell, conditionCell } from '../src/report.ts'
import { filterOf, textsOf } from './reported.ts'

const reportOf = (...titles: readonly string[]): Report => ({
  title: 'T',
  facts: [],
  sections: titles.map((title) => ({ title, blocks: [] })),
  maker: 'M',
})
const tableOf = (cells: readonly ReportCell[], note?: string): ReportBlock => ({
  kind: 'table',
  header: ['h'],
  rows: cells.map((cell) => [cell]),
  ...(note === undefined ? {} : { note }),
})
const pageWith = (block: ReportBlock): string =>
  reportPage({ ...reportOf(), sections: [{ title: 'One', blocks: [block] }] })

describe('the page', () => {
  it('allows its one style by the hash of its text, and nothing else', () => {
    const page = reportPage(reportOf())
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(page)!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.match(/Content-Security-Policy" content="([^"]*)"/)?.[1]).toBe(
      `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
    )
  })

  it('has contents where it has two sections', () => {
    expect(reportPage(reportOf('A'))).not.toContain('<nav')
    expect(reportPage(reportOf('A', 'B c'))).toContain('<a href="#b-c">B c</a>')
  })

  it('sets numbers as such, and long cells wide', () => {
    expect(pageWith(tableOf([7, 'x', 'x'.repeat(25)]))).toContain(
      `<tr><td class="number">7</td></tr>\n<tr><td>x</td></tr>\n<tr><td class="long">${'x'.repeat(25)}</td></tr>`,
    )
  })

  it('has the note of a table below it', () => {
    expect(pageWith(tableOf([], 'so'))).toContain('</table>\n</div>\n<p class="note">so</p>')
  })
})

it('a column of numbers alone is set as numbers in Markdown', () => {
  const text = (...cells: readonly ReportCell[]): string =>
    reportDocument({ ...reportOf(), sections: [{ title: 'One', blocks: [tableOf(cells)] }] })
  expect(text(1, 2)).toContain('| h |\n| --: |\n')
  expect(text(1, 'x')).toContain('| h |\n| --- |\n')
})

describe('a cell', () => {
  it('folds more than forty names', () => {
    const names = Array.from({ length: 41 }, (_, i) => `call${i}`)
    expect(callCell(names.slice(1))).toHaveLength(40)
    expect(callCell(names)).toMatchObject({ kind: 'folded', summary: '41 calls' })
  })

  it('shows the short form of a condition, and folds the whole one', () => {
    expect(conditionCell('a == 1', 'a == 1')).toEqual({ kind: 'code', text: 'a == 1' })
    expect(conditionCell('', '')).toBe('')
    expect(conditionCell('a == 1 or a == 2', '2 values')).toMatchObject({
      summary: { text: '2 values' },
      pieces: [{ text: 'a == 1 or a == 2' }],
    })
  })
})

describe('the pictures of a section', () => {
  const filter = filterOf(policy({ default: 'allow' }).deny('ptrace'))
  const section = { section: { title: 'One', blocks: [{ kind: 'text', text: 'first' }] } } as const
  const pictured = (wanted: WantedPicture) => withPictures(section, [wanted])

  it('have no style of their own, since the page has it', async () => {
    const { section: made } = await pictured({ kind: 'barcode', filters: [filter] })
    expect(made.pictures).toHaveLength(1)
    expect(made.pictures?.[0]?.text).toMatch(/^<svg [^]*<\/svg>$/)
    expect(made.pictures?.[0]?.text).not.toContain('<style')
    expect(render({ title: 'a', description: 'b', width: 1, height: 1, body: [el('g')] })).toContain('<style')
  })

  it('are left out with a note where one is too large for a report', async () => {
    const names = ['x86_64', 'x86', 'aarch64', 'arm', 'riscv64', 'loongarch64'] as const
    const [first, ...others] = names.map((name) => abiTable(name))
    const filters = [policy({ default: 'allow' }), policy({ default: 'deny' })].map((mine) =>
      filterOf(mine, [first!, ...others]),
    )
    const { section: made } = await pictured({ kind: 'barcode', filters: [filters[0]!, filters[1]!] })
    expect(made.pictures).toEqual([])
    expect(textsOf(made.blocks)[1]).toMatch(
      /^The picture barcode is left out: it has \d{6} bytes, and a report takes 262144;/,
    )
  })

  it('are left out with a note where one cannot be drawn', async () => {
    const { section: made } = await pictured({ kind: 'tree', filters: [{ ...filter, abis: [] as never }] })
    expect(made.pictures).toEqual([])
    expect(textsOf(made.blocks)).toEqual(['first', expect.stringContaining('The picture tree is left out: ')])
  })

  it('are not left out by a fault of ours', async () => {
    const broken = { ...filter, program: () => Promise.reject(new Error('broken')) }
    await expect(pictured({ kind: 'arcs', filters: [broken] })).rejects.toThrow('broken')
  })
})
