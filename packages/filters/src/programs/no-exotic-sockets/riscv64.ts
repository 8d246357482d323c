// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 27,
  sha256: '7241b2a37042b7588ba6311bcd7974cb947d8aa735b255d988f089e04a76d583',
  digest: '627a3ad7715ce333a36298b7194cf9f0c0f73fb8d36fe3d1968296f9c62c9e2b',
  packed:
    'IAAABBUAFfOBgIAMIAAAADUAFsYBNQADqQM1ABKsAzUAE9gDFRIQ/////w81EQDIASAAABAVDwABFQACCiAAACAVCwyAAhUAAhAgAAAgFQkIABUABwIgAAAgFQUAgAIgAAAYVAAADxUCAwoGAACAgICACAYAAKaAFAYAAOGAFAYAAICA/P8H',
})
