// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 15,
  sha256: 'fb08b8520c4ef2cadc70e61d76ee94c8f3234818228045b52f475c88178e01fa',
  digest: 'f2a4c597371bf0ec5db07d951d926d87ab05bbeca33d7d82d97a81eaccf55396',
  packed:
    'IAAABBUACYKCgIAMIAAAADUACsYBNQMAqQM1CADIASAAABAVBgQBNQAErAM1AATYAxUDAv////8PBgAAgICAgAgGAADhgBQGAACmgBQGAACAgPz/Bw==',
})
