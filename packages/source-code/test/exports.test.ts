import { expect, it } from 'vitest'
import * as sourceCode from '@seccompile/source-code'

it('exports exactly its public names', () => {
  expect(Object.keys(sourceCode).sort()).toEqual([
    'MAX_SOURCE_LENGTH',
    'SOURCE_FORMS',
    'identifierProblem',
    'readSource',
    'sourceKind',
    'writeSource',
  ])
})
