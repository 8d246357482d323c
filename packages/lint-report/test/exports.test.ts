import { expect, it } from 'vitest'
import * as lintReport from '@seccompile/lint-report'

it('exports exactly its public names', () => {
  expect(Object.keys(lintReport).sort()).toEqual([
    'WORST_FIRST',
    'countFindings',
    'countsText',
    'lintFacts',
    'lintMarkdown',
    'lintSide',
    'lintedText',
    'namesOnlyAsked',
    'parseBaseline',
    'ruleFacts',
    'ruleNames',
    'sarifLog',
    'summaryText',
    'unmatchedEntries',
    'uriOf',
    'verdictOn',
    'whyNoArtifact',
  ])
})
