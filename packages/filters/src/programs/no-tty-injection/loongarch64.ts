// Written by tools/gen-filters from the preset no-tty-injection of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tty-injection for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tty-injection',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 14,
  sha256: 'e25ca3bfed08b57f40516fa7aa88bbc575bfff7baa800e592116048c10d53aa0',
  digest: '5af8e99c60986d91f722259a56306c5bc9cb75e2a3410a1e61d69b017a85d246',
  packed:
    'IAAABBUACIKCgIAMIAAAABUCAB01AAjYAxUHBf////8PIAAAGDUABZKoATUAA5OoARUCA5yoAQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
