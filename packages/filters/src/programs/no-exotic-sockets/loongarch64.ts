// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 27,
  sha256: '8f76742ee3ea9faed6ef152fccb0d379414d47c0f9e094919da69851e56dc742',
  digest: '2d99efeb03140e7dfeb8d50df0fd782b503451bbf05fb571d6a376ee31f6adde',
  packed:
    'IAAABBUAFYKCgIAMIAAAADUAFsYBNQADqQM1ABKsAzUAE9gDFRIQ/////w81EQDIASAAABAVDwABFQACCiAAACAVCwyAAhUAAhAgAAAgFQkIABUABwIgAAAgFQUAgAIgAAAYVAAADxUCAwoGAACAgICACAYAAKaAFAYAAOGAFAYAAICA/P8H',
})
