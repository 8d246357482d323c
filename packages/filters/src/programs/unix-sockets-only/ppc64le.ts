// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 22,
  sha256: '18a7c35f89fe3a605188e2764e16960ac257084b8b89ff7919058e099f88a7bc',
  digest: '29a3c8bab3d1292a8f3bf6fbbe15ea76669aecc7af92e8ebd9531d19f52470cc',
  packed:
    'IAAABBUAEJWAgIAMIAAAADUFAMYCFQAQZiAAABA1AA4BNQAMAhULDAg1AAOpAzUACKwDNQAJ2AMVCAb/////DzUHAM4CNQABxwIVAAXNAiAAABAVAwIBBgAAgICAgAgGAACmgBQGAADhgBQGAACAgPz/Bw==',
})
