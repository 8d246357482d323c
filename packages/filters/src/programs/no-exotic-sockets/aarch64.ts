// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 27,
  sha256: 'cb88e89163853655b52774c9da70f380f5b252960ce7b0de80c7675571ab5f94',
  digest: 'abf5630925f2f0452ed6786b24b4ad8407b1f4d01fa67ba1f7d877e24c9a5749',
  packed:
    'IAAABBUAFbeBgIAMIAAAADUAFsYBNQADqQM1ABKsAzUAE9gDFRIQ/////w81EQDIASAAABAVDwABFQACCiAAACAVCwyAAhUAAhAgAAAgFQkIABUABwIgAAAgFQUAgAIgAAAYVAAADxUCAwoGAACAgICACAYAAKaAFAYAAOGAFAYAAICA/P8H',
})
