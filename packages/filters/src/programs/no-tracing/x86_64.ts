// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 18,
  sha256: 'e0f0ef67f49eb1df3e45c4324710011099c190883fd4bf99147bcbf45c8f1fe3',
  digest: '2b18542f11e0b8e387d37d1c2400c72ccb6a60f4d2313c617d959aea88d89736',
  packed:
    'IAAABBUAD76AgIAMIAAAADUBAKoCFQoJZTUDALYDNQcAuQI1BwC2AhUGBaoCNQEAuQMVAwS3AzUAAtgDNQEA/////w81AwKAgICABAYAAICA/P8HBgAAgYAUBgAApoAUBgAAgICAgAg=',
})
