import { arcs } from './arcs.ts'
import { barcode } from './barcode.ts'
import { bitmap } from './bitmap.ts'
import { cost } from './cost.ts'
import { graph } from './graph.ts'
import type { DrawKind } from './kind.ts'
import { plane } from './plane.ts'
import { tree } from './tree.ts'
import { waterfall } from './waterfall.ts'

/** The kinds of pictures, in the order of the help. */
export const KINDS: readonly DrawKind[] = [tree, graph, arcs, cost, barcode, plane, waterfall, bitmap]
