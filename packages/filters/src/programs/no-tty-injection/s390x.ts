// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['s390x'],
  endianness: 'big',
  insns: 14,
  sha256: '309c6688f7daeba095780e836c326447d8aec2e74907f72d5e59821611efc3b3',
  digest: '605ba1f184395f85d540075baa4382676e6a392b0073d866a4a588f40b408d9d',
  packed:
    'IAAABBUACJaAgIAIIAAAABUCADY1AAjYAxUHBf////8PIAAAHDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
