import { policyFilter } from '@seccompile/filter'
import { lintRules } from '@seccompile/lint'
import { countFindings, lintFilter, parseBaseline } from '@seccompile/lint-report'
import type { LintQuestion } from '@seccompile/lint-report'
import { CONTAINER_CAPS, NEWEST_KERNEL, policy } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { FILTER, found, X86_64 } from './linted.ts'

const question: LintQuestion = {
  requirements: {},
  rules: [],
  wanted: new Set(['some-gap']),
  baseline: parseBaseline('{ "accepted": [] }', 'none.json'),
}
const mine = policy({ default: 'deny', kernel: { major: 5, minor: 4 }, caps: ['CAP_BPF'] })

describe('the kernel and the capabilities', () => {
  it.each([
    ['of the requirements', mine, { kernel: { major: 6, minor: 1 }, caps: [] }, { major: 6, minor: 1 }, []],
    ['of the policy', mine, {}, { major: 5, minor: 4 }, ['CAP_BPF']],
    ['by default', undefined, {}, NEWEST_KERNEL, CONTAINER_CAPS],
  ] as const)('are those %s', async (_, source, requirements, kernel, caps) => {
    const filter =
      source === undefined ? FILTER : policyFilter('mine', { policy: source }, { abis: [X86_64] })
    const linted = await lintFilter(filter, { ...question, requirements })
    expect([linted.kernel, linted.caps]).toEqual([kernel, caps])
  })
})

describe('the findings', () => {
  const source = { file: 'mine.json', line: 2, column: 3 }

  it('are those of lint rules and warnings that are wanted', async () => {
    // The filter refuses execve, so `no-exec` finds something.
    const all = await lintFilter(FILTER, { ...question, rules: lintRules, wanted: new Set(lintRules.map(({ name }) => name)) })
    expect(all.findings).not.toEqual([])
    const filter = { ...FILTER, findings: [found(), found({ name: 'other-gap' })] }
    const linted = await lintFilter(filter, { ...question, rules: lintRules })
    expect(linted.findings.map(({ name }) => name)).toEqual(['some-gap'])
  }) // prettier-ignore

  it.each([
    ['mine.json:2:3: so', 'so'],
    ['so', 'so'],
  ])('say their place once: %j', async (message, what) => {
    const linted = await lintFilter({ ...FILTER, findings: [found({ message, source })] }, question)
    expect(linted.findings[0]?.what).toBe(what)
  })

  it('about an artifact are made where the rule is named', async () => {
    const artifact = () => Promise.resolve([found({ name: 'oci-artifact' })])
    const filter = policyFilter('mine.json', { policy: mine, artifact }, { abis: [X86_64] })
    expect((await lintFilter(filter, question)).findings).toEqual([])
    const linted = await lintFilter(filter, { ...question, wanted: new Set(['oci-artifact']) })
    expect(linted.findings).toHaveLength(1)
  })
})

it('a finding that a baseline accepts counts as accepted only', () => {
  const high = { ...found(), what: 'so' }
  expect(countFindings([high, { ...high, accepted: 'known' }, { ...high, severity: 'low' }])).toEqual({
    high: 1,
    medium: 0,
    low: 1,
    accepted: 1,
  })
})
