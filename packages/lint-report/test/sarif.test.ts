import { readFileSync } from 'node:fs'
import { findingFacts } from '@seccompile/lint'
import type { FindingFacts } from '@seccompile/lint'
import type { LintFailure, LintResult } from '@seccompile/lint-report'
import { describe, expect, it } from 'vitest'
import { sarifLog, uriOf } from '../src/sarif.ts'
import type { SarifWriter } from '../src/sarif.ts'
import { answerOf, callOn, lintedWith, UNREAD, X86_64 } from './linted.ts'

describe('the URI of a name', () => {
  it.each([
    ['policies/docker.json', 'policies/docker.json'],
    ['a b#c?d%.json', 'a%20b%23c%3Fd%25.json'],
    ['c:x.json', 'c%3Ax.json'],
    ['ü/\ud800.json', '%C3%BC/%EF%BF%BD.json'],
    ['../up.json', '../up.json'],
    // Code scanning of GitHub refuses a whole log in which one URI has another scheme than file.
    ['preset:container-default', 'preset%3Acontainer-default'],
    ['<stdin>', '%3Cstdin%3E'],
  ])('of %j is %s', (name, uri) => {
    expect(uriOf(name)).toBe(uri)
  })
})

describe('the page about a lint rule', () => {
  const own: FindingFacts = { name: 'own-rule', severity: 'low', means: 'm', remedy: 'r', sources: ['https://example.org/own'], from: 'lint' } // prettier-ignore
  /** The `helpUri` of each rule, by name. */
  function pages(writer: SarifWriter): ReadonlyMap<string, string | undefined> {
    const answer = { files: [], counts: { high: 0, medium: 0, low: 0, accepted: 0 }, failOn: 'high', unmatched: [] } as const // prettier-ignore
    const log = sarifLog(answer, [...findingFacts, own], writer) as {
      readonly runs: readonly {
        readonly tool: {
          readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] }
        }
      }[]
    }
    return new Map(log.runs[0]!.tool.driver.rules.map(({ id, helpUri }) => [id, helpUri]))
  }

  it('is its heading in docs, or the page of warnings, where the repository has a home', () => {
    const found = pages({ version: '1.2.3', home: 'https://example.org/blob/v1.2.3' })
    const doc = (name: string): string =>
      readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')
    const headings = [...doc('lint-rules.md').matchAll(/^## (.*)$/gm)].map(([, name = '']) => name)
    for (const name of headings) {
      const uri = found.get(name) ?? ''
      const page = 'https://example.org/blob/v1.2.3/docs/lint-rules.md'
      expect(uri.startsWith(`${page}#`), name).toBe(true)
      // The table of the page links to its headings.
      expect(doc('lint-rules.md')).toContain(`](${uri.slice(page.length)})`)
    }
    const others = [...found].filter(([name]) => !headings.includes(name) && name !== 'own-rule')
    expect(others.length).toBeGreaterThan(10)
    for (const [name, uri] of others) {
      expect(uri).toBe('https://example.org/blob/v1.2.3/docs/warnings.md')
      expect(doc('warnings.md')).toContain(name)
    }
    expect(found.get('own-rule')).toBe('https://example.org/own')
  })

  it('is the first source that is a page, where the repository has no home', () => {
    const found = pages({ version: '1.2.3' })
    expect(found.get('own-rule')).toBe('https://example.org/own')
    expect(found.get('width-gap')).toBe('https://github.com/seccomp/libseccomp/issues/383')
    expect(found.get('tty-injection')).toBeUndefined()
  })
})

describe('the results', () => {
  const rules = (['other-gap', 'some-gap'] as const).map((name): FindingFacts => ({ name, severity: 'high', means: 'm', remedy: 'r', from: 'lint' })) // prettier-ignore
  const runOf = (...files: readonly (LintResult | LintFailure)[]): unknown =>
    (sarifLog(answerOf(...files), rules, { version: '1.2.3' }) as { readonly runs: readonly unknown[] })
      .runs[0]
  const source = { file: 'mine.json', line: 2, column: 3 }

  it('have the level of their severity, their rule and their place', () => {
    const linted = lintedWith([{ severity: 'high', source }, { severity: 'medium' }, { severity: 'low' }])
    const region = { startLine: 2, startColumn: 3 }
    expect(runOf(linted)).toMatchObject({
      results: [
        { level: 'error', ruleIndex: 1, locations: [{ physicalLocation: { region } }] },
        { level: 'warning', ruleIndex: 1 },
        { level: 'note', ruleIndex: 1 },
      ],
    })
  })

  it('are those of the 25,000 worst findings, and a notification counts the others', () => {
    const low = lintedWith([
      ...Array.from({ length: 25_000 }, () => ({ severity: 'low' }) as const),
      { severity: 'high', accepted: 'why not' },
    ])
    const resultsOf = (...files: readonly LintResult[]) =>
      runOf(...files) as {
        readonly results: readonly { readonly level: string }[]
        readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }]
      }
    const all = resultsOf(lintedWith(low.findings.slice(0, 25_000)))
    expect(all.results).toHaveLength(25_000)
    expect(all.invocations[0].toolExecutionNotifications).toEqual([])
    const most = resultsOf(low, lintedWith([{ severity: 'high' }]))
    expect(most.results).toHaveLength(25_000)
    expect(most.results.slice(0, 2).map(({ level }) => level)).toEqual(['error', 'note'])
    expect(most.results.at(-1)).toMatchObject({ level: 'note' })
    expect(most.invocations[0].toolExecutionNotifications).toEqual([
      { level: 'warning', message: { text: '2 more findings have no result; lint --json has them' } },
    ])
  })

  it('are recognised by rule, call and ABI wherever they stand, and have a number where several are alike', () => {
    const call = callOn(X86_64, 0)
    const linted = lintedWith([{ call, source }, { call }, { call, name: 'other-gap' }])
    const print = (text: string): object => ({ partialFingerprints: { 'seccompileFinding/v1': text } })
    expect(runOf(linted)).toMatchObject({
      results: [print('some-gap read x86_64'), print('some-gap read x86_64 2'), print('other-gap read x86_64')],
    })
  }) // prettier-ignore

  it('are suppressed where a baseline accepts them, with the reason', () => {
    const { results } = runOf(lintedWith([{ accepted: 'known' }, {}])) as { readonly results: readonly object[] }
    expect(results[0]).toMatchObject({ suppressions: [{ status: 'accepted', justification: 'known' }] })
    expect(results[1]).not.toHaveProperty('suppressions')
  }) // prettier-ignore

  it.each([
    ['every file was read', [lintedWith([])], true],
    ['a file was not read', [lintedWith([]), UNREAD], false],
    ['a rule is undecided', [lintedWith([], { undecided: [{ name: 'some-gap', reason: 'large' }] })], false],
  ])('are all where %s: %#', (_, files, isWhole) => {
    expect(runOf(...files)).toMatchObject({ invocations: [{ executionSuccessful: isWhole }] })
  })
})
