// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['s390x'],
  endianness: 'big',
  insns: 20,
  sha256: '750c50b23e6567f4b98815cb5796485d68cccdbb76cc635f744706796e7a868a',
  digest: 'a3e261f084ffdd7430a0325785e6819b80f8e97c6ec8052215480fe01868c870',
  packed:
    'IAAABBUADpaAgIAIIAAAADUDAK8CFQAOeCAAABxFCwyAgIjwBzUAA7MDNQAItAM1AAnYAxUIBv////8PNQcA1AI1AgCwAiAAABRFAwSAgcjwBxUCA9MCBgAAgICAgAgGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
