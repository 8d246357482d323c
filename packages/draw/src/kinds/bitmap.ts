import { cost } from '@seccompile/compiler'
import { drawBitmap } from '../bitmap/draw-bitmap.ts'
import { programOf } from './kind.ts'
import type { DrawInput } from './kind.ts'

/** Which calls the kernel caches, and why not the others. */
export async function bitmap({ sides: [side], picture }: DrawInput): Promise<string> {
  const { abis } = cost(await programOf('bitmap', side), side.abis, side.endianness)
  return drawBitmap(abis, { ...picture, filter: side.name })
}
