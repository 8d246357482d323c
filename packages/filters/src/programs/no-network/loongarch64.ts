// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 25,
  sha256: 'd667b31db4284ec1b7be7d50fcf90c99f40d4cc4dae1fc951999b304cad7a85f',
  digest: '7167b7f0f7675686c7362c1bcafbab7df5bc1233a41c1167766a6ecff87b19eb',
  packed:
    'IAAABBUAE4KCgIAMIAAAADUAFMYBNQADqQM1ABCsAzUAEdgDFRAO/////w81DwDPATUABMsBFQEAzgEVCwzLASAAADgVCgkANQkAyAEVBwDGASAAABAVAAUBIAAAGFQAAAsVAwIBBgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
