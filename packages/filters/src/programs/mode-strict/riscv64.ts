// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 9,
  sha256: '8ac4442b6c9725f72338a0795f31200003dcef560f6b2309259f795582daf54b',
  digest: '6abf92a9ef3be958f2135870df362e40f60bb07d19a93dd4c4d50d087b7c14fe',
  packed: 'IAAABBUABfOBgIAMIAAAADUBAEE1AwI/FQIAXRUBAIsBBgAAAAYAAICA/P8H',
})
