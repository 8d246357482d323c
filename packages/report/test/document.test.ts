import { describe, expect, it } from 'vitest'
import { code, reportDocument, reportPage } from '@seccompile/report'
import type { Report, ReportBlock } from '@seccompile/report'

const MOST = 65_536

const row = (i: number): readonly string[] => [`row ${i}`, 'x'.repeat(60), 'y', 'z']
const table = (rows: number): ReportBlock => ({
  kind: 'table',
  header: ['first', 'second', 'third', 'fourth'],
  rows: Array.from({ length: rows }, (_, i) => row(i)),
})
const report = (...sections: Report['sections']): Report => ({
  title: 'T',
  head: [{ kind: 'grade', grade: 'B', text: 'because' }],
  facts: [['file', code('f.json')]],
  sections,
  maker: 'M',
})

describe('the report in Markdown', () => {
  it('begins with the grade and why', () => {
    expect(reportDocument(report())).toMatch(/^# T\n\n\*\*Grade B\*\*\n\nbecause\n\n\| about \| {2}\|\n/)
  })

  it('is whole where GitHub takes it, and is not cut a row too early', () => {
    const texts = Array.from({ length: 100 }, (_, i) =>
      reportDocument(report({ title: 'One', blocks: [table(700 + i)] })),
    )
    const whole = texts.filter((text) => !text.includes('Cut here'))
    const longest = whole.at(-1)!.length
    expect(whole.length).toBeLessThan(100)
    expect(longest).toBeLessThanOrEqual(MOST)
    expect(longest).toBeGreaterThan(MOST - '| row 700 |  | y | z |\n'.length - 60)
    expect(whole.at(-1)).toContain(`| row ${700 + whole.length - 2} |`)
  })

  it.each([860, 900, 5000])('of %i rows is cut to the characters of a comment, and says what is left out', (rows) => {
    const cut = reportDocument(report({ title: 'One', blocks: [table(rows)] }, { title: 'Two', blocks: [table(1)] }))
    expect(cut.length).toBeLessThanOrEqual(MOST)
    expect(cut.length).toBeGreaterThan(MOST - 500)
    expect(cut).toContain(
      '**Cut here:** GitHub takes 65536 characters in a comment. Left out: the rest of “One”, and “Two”. Write the report with `-o report.html` to have all of it.',
    )
    expect(cut).not.toContain('## Two')
    expect(cut).toMatch(/\nM\n$/)
    // The last row is whole.
    expect(cut).toMatch(/\| z \|\n\n\*\*Cut here/)
  }) // prettier-ignore

  it('has room for its last line where it is cut', () => {
    const cut = reportDocument({ ...report({ title: 'One', blocks: [table(5000)] }), maker: 'M'.repeat(900) })
    expect(cut.length).toBeLessThanOrEqual(MOST)
    expect(cut).toMatch(/\nM{900}\n$/)
  })

  it('closes what is folded where it is cut', () => {
    const inner = { kind: 'folded', title: 'Inner', blocks: [table(2000)] } as const
    const cut = reportDocument(report({ title: 'One', blocks: [{ kind: 'folded', title: 'Outer', blocks: [inner] }] }))
    expect(cut.length).toBeLessThanOrEqual(MOST)
    expect(cut).toContain('Cut here')
    expect(cut.match(/<details>/g)).toHaveLength(2)
    expect(cut.match(/<\/details>/g)).toHaveLength(2)
  }) // prettier-ignore

  it('is cut even where one line is too long', () => {
    const cut = reportDocument(report({ title: 'One', blocks: [{ kind: 'text', text: 'w'.repeat(MOST) }] }))
    expect(cut.length).toBeLessThanOrEqual(MOST)
    expect(cut).toContain('the rest of “One”.')
  })
})

describe('a folded part', () => {
  const names = { kind: 'folded', summary: '2 <b>', pieces: [code('a|b'), code('c')] } as const
  const whole = report({
    title: 'One',
    blocks: [
      { kind: 'folded', title: 'A <b> & c', blocks: [table(1)] },
      { kind: 'table', header: ['h'], rows: [[names]] },
    ],
  })

  it('is details in Markdown, with its text escaped', () => {
    const text = reportDocument(whole)
    expect(text).toContain('\n<details>\n<summary>A &lt;b&gt; &amp; c</summary>\n\n| first |')
    expect(text).toContain('| z |\n\n</details>\n')
    expect(text).toContain('| <details><summary>2 \\<b\\></summary>`a\\|b`, `c`</details> |')
  })

  it('is details in HTML, which open in print', () => {
    const page = reportPage(whole)
    expect(page).toContain('<details class="part"><summary>A &lt;b&gt; &amp; c</summary>')
    expect(page).toContain(
      '<details><summary>2 &lt;b&gt;</summary><code>a|b</code>, <code>c</code></details>',
    )
    expect(page).toMatch(/@media print \{.*details::details-content \{ content-visibility: visible/)
  })
})

it('a table of many columns has the header of each cell, for a narrow window', () => {
  const page = reportPage(report({ title: 'One', blocks: [table(1)] }))
  expect(page).toContain('<table class="rows">')
  expect(page).toContain('<td data-label="first">row 0</td>')
  expect(page).toContain(
    '<td data-label="second" class="long">'.replace(/(<td)( data\S+)( class\S+)>/, '$1$3$2>'),
  )
})
