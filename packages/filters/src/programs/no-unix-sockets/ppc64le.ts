// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 27,
  sha256: '67828be9d204597a88cf5f53feef1b9b78a73ec240bfcd5ea405b4dd96ab89a7',
  digest: 'c8297351fad867e1c842c0e9f07aac3307d67a5f75dc51e33f6d8f98459fe514',
  packed:
    'IAAABBUAFZWAgIAMIAAAADUFAMYCFQAVZiAAABA1ABMBNQARAhUQEQg1AAOpAzUADawDNQAO2AMVDQv/////DzUMAM4CNQIAxwIgAAAQFQgJARUACM0CIAAAEBUABgEgAAAYVAAACxUDAgEGAACAgICACAYAAKaAFAYAAI2AFAYAAICA/P8H',
})
