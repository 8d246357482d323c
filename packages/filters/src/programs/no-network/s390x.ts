// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['s390x'],
  endianness: 'big',
  insns: 31,
  sha256: 'bd058c737eb7d0edc168049be727c090ba10eca4e62d3f745d476ac6492355c5',
  digest: '6b2dfd9df1f836a064f1839b74bc9058242051423e50b559108ac2c3a9d1876b',
  packed:
    'IAAABBUAGZaAgIAIIAAAADUHAOcCFQAZZiAAABQ1ABcBNQEABBUVFAIVEwAIFRITCzUAAqwDNQAR2AMVEA7/////DzUAAfICNQwOqQM1AAPrAhUADPECIAAAPBUKCQAVAQDoAhUIB+kCIAAAFBUABQEgAAAcVAAACxUDAgEGAACAgICACAYAAKaAFAYAAI2AFAYAAICA/P8H',
})
