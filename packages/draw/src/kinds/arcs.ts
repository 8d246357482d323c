import { drawArcs } from '../arcs/draw-arcs.ts'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'
import { wayOf } from './way.ts'

/** The listing with its jumps as arcs. */
export async function arcs(input: DrawInput): Promise<string> {
  const { filters: [filter], names, picture } = input
  const { endianness } = filter
  return drawArcs(await programOf('arcs', filter), { ...picture, names, endianness, way: await wayOf(input) })
} // prettier-ignore
