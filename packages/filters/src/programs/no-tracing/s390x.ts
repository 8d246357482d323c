// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['s390x'],
  endianness: 'big',
  insns: 18,
  sha256: '49109a3e015c093eaf4235a17de08a5d8c86ff256b45e73ec3c63d297f5c2a73',
  digest: '8071cb3ec2aa1d92692c1601bf58f37f51c1e9181cac54ebe8fc7c2ec3b598ed',
  packed:
    'IAAABBUADJaAgIAIIAAAADUBAMsCFQoMGjUEALYDNQoA2AI1AQDUAhUGCMsCFQcF1gI1AQC5AxUFA7cDNQAE2AMVAwL/////DwYAAICAgIAIBgAAgYAUBgAApoAUBgAAgID8/wc=',
})
