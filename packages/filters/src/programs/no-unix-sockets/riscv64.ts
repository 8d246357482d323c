// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 21,
  sha256: 'd0fc9bcd2d7d9b6a0780a90d95f462c6981a13b97c6f75a925b751f98a91aa79',
  digest: 'd356e9df269aaecf9611e0d04ac925cfda68f313cdc2311d780a2c310157a8d1',
  packed:
    'IAAABBUAD/OBgIAMIAAAADUAEMYBNQADqQM1AAysAzUADdgDFQwK/////w81CwDIARUAAsYBIAAAEBUHCAEgAAAQFQAGASAAABhUAAALFQMCAQYAAICAgIAIBgAApoAUBgAAjYAUBgAAgID8/wc=',
})
