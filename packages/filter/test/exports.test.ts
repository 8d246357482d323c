import * as filter from '@seccompile/filter'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(filter).sort()).toEqual([
    'policyFilter',
    'programFilter',
    'rulesFilter',
    'stackFilter',
    'testedAbis',
    'usualAbi',
    'withTestedAbis',
  ])
})
