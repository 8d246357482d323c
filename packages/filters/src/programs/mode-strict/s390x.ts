// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['s390x'],
  endianness: 'big',
  insns: 9,
  sha256: 'ce7cdbf8819a816c530491572bc68056f1db88f651a64a87fbd004d8d694f9c3',
  digest: '8ddcaa152e9c8947a3f0747d7bec88887384be301cce288b642b1b7ccdf721e8',
  packed: 'IAAABBUABZaAgIAIIAAAADUAAQUVAwJ3NQIAAxUBAAEGAAAABgAAgID8/wc=',
})
