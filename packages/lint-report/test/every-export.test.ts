import { BPF, verdictOf } from '@seccompile/abi'
import * as lintReport from '@seccompile/lint-report'
import { mayOmit, unchecked, wrongValueFaults } from '@seccompile/shape/wrong-values'
import { signedAbiTable } from '@seccompile/signatures'
import { expect, it } from 'vitest'

const program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }]
const filter = {
  name: 'mine',
  leveled: { level: 'program', ir: program },
  endianness: 'little',
  abis: [signedAbiTable('x86_64')],
  arches: () => [],
  program: () => Promise.resolve(program),
  warnings: [],
  findings: [],
} as const
const question = { requirements: {}, rules: [], wanted: new Set<string>(), baseline: [] }
const ANSWER = unchecked('takes what `lintSide` has found')
const JUDGED = unchecked('takes what `attackedSide` has found')

it('refuses wrong values of every argument by a message of ours', async () => {
  expect(
    await wrongValueFaults(lintReport, {
      lintSide: [filter, question],
      parseBaseline: ['{ "accepted": [] }', 'baseline.json'],
      ruleFacts: [[], new Set()],
      ruleNames: [[]],
      uriOf: ['a'],
      whyNoArtifact: [filter, new Set()],
      attackedSide: [filter, mayOmit([]), mayOmit([])],
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
