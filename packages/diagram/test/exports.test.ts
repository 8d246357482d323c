import { expect, it } from 'vitest'
import * as diagram from '@seccompile/diagram'

it('exports exactly its public names', () => {
  expect(Object.keys(diagram).sort()).toEqual([
    'DiagramLimitError', 'TERMINAL', 'WORD_BITS', 'bitAt', 'createStore', 'differingWords', 'evaluate',
    'reachableNodes', 'wordAtLeast', 'wordEquals', 'wordIntersects',
  ]) // prettier-ignore
})
