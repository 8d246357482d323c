import { expect, it } from 'vitest'
import * as cells from '@seccompile/cells'

it('exports exactly its public names', () => {
  expect(Object.keys(cells).sort()).toEqual([
    'SEARCH_EFFORTS', 'archCells', 'atomsOfArches', 'cellsOfArches', 'weighedSections',
  ]) // prettier-ignore
})
