// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 10,
  sha256: '2dab706239df966090f244ec383a7ffdad34642dfec52aff4bfb783f77e6c554',
  digest: '9a66270cfc15f1a565115ad3a5d0e61685dfb37f916ae1582f40a31347984ff0',
  packed: 'IAAABBUABYKCgIAMIAAAADUABakDNQADrAM1AAPYAxUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
