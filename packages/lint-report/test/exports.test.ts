import { expect, it } from 'vitest'
import * as lintReport from '@seccompile/lint-report'

it('exports exactly its public names', () => {
  expect(Object.keys(lintReport).sort()).toEqual([
    'ABOUT_STOPPED',
    'WORST_FIRST',
    'aboutCall',
    'attackCounts',
    'attackText',
    'attackedSide',
    'attacksFacts',
    'attacksMarkdown',
    'attacksText',
    'clauseCallText',
    'clauseReason',
    'countFindings',
    'countsText',
    'lintFacts',
    'lintMarkdown',
    'lintSide',
    'lintedText',
    'namesIn',
    'namesOnlyAsked',
    'parseBaseline',
    'reasonText',
    'refusalTexts',
    'ruleFacts',
    'ruleNames',
    'sarifLog',
    'summaryText',
    'unmatchedEntries',
    'uriOf',
    'verdictOn',
    'verdictWords',
    'whyNoArtifact',
    'worstFirst',
  ])
})
