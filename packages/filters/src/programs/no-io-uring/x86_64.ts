// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-io-uring for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-io-uring',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 11,
  sha256: 'e541e209faeb3ef40eb33848af2358209b0786380ec02afe8456653578858dbd',
  digest: 'b86655f50282056d9afb476b8855e9a0ded2a8be81db0702061ea4014001d6b8',
  packed: 'IAAABBUACL6AgIAMIAAAADUABKkDNQAErAM1AALYAzUBAP////8PNQIBgICAgAQGAACAgPz/BwYAAKaAFAYAAICAgIAI',
})
