import { PLAIN } from '@seccompile/answer'
import { lintRules } from '@seccompile/lint'
import { policyFilter } from '@seccompile/filter'
import {
  countFindings,
  countsText,
  lintedText,
  lintFacts,
  lintMarkdown,
  lintFilter,
  parseBaseline,
  ruleNames,
  sarifLog,
  summaryText,
  unmatchedEntries,
} from '@seccompile/lint-report'
import { policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const x86_64 = signedAbiTable('x86_64')
const mine = policy({ default: 'allow' }).deny('open')
// The warnings about its text are left out: the findings are those of lint rules.
const filter = { ...policyFilter('mine.json', { policy: mine }, { abis: [x86_64] }), findings: [] }
const question = {
  requirements: {},
  rules: lintRules,
  wanted: new Set(['variant-gap']),
  baseline: parseBaseline('{ "accepted": [] }', 'none.json'),
}
const linted = await lintFilter(filter, question)
const answer = {
  files: [linted],
  counts: countFindings(linted.findings),
  failOn: 'high',
  unmatched: [],
} as const

describe('findings', () => {
  it('are text for people, with a call and what to write instead', () => {
    expect(lintedText(PLAIN, linted, new Set())).toContain(
      "          call     x86_64 creat() gets ALLOW\n          but      x86_64 open() gets ERRNO(EPERM)\n          instead  refuse all of variants('open')\n",
    )
    expect(summaryText(answer.counts, answer.files)).toBe('1 finding: 1 high')
  })

  it('are the same in Markdown, in JSON and in SARIF', () => {
    expect(lintMarkdown(answer, new Set())).toContain(
      '`x86_64 creat()` ALLOW<br>`x86_64 open()` ERRNO(EPERM)',
    )
    expect(lintFacts(answer)).toMatchObject({
      files: [{ file: 'mine.json', findings: [{ name: 'variant-gap', call: { name: 'creat' } }] }],
      counts: { high: 1 },
    })
    expect(sarifLog(answer, [], { version: '1.2.3' })).toMatchObject({
      runs: [
        {
          tool: { driver: { semanticVersion: '1.2.3' } },
          results: [{ ruleId: 'variant-gap', level: 'error' }],
        },
      ],
    })
  })
})

describe('a baseline', () => {
  const entry = (call: string) =>
    parseBaseline(
      `{ "accepted": [{ "lintRule": "variant-gap", "call": "${call}", "reason": "nobody calls it" }] }`,
      'b.json',
    )

  it('accepts a finding by its call, with the reason', async () => {
    const { findings } = await lintFilter(filter, { ...question, baseline: entry('creat') })
    expect(findings).toMatchObject([{ name: 'variant-gap', accepted: 'nobody calls it' }])
    expect(countsText(countFindings(findings), '')).toBe('no findings; 1 accepted by the baseline')
  })

  it('has its entries named that accept nothing', async () => {
    const asked = { ...question, baseline: entry('close') }
    const file = await lintFilter(filter, asked)
    expect(unmatchedEntries(asked, [file], ruleNames(lintRules)).map(({ text }) => text)).toEqual([
      'b.json:1:16: the entry accepts nothing: no finding of "variant-gap" about "close"; remove the entry',
    ])
  })
})
