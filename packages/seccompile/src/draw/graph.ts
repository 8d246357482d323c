import { assertNever } from '@seccompile/abi'
import { dot, drawFlowGraph, graphOfDecision, graphOfProgram, mermaid } from '@seccompile/draw'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'
import { lifted } from './lifted.ts'

/** The tests as a graph with shared tails; of a program that has no decision, its instructions. */
export async function graph({ sides: [side], names, format, picture }: DrawInput): Promise<string> {
  const program = await programOf('graph', side)
  const found = lifted(program, side.endianness)
  const flow =
    found.kind === 'lifted'
      ? graphOfDecision(found.root, { names })
      : graphOfProgram(program, { names, endianness: side.endianness })
  const title = picture.title ?? side.name
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
}
