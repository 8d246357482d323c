// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 10,
  sha256: '90fbe3ef2c041e1f4136278e499931fa558c4e00d37651d8020a51b87c848407',
  digest: 'e54508004330840c87080a2b3d215102bf5431e6b15a0dd30d8f667f1e89f8c8',
  packed: 'IAAABBUABZWAgIAMIAAAADUABakDNQADrAM1AAPYAxUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
