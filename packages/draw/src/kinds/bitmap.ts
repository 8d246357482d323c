import { cost } from '@seccompile/compiler'
import { drawBitmap } from '../bitmap/draw-bitmap.ts'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'

/** The calls that the kernel caches, and the reasons that keep other calls out. */
export async function bitmap({ filters: [filter], names, picture }: DrawInput): Promise<string> {
  const { abis } = cost(await programOf('bitmap', filter), filter.abis, filter.endianness)
  return drawBitmap(abis, { ...picture, names, filter: filter.name })
}
