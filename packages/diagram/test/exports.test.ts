import { expect, it } from 'vitest'
import * as diagram from '@seccompile/diagram'

it('exports exactly its public names', () => {
  expect(Object.keys(diagram).sort()).toEqual([
    'DiagramLimitError',
    'MOST_NODES',
    'TERMINAL',
    'WORD_BITS',
    'anyOf',
    'bitAt',
    'bitsOf',
    'cellsNode',
    'combine',
    'createStore',
    'cubesOf',
    'differingWords',
    'evaluate',
    'exitsOf',
    'ifWordEquals',
    'mapExits',
    'mapLeaves',
    'numberRanges',
    'reachableNodes',
    'upperPart',
    'wordAtLeast',
    'wordCells',
    'wordEquals',
    'wordIntersects',
  ])
})
