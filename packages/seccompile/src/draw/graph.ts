import { dot, drawFlowGraph, graphOfDecision, graphOfProgram, mermaid } from '@seccompile/draw'
import { programOf } from './kind.ts'
import type { DrawKind } from './kind.ts'
import { lifted } from './lifted.ts'

/** The tests as a graph with shared tails; of a program that has no decision, its instructions. */
export const graph: DrawKind = {
  name: 'graph',
  shows: 'the tests as a graph',
  filters: [1, 1],
  formats: ['svg', 'dot', 'mermaid'],
  draw: async ({ sides: [side], names, format, picture }) => {
    const program = await programOf('graph', side)
    const found = lifted(program, side.endianness)
    const flow =
      found.kind === 'lifted'
        ? graphOfDecision(found.root, { names })
        : graphOfProgram(program, { names, endianness: side.endianness })
    switch (format) {
      case 'svg':
        return drawFlowGraph(flow, picture)
      case 'dot':
        return dot(flow, picture.title ?? side.name)
      case 'mermaid':
        return mermaid(flow, picture.title ?? side.name)
    }
  },
}
