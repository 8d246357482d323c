// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 17,
  sha256: '61f35c81233477b6080dd20256b8cc6d6dad062fbcba2466b7c4fe720fb3f7e6',
  digest: 'ca4402017f0825d6cf415b4c330c3cf5cfbe1431dba32381b1401ca2a1ec049f',
  packed:
    'IAAABBUAC4KCgIAMIAAAADUBAPEBFQkLdTUDALYDNQkAkQI1BgCOAhUFB/EBNQEAuQMVBQO3AzUABNgDFQMC/////w8GAACAgICACAYAAIGAFAYAAKaAFAYAAICA/P8H',
})
