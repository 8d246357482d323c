// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 21,
  sha256: '76d2f5e718dcb5e077b9adaa799f3564887dec5f72272f6819fb94aeb856867d',
  digest: '41da726ff69e793c55f7ba85fe154b09f954874fb8076aa10800d9b508bdc422',
  packed:
    'IAAABBUAEr6AgIAMIAAAADUDAJACFQAMOCAAABBFCwqAgIjwBzUFALMDNQgAtQI1AgCRAiAAABBFBgWAgcjwBxUFBLQCNQAFtAM1AALYAzUBAP////8PNQMCgICAgAQGAACAgPz/BwYAAIGAFAYAAKaAFAYAAICAgIAI',
})
