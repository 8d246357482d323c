// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 18,
  sha256: '57d5301f1c78852bb2ed26580a1283e7fcddfaf2b273058972a81165a5e28107',
  digest: '39155c50d3d5054a15e88f9b76087b91b8caaff6c85aee344daf7ac0b1eade72',
  packed:
    'IAAABBUAD76AgIAMIAAAADUFADY1AAkpNQABKhUABzUgAAAQFQUGATUABKkDNQAFrAM1AALYAzUBAP////8PNQMCgICAgAQGAACAgPz/BwYAAOGAFAYAAKaAFAYAAICAgIAI',
})
