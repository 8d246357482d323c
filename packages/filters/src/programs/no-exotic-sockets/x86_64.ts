// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 30,
  sha256: '325386288e48c3d8e80e2cbb03356270cdb18452f9466e32fa2150d286c66b77',
  digest: 'c79ecd08ee730b4e1306b27357c65fd4b59667f77fbd0e95ca9f14a4c9fbe5f8',
  packed:
    'IAAABBUAG76AgIAMIAAAADUABTY1ABWpAzUAFawDNQAT2AM1EgD/////DzUUEoCAgIAENQAQKTUAASoVAA41IAAAEBUMAAEVAAIKIAAAIBULCYACFQACECAAACAVBggAFQAHAiAAACAVBQCAAiAAABhUAAAPFQIACgYAAICA/P8HBgAApoAUBgAA4YAUBgAAgICAgAg=',
})
