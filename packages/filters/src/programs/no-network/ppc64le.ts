// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 32,
  sha256: '47d4b10bed1ba2dd40c21e23bf88b41d342d14706b20c4d1a4462a6dff459e69',
  digest: '4d2b9a92fc172c002dcd111d16db047c1a8d602b1d83287b19d23af10b0ced8a',
  packed:
    'IAAABBUAGpWAgIAMIAAAADUHAMYCFQAaZiAAABA1ABgBNQEABBUWFQIVFAAIFRMUCzUAA6kDNQAQrAM1ABHYAxUQDv////8PNQ8A0AI1AgDNAjUNAMkCFQwLxwI1BQDOAiAAABAVAAgBIAAAGFQAAAsVBgUBFQUAzgIgAAA4FQMCAAYAAICAgIAIBgAApoAUBgAAjYAUBgAAgID8/wc=',
})
