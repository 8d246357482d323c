// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['arm'],
  endianness: 'little',
  insns: 12,
  sha256: 'b99f396e87cc57e973c6a31d23d1d5d34ecf9ca6529a5a588639f7396a0b28f3',
  digest: '0d340447895b4d57ef5cee37f7cac329d492b7d357bbef0c27bd3f5d397e9912',
  packed:
    'IAAABBUAB6iAgIAEIAAAADUAB6kDNQEA2AM1BQSsAzUBAIeAPDUDAoGAPBUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
