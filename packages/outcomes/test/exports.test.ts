import * as outcomes from '@seccompile/outcomes'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(outcomes).sort()).toEqual([
    'FIRST_FREE_BIT',
    'FIRST_PLACE',
    'argumentWords',
    'byHighWord',
    'createOutcomes',
    'isHighWord',
    'numberCells',
    'ruleOutcomes',
    'stepBudget',
  ])
})
