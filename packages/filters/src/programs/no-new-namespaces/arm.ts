// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['arm'],
  endianness: 'little',
  insns: 22,
  sha256: '5b152171bd1d7a40d48283f9283ead3af1232767722f041d14c65741223e0046',
  digest: 'f45ebd34837acb76ff30a2cf96e34d4f7f794ac88192202cbc1b32151de49258',
  packed:
    'IAAABBUAEKiAgIAEIAAAADUDANECFQAQeCAAABBFDA6AgIjwBzUFALMDNQwA+AI1AgDSAiAAABBFBwmAgcjwBxUGCPcCNQEA2AMVBQazAzUBAIeAPDUEA4GAPBUDAv////8PBgAAgICAgAgGAACBgBQGAACmgBQGAACAgPz/Bw==',
})
