// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 9,
  sha256: '81bfbfadae560fe2c4d7f3c9dac0dfae6f930a61f001d45c2cad68f76c7a8e16',
  digest: '59b094d9e432fe60fb660bdc71c8820cfa05b177ad5009d0dd4cdd3a7fb6128d',
  packed: 'IAAABBUABYKCgIAMIAAAADUBAEE1AwI/FQIAXRUBAIsBBgAAAAYAAICA/P8H',
})
