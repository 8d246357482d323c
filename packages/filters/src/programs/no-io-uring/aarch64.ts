// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 10,
  sha256: 'a6de8047aad2481ed7020ed74435920d73a26a223ffabc7b6de177cc06e93785',
  digest: '748dbda2dc109f4594c73bbf817049082f0aa59a52e205dd7e7fdc5024de40d8',
  packed: 'IAAABBUABbeBgIAMIAAAADUABakDNQADrAM1AAPYAxUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
