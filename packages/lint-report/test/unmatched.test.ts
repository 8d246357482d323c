import { parseBaseline, unmatchedEntries } from '@seccompile/lint-report'
import { expect, it } from 'vitest'
import { lintedWith, UNREAD } from './linted.ts'

const baseline = parseBaseline('{ "accepted": [{ "lintRule": "some-gap", "reason": "known" }] }', 'b.json')
const known = new Set(['some-gap'])
const question = { requirements: {}, rules: [], wanted: known, baseline }
const without = lintedWith([])

it.each([
  ['stale where its lint rule found nothing', [without], known, 1],
  ['not stale where it accepts a finding of one file', [without, lintedWith([{}])], known, 0],
  ['not stale where a file was not read', [without, UNREAD], known, 0],
  ['not stale where its lint rule did not run', [without], new Set<string>(), 0],
  ['not stale where its lint rule is undecided', [lintedWith([], { undecided: [{ name: 'some-gap', reason: 'large' }] })], known, 0],
] as const)('an entry is %s', (_, files, wanted, count) => {
  expect(unmatchedEntries({ ...question, wanted }, files, known)).toHaveLength(count)
}) // prettier-ignore

it('an entry that names no lint rule is stale, whatever ran', () => {
  expect(unmatchedEntries({ ...question, wanted: new Set() }, [without], new Set())).toHaveLength(1)
})
