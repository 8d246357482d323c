// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 15,
  sha256: 'a1d8e67788853dc0eefa73d0c594147a39ecf6d39260f40f0e65b9c92e2f7622',
  digest: '693abc7acaa198b640a51462cb797515e04906e27e6af022c87d20a4b965dfeb',
  packed:
    'IAAABBUACbeBgIAMIAAAADUACsYBNQMAqQM1CADIASAAABAVBgQBNQAErAM1AATYAxUDAv////8PBgAAgICAgAgGAADhgBQGAACmgBQGAACAgPz/Bw==',
})
