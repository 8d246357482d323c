import { expect, it } from 'vitest'
import * as lint from '@seccompile/lint'

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
