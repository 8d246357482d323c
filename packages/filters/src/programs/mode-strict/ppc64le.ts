// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 9,
  sha256: '2c6ee31ccbe74824c84a33ace4dd325ca925e4d14f4c354188a7569726df07e3',
  digest: '1a1d5c2d430ac8fe747f7e15282172681f8d302cc6e7bce25852183629fe453e',
  packed: 'IAAABBUABZWAgIAMIAAAADUAAQUVAwKsATUCAAMVAQABBgAAAAYAAICA/P8H',
})
