import { expect, it } from 'vitest'
import * as draw from '@seccompile/draw'

it('exports exactly its public names', () => {
  expect(Object.keys(draw).sort()).toEqual([
    'THEMES',
    'dot',
    'drawArcs',
    'drawFlowGraph',
    'drawTree',
    'el',
    'graphOfDecision',
    'graphOfProgram',
    'mermaid',
    'render',
    'serialize',
  ])
})
