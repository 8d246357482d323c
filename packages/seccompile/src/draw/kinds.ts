import { arcs } from './arcs.ts'
import { graph } from './graph.ts'
import type { DrawKind } from './kind.ts'
import { tree } from './tree.ts'

/** The kinds of pictures, in the order of the help. */
export const KINDS: readonly DrawKind[] = [tree, graph, arcs]
