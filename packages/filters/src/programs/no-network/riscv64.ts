// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 25,
  sha256: '185859394b1a7a250895057a5c1809c1d16ab54070d6570ac4dbc9421fc99fa9',
  digest: '770190a2500485326b86eefe4b1620bc1d375f68573b45055fd3c063f526864f',
  packed:
    'IAAABBUAE/OBgIAMIAAAADUAFMYBNQADqQM1ABCsAzUAEdgDFRAO/////w81DwDPATUABMsBFQEAzgEVCwzLASAAADgVCgkANQkAyAEVBwDGASAAABAVAAUBIAAAGFQAAAsVAwIBBgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
