import { expect, it } from 'vitest'
import * as lint from '@seccompile/lint'
import * as baseline from '@seccompile/lint/baseline'

it('exports exactly its public names', () => {
  expect(Object.keys(lint).sort()).toEqual([
    'examine',
    'factsOfFindings',
    'findingFacts',
    'lint',
    'lintRules',
    'partsOf',
    'readFound',
    'readLintRules',
    'shownText',
    'splitFinding',
  ])
})

it('exports exactly the public names of baselines', () => {
  expect(Object.keys(baseline).sort()).toEqual(['acceptsSome', 'judge', 'parseBaseline', 'unmatchedText'])
})
