// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 23,
  sha256: '51c083f45bf9eaa7d3b68cfca0f5efd7706615d9afc7c33810571100e01ef7b5',
  digest: 'd4e71ddb3e581b44f92c09bc316956edfbea2db5eb16afd162aba60191fafcff',
  packed:
    'IAAABBUAFL6AgIAMIAAAADUABTY1AA6pAzUADqwDNQAM2AM1CwD/////DzUNC4CAgIAENQAJKTUCACogAAAQFQgGARUABTUgAAAQFQADASAAABhUAAALFQACAQYAAICA/P8HBgAApoAUBgAAjYAUBgAAgICAgAg=',
})
