// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset unix-sockets-only for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'unix-sockets-only',
  abis: ['arm'],
  endianness: 'little',
  insns: 19,
  sha256: 'd536c448ccd01916b88161c13e42f3c1648e8e98a30ecf042bf4213039e2ef94',
  digest: '9dc7b8d95107cf0f6f2fd3f0b0aeb7741086be2cfa2c08f2ca187b180e5a4ab5',
  packed:
    'IAAABBUADaiAgIAEIAAAADUADpkCNQUAqQM1DAChAjUAAZoCFQAKoAIgAAAQFQgGATUBANgDNQYFrAM1AQCHgDw1BAOBgDwVAwL/////DwYAAICAgIAIBgAA4YAUBgAApoAUBgAAgID8/wc=',
})
