// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 17,
  sha256: 'bcc755cf401d18b3a97e1e45a46471e5fd4ef354565d6b5f1c25f486f08dfb30',
  digest: '2667e24f16cf3bee1bb1088ea9a53e89fe335dc96753fa5aed78d010af3444c2',
  packed:
    'IAAABBUAC/OBgIAMIAAAADUBAPEBFQkLdTUDALYDNQkAkQI1BgCOAhUFB/EBNQEAuQMVBQO3AzUABNgDFQMC/////w8GAACAgICACAYAAIGAFAYAAKaAFAYAAICA/P8H',
})
