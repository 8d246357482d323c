// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 34,
  sha256: '3da3e02b8d2f7c1ee710cda8bb653b02214fa49554c7ffcdc8656f43246d3271',
  digest: 'f18ad07a85c4d484d00e8d4a83a9abdef3a933bd9b35f0d8bf270403b4090e43',
  packed:
    'IAAABBUAHJWAgIAMIAAAADUFAMYCFQAcZiAAABA1ABoBNQAYAhUXGAg1AAOpAzUAFKwDNQAV2AMVFBL/////DzUTAM4CNQABxwIVABHNAiAAABAVDwABFQACCiAAACAVCwyAAhUAAhAgAAAgFQkIABUABwIgAAAgFQUAgAIgAAAYVAAADxUCAwoGAACAgICACAYAAKaAFAYAAOGAFAYAAICA/P8H',
})
