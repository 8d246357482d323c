// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['arm'],
  endianness: 'little',
  insns: 16,
  sha256: '7fddfa18d6a72291714420612451e457fe68976c989d90b248d52295fa5c1e55',
  digest: 'a41320c35b52da07bf979c5cbb52d7ee707d3278fdfb5f828a33b57651ab5221',
  packed:
    'IAAABBUACqiAgIAEIAAAADUAA9gDNQEAh4A8NQkHgYA8FQgG/////w8VAAc2IAAAGDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
