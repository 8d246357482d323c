import { BPF, verdictOf } from '@seccompile/abi'
import { policyFilter, programFilter } from '@seccompile/filter'
import * as lintReport from '@seccompile/lint-report'
import { policy } from '@seccompile/policy'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
const filter = programFilter('mine', program, [signedAbiTable('x86_64')])
const opened = policyFilter(
  'mine',
  { policy: policy({ default: 'deny' }) },
  { abis: [signedAbiTable('x86_64')] },
)
const range = { oldest: { major: 6, minor: 1 }, newest: { major: 6, minor: 2 } }
const question = { requirements: {}, rules: [], wanted: new Set<string>(), baseline: [] }
const ANSWER = unchecked('takes what `lintFilter` has found')
const JUDGED = unchecked('takes what `attackedFilter` has found')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(lintReport, {
      lintFilter: [filter, question],
      newCalls: [opened, { range, lint: question, placeOf: () => 'a place' }],
      parseBaseline: ['{ "accepted": [] }', 'baseline.json'],
      ruleFacts: [[], new Set()],
      ruleNames: [[]],
      uriOf: ['a'],
      whyNoArtifact: [filter, new Set()],
      attackedFilter: [filter, mayOmit([]), mayOmit([])],
      aboutCall: JUDGED,
      attackCounts: JUDGED,
      attacksFacts: JUDGED,
      attacksMarkdown: JUDGED,
      attacksText: JUDGED,
      attackText: JUDGED,
      clauseCallText: [{ name: 'mount' }],
      clauseReason: JUDGED,
      namesIn: JUDGED,
      reasonText: JUDGED,
      refusalTexts: JUDGED,
      verdictWords: JUDGED,
      worstFirst: JUDGED,
      countFindings: ANSWER,
      countsText: ANSWER,
      lintedText: ANSWER,
      lintFacts: ANSWER,
      lintMarkdown: ANSWER,
      sarifLog: ANSWER,
      summaryText: ANSWER,
      unmatchedEntries: ANSWER,
      verdictOn: ANSWER,
    }),
  ).toEqual([])
})
