// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['s390x'],
  endianness: 'big',
  insns: 10,
  sha256: '764887cf18382b40b9673a61beb4792c1386b7ab641776f0e9a9403ea920bcc0',
  digest: '434b35e8f493df8e2a5d881b9af4e41ac1957c9f2dcb2d247ea08e7e5b5e002e',
  packed: 'IAAABBUABZaAgIAIIAAAADUABakDNQADrAM1AAPYAxUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
