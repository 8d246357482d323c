import { dot } from '../graph/dot.ts'
import { drawFlowGraph } from '../graph/draw-graph.ts'
import { graphOfDecision, graphOfProgram } from '../graph/flow-graph.ts'
import { mermaid } from '../graph/mermaid.ts'
import { assertNever } from '@seccompile/shape'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'
import { lifted } from './lifted.ts'
import { wayOf } from './way.ts'

/** The tests as a graph with shared tails; for a program without a decision, its instructions. */
export async function graph(input: DrawInput): Promise<string> {
  const { filters: [filter], names, format, picture } = input
  const { endianness } = filter
  const way = await wayOf(input)
  const program = await programOf('graph', filter)
  const found = lifted(program, endianness)
  const flow =
    found.kind === 'lifted'
      ? graphOfDecision(found.root, { names, way })
      : graphOfProgram(program, { names, endianness, way })
  const title = picture.title ?? filter.name
  switch (format) {
    case 'svg':
      return drawFlowGraph(flow, picture)
    case 'dot':
      return dot(flow, title)
    case 'mermaid':
      return mermaid(flow, title)
    default:
      return assertNever(format)
  }
} // prettier-ignore
