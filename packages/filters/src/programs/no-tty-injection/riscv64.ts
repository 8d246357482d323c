// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 14,
  sha256: '44e08dafe8da69329fd67c1e4bc49525a854b751bfebe45ecb3f7e52b4a63363',
  digest: 'ea20c1a6e3434759809384fa514ed3f23817c534ea8adee7459da4e711977ec5',
  packed:
    'IAAABBUACPOBgIAMIAAAABUCAB01AAjYAxUHBf////8PIAAAGDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
