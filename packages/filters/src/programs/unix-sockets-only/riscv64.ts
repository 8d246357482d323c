// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 15,
  sha256: '58e06b7bd8d7660502936cfee86769f4ea417ecf2ee13a1eeb00537f4ba6eb10',
  digest: '0ee92e8b05210e1a6fdd70e863b78cb4514ce50e2d13053416154ab089ee04fd',
  packed:
    'IAAABBUACfOBgIAMIAAAADUACsYBNQMAqQM1CADIASAAABAVBgQBNQAErAM1AATYAxUDAv////8PBgAAgICAgAgGAADhgBQGAACmgBQGAACAgPz/Bw==',
})
