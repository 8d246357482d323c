// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: pnpm filters

import { filterOf } from '../../filter/filter.ts'
import type { Filter } from '../../filter/filter.ts'

/** The filter of the preset nested-sandbox for loongarch64. */
export const filter: Filter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 74,
  sha256: '340551b708d14c0c07c16bd4af1d0b0762e861a87b38bcde188120f31dfcc02c',
  digest: 'beaa1eb05b6d73710eb0e58e687b94ac58a16e3347b98d0ee9512a24dfba1ab5',
  packed:
    'IAAABBUARIKCgIAMIAAAADUVAI4BNQgAWTUBACYVQUISNUEAPTUCACs1PgAqFT0+JjUAPToVPDs7NTsAdTUABGg1AQBwNTg3azUANnEVNTZ0NTUAXRUBAFwVMjNZIAAAEEUAMff/9/8PFTAv/////w81CgDZATUEAKsBNQEAogEVKyyOATUAKqUBFSkqqgEVACnGASAAABA1ACcmNSYAKRUlJCc1ABCbAjUAA8MDNQAiywM1IADTAzUgH84DNQAfpgI1AAO8AzUAHb8DFRwAwAMVGxrBAzUDALQDFRkAqAMVGACyAxUVFrMDNQAWtgMVFQC3AxUUE7kDNQMA6wE1EgDiATUAENwBNQ8Q4AE1BQCJAjUAAYQCFQwNhgI1AQDyARULCvABNQkK9AE1AAKSAjUACJgCFQcGmQI1AAGNAjUEBZACFQQAigIVAwKLAgYAAAAGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
