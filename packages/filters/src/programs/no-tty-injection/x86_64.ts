// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 15,
  sha256: '563a5668a923b709b14360cba4526d25b7937d122dbda121b4ca6c6c02b44b0e',
  digest: '0a8051770dba83e1fc0d84eabee0c8a943f752e88a759d1568f9b6db11b45f95',
  packed:
    'IAAABBUADL6AgIAMIAAAABUDABA1AAbYAzUFAP////8PNQcFgICAgAQgAAAYNQACkqgBNQADk6gBFQIAnKgBBgAAgID8/wcGAACmgBQGAACBgBQGAACAgICACA==',
})
