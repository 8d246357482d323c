// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 17,
  sha256: 'b7dc0a26a887686cb69e190bbc111b9daa86401a336b2b694a4041ad0513220b',
  digest: '837a75c98d46ab56f2553ede42568339f1fde5d5b77498b57786d5691d742ad9',
  packed:
    'IAAABBUAC7eBgIAMIAAAADUBAPEBFQkLdTUDALYDNQkAkQI1BgCOAhUFB/EBNQEAuQMVBQO3AzUABNgDFQMC/////w8GAACAgICACAYAAIGAFAYAAKaAFAYAAICA/P8H',
})
