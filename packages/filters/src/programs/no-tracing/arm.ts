// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['arm'],
  endianness: 'little',
  insns: 19,
  sha256: 'd03e8b94d3e4a725216e1ecc79c90860e2085d2bd580756feddeaee2b936722e',
  digest: '2d464c9e4bf2f506045ef735e3ac3d47581b5892d91a0816a60fc7c3fbd51fe4',
  packed:
    'IAAABBUADaiAgIAEIAAAADUBAOwCFQsNGjUDALYDNQsA+wI1CAD4AhUHCewCNQIA2AM1BwC5AxUGBLcDNQEAh4A8NQQDgYA8FQMC/////w8GAACAgICACAYAAIGAFAYAAKaAFAYAAICA/P8H',
})
