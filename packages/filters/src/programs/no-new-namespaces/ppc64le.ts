// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 20,
  sha256: 'fab337c17cafbfacee59d59399046fd7d34f76899535a5e0337a08e4c6724cf0',
  digest: '3ef5aab49e5252258e2cec9e81f16870ff6caa52905525e0f16c39a7cc0b575f',
  packed:
    'IAAABBUADpWAgIAMIAAAADUDAJoCFQAOeCAAABBFCgyAgIjwBzUDAN4CFQAKmgIgAAAQRQYIgIHI8Ac1AQCzAxUEBt4CNQAEtAM1AATYAxUDAv////8PBgAAgICAgAgGAACBgBQGAACmgBQGAACAgPz/Bw==',
})
