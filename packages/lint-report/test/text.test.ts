import { PLAIN } from '@seccompile/answer'
import { countsText, lintedText, lintMarkdown, summaryText } from '@seccompile/lint-report'
import type { LintedFinding, LintFailure, LintResult } from '@seccompile/lint-report'
import { describe, expect, it } from 'vitest'
import { answerOf, lintedWith, UNREAD } from './linted.ts'

const painted = (style: string) => (text: string) => `<${style}>${text}`
const paint = { ...PLAIN, cyan: painted('cyan'), red: painted('red'), yellow: painted('yellow') }
const none = new Set<string>()
const textOf = (findings: readonly Partial<LintedFinding>[], asked: ReadonlySet<string> = none): string =>
  lintedText(paint, lintedWith(findings), asked)
const twelve = Array.from({ length: 12 }, () => ({}))
const source = { file: 'mine.json', line: 2, column: 3 }

describe('the findings of a file at a terminal', () => {
  it('have the colour of their severity', () => {
    const text = textOf([{ severity: 'high' }, { severity: 'medium' }, { severity: 'low' }])
    expect(text).toContain('  <red>high    some-gap  so\n  <yellow>medium  some-gap  so\n  <cyan>low ')
  })

  it('have their place, with the name of another file', () => {
    expect(textOf([{ source }])).toContain('some-gap  2:3: so\n')
    expect(textOf([{ source: { ...source, file: 'base.json' } }])).toContain('some-gap  base.json:2:3: so\n')
  })

  it('stay on their line', () => {
    expect(textOf([{ what: 'a\nb' }])).toContain('some-gap  a\\nb\n')
  })

  it('are left out where a baseline accepts them, and counted where nothing is left', () => {
    expect(textOf([{ accepted: 'known' }, { what: 'open' }])).not.toContain('  so\n')
    expect(textOf([{ accepted: 'known' }])).toBe(
      'mine.json: no findings except 1 that the baseline accepts\n',
    )
    expect(textOf([])).toBe('mine.json: no findings\n')
  })

  it('are ten of one name, unless the name is asked for', () => {
    expect(textOf(twelve).match(/some-gap {2}so/g)).toHaveLength(10)
    expect(textOf(twelve)).toContain('\n  2 more of some-gap are not shown; ')
    const all = textOf(twelve, new Set(['some-gap']))
    expect(all.match(/some-gap {2}so/g)).toHaveLength(12)
    expect(all).not.toContain('not shown')
  })
})

describe('the findings in Markdown', () => {
  const markdown = (...files: readonly (LintResult | LintFailure)[]): string =>
    lintMarkdown(answerOf(...files), none)

  it('make no markup', () => {
    expect(markdown(lintedWith([{ what: 'a | *b*' }]))).toContain('| a \\| \\*b\\* |')
  })

  it('stand with the lint rules that are not decided', () => {
    const text = markdown(lintedWith([], { undecided: [{ name: 'width-gap', reason: 'too large' }] }))
    expect(text).toContain('No findings.\n\nNot decided: `width-gap`, too large\n')
  })

  it('are missing for a file that was not read, which is said', () => {
    expect(markdown(UNREAD)).toContain('### `b.json`\n\nNot linted: b.json: is no policy\n')
  })
})

describe('the summary', () => {
  const counts = { high: 1, medium: 0, low: 2, accepted: 0 }
  const linted = lintedWith([])

  it('counts findings by their severity, and one without a plural', () => {
    expect(countsText(counts, '')).toBe('3 findings: 1 high, 2 low')
    expect(countsText({ ...counts, low: 0 }, ' in a')).toBe('1 finding in a: 1 high')
    expect(countsText({ ...counts, high: 0, low: 0, accepted: 2 }, '')).toBe(
      'no findings; 2 accepted by the baseline',
    )
  })

  it('does not count a file that was not read', () => {
    expect(summaryText(counts, [linted, linted])).toBe('3 findings in 2 files: 1 high, 2 low')
    expect(summaryText(counts, [linted, UNREAD])).toBe(
      '3 findings in 1 file: 1 high, 2 low; 1 file not linted',
    )
    expect(summaryText(counts, [UNREAD])).toBe('no file was linted')
  })
})
