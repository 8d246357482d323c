// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['arm'],
  endianness: 'little',
  insns: 27,
  sha256: 'bcf40392bd3552c49a78951c9dcfe376d43a797c71f61941ee71e444764954ef',
  digest: 'a38cea29fc7ee428499fb7aef5a16cf3e4d504d516a9d83a02423f1d0fb65596',
  packed:
    'IAAABBUAFaiAgIAEIAAAADUAFpkCNQAFqQM1AQDYAzUTEawDNQEAh4A8NREPgYA8FRAO/////w81DwCjAjUCAKACNQ0AnAIVDAuaAjUFAKECIAAAEBUACAEgAAAYVAAACxUGBQEVBQChAiAAADgVAwIABgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
