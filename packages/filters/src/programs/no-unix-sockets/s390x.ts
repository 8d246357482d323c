// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['s390x'],
  endianness: 'big',
  insns: 26,
  sha256: '7adb1e1de43692b5a0df8ba4897954891e036e5c0dcf5b82bd9698ad7944eb39',
  digest: '82db4eea923fdb704cd58b81d150e5e5657a98e6b583d6140a292dd4b1fb7f9c',
  packed:
    'IAAABBUAFJaAgIAIIAAAADUFAOcCFQAUZiAAABQ1ABIBNQAQAhUPEAg1AAKsAzUADtgDFQ0L/////w81AAHpAjUJC6kDFQAC5wIgAAAUFQcIASAAABQVAAYBIAAAHFQAAAsVAwIBBgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
