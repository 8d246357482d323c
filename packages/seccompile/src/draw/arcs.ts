import { drawArcs } from '@seccompile/draw'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'

/** The listing with its jumps as arcs. */
export async function arcs({ sides: [side], names, picture }: DrawInput): Promise<string> {
  return drawArcs(await programOf('arcs', side), { ...picture, names, endianness: side.endianness })
}
