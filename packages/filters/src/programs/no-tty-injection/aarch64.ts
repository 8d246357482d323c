// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 14,
  sha256: '9587b1bd9e8824b1008f4c7a3a93424f6cee60e0c63e51ffdab4636714afa499',
  digest: 'b109f713b098d75b99297cd785b2ac62690877cb158b4ee538774f8ac4b5d58c',
  packed:
    'IAAABBUACLeBgIAMIAAAABUCAB01AAjYAxUHBf////8PIAAAGDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
