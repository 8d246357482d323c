// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 9,
  sha256: 'cf1c98086ef74cd6e682e3d9963a215af9d13c3603572a44e220005eb8b9fd1d',
  digest: '8f89022b96ba3a82e4383387f85d09d950e3c067349cd6f480e927ab57fc0dc1',
  packed: 'IAAABBUABbeBgIAMIAAAADUBAEE1AwI/FQIAXRUBAIsBBgAAAAYAAICA/P8H',
})
