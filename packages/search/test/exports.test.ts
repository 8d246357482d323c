import * as search from '@seccompile/search'
import { expect, it } from 'vitest'

it('exports exactly its public names', () => {
  expect(Object.keys(search).sort()).toEqual([
    'cutOut',
    'depthOf',
    'exactSearch',
    'improved',
    'inAtoms',
    'isSingle',
    'leastCost',
    'mergeCells',
    'polynomialSearch',
    'search',
    'sharedSearch',
    'testsIn',
  ])
})
