/* Pictures of a filter, as SVG for the page: their colours follow the theme of the site. */
import { drawArcs, drawFlowGraph, drawTree, graphOfDecision, graphOfProgram } from '@seccompile/draw'
import type { Names } from '@seccompile/draw'
import { lifted } from 'seccompile/draw/lifted'
import { callNames } from 'seccompile/show/call-names'
import type { PictureKind, PicturePart } from '../messages.ts'
import type { FilterSubject } from './filter-subject.ts'
import { TextError } from './read-text.ts'

/** Most instructions of a filter that is drawn as a graph: a larger graph takes seconds, and nobody reads it. */
const MOST_IN_GRAPH = 400

/** A picture of the filter. @throws TextError where the filter has none of that kind */
export function pictureOf(
  kind: PictureKind,
  { program, endianness, abis, args }: FilterSubject,
): PicturePart {
  const names = callNames(abis, args)
  const drawn: Names = {
    call: names.name,
    arch: (arch) => names.tables(arch)[0]?.token,
    argument: args.word,
  }
  const found = lifted(program, endianness)
  const options = { theme: 'page', id: `pg-${kind}` } as const
  const svg = (): string => {
    switch (kind) {
      case 'tree': {
        if (found.kind === 'declined') throw new TextError(`the filter has no tree: ${found.why}`)
        const known = [...new Set(abis.map(({ auditArch }) => auditArch))]
        return drawTree(found.root, {
          ...options,
          names: drawn,
          known,
          title: 'The search over the number line',
        })
      }
      case 'graph':
        if (program.length > MOST_IN_GRAPH)
          throw new TextError(
            `the filter has ${program.length} instructions; the graph of more than ${MOST_IN_GRAPH} is not drawn here`,
          )
        return drawFlowGraph(
          found.kind === 'lifted'
            ? graphOfDecision(found.root, { names: drawn })
            : graphOfProgram(program, { names: drawn, endianness }),
          { ...options, title: 'The tests with shared tails' },
        )
      case 'arcs':
        return drawArcs(program, {
          ...options,
          names: drawn,
          endianness,
          title: 'The listing with its jumps',
        })
    }
  }
  return { part: 'picture', name: kind, svg: svg() }
}
