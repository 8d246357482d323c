// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['s390x'],
  endianness: 'big',
  insns: 20,
  sha256: '351df81b6a1d9e959d36275afdef28377da51312553a61cdcf7162e6de8f04e4',
  digest: '1f75f925f5e5512cafd4c25bc91f20daf9b5a368bfdcb440b1948da283123eb8',
  packed:
    'IAAABBUADpaAgIAIIAAAADUFAOcCFQAOZiAAABQ1AAwBNQAJAhUICgg1AAKsAzUACNgDFQcG/////w81AgDpAiAAABQVBAIBNQIDqQMGAACAgICACAYAAOGAFAYAAKaAFAYAAICA/P8H',
})
