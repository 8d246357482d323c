import { drawArcs } from '@seccompile/draw'
import { programOf } from './kind.ts'
import type { DrawKind } from './kind.ts'

/** The listing with its jumps as arcs. */
export const arcs: DrawKind = {
  name: 'arcs',
  shows: 'the listing with its jumps, and what A holds',
  filters: [1, 1],
  formats: ['svg'],
  draw: async ({ sides: [side], names, picture }) =>
    drawArcs(await programOf('arcs', side), { ...picture, names, endianness: side.endianness }),
}
