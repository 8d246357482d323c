import { drawBitmap } from '@seccompile/draw'
import { programOf } from './kind.ts'
import type { DrawKind } from './kind.ts'

/** Which calls the kernel caches, and why not the others. */
export const bitmap: DrawKind = {
  name: 'bitmap',
  shows: 'the allow bitmap of the kernel',
  filters: [1, 1],
  formats: ['svg'],
  isTitled: true,
  draw: async ({ sides: [side], picture }) => {
    const { cost } = await import('@seccompile/compiler')
    const { abis } = cost(await programOf('bitmap', side), side.abis, side.endianness)
    return drawBitmap(abis, { ...picture, filter: side.name })
  },
}
