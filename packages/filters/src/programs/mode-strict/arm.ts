// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['arm'],
  endianness: 'little',
  insns: 9,
  sha256: 'ef8f1769e3006da9f3de31b06444702b0ea770f44fb805b61a5653c18cd72404',
  digest: '19c86f935c695067813741a011240b4cf733253ca62b2921ba99fc68ad221f41',
  packed: 'IAAABBUABaiAgIAEIAAAADUAAQUVAwKtATUCAAMVAQABBgAAAAYAAICA/P8H',
})
