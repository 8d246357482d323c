// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 21,
  sha256: 'd40678567689baee6f42ac9e83fa85e5aa8f540bb6ef57fe0759fef1e8070924',
  digest: '71ec089fa29e23469d0545498ba722ad4c523e98d2bad3364b6c13e272e563b5',
  packed:
    'IAAABBUAD7eBgIAMIAAAADUAEMYBNQADqQM1AAysAzUADdgDFQwK/////w81CwDIARUAAsYBIAAAEBUHCAEgAAAQFQAGASAAABhUAAALFQMCAQYAAICAgIAIBgAApoAUBgAAjYAUBgAAgID8/wc=',
})
