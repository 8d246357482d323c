// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 21,
  sha256: 'd40c6c5861007b6d966c85b3d2ab85e44cf8fb1664c293f06ed63a72606dcf0d',
  digest: 'c4defc067d0ba648e8c504427dd8414fcc3daea090e5657b3965716dad237216',
  packed:
    'IAAABBUAD4KCgIAMIAAAADUAEMYBNQADqQM1AAysAzUADdgDFQwK/////w81CwDIARUAAsYBIAAAEBUHCAEgAAAQFQAGASAAABhUAAALFQMCAQYAAICAgIAIBgAApoAUBgAAjYAUBgAAgID8/wc=',
})
