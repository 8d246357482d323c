// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 14,
  sha256: '2918ee65a4e30f971649c993d3afe9b5ddc87c4909f8623f3fe7f617009258ca',
  digest: '686a7a677019e562b076747e1feed2bb5cbfd8ff4b96f7824f0b4cfd3eaf9cda',
  packed:
    'IAAABBUACJWAgIAMIAAAABUCADY1AAjYAxUHBf////8PIAAAGDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
