// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 10,
  sha256: 'f4539a316551191c3bb8788633b9fe994276f3bad09ad8fe046021b7357c2f6a',
  digest: '2e6fb072009e85ff9a8805f2a5cde977a8773952d2f4f81081ea61df775b6e30',
  packed: 'IAAABBUABfOBgIAMIAAAADUABakDNQADrAM1AAPYAxUCAf////8PBgAAgICAgAgGAACmgBQGAACAgPz/Bw==',
})
