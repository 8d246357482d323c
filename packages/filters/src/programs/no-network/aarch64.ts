// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 25,
  sha256: '995e43095d023156d574220686228606df00c1cb2accb8ac37aab27e2ea1e461',
  digest: '5bc546e3fcd925de3233d4057023dcdbd82381fc24efb81cb17c2b10152b5b89',
  packed:
    'IAAABBUAE7eBgIAMIAAAADUAFMYBNQADqQM1ABCsAzUAEdgDFRAO/////w81DwDPATUABMsBFQEAzgEVCwzLASAAADgVCgkANQkAyAEVBwDGASAAABAVAAUBIAAAGFQAAAsVAwIBBgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
