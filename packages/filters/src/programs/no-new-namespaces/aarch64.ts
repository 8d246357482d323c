// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 20,
  sha256: '905ea2d65130d99eeb0b592a30530072b35bea61bb9352d46f89b9d613ed9521',
  digest: 'da35b5601ecc493530a4b8bf7bb89e864d16e3168bc36f54739d98ce8c09906c',
  packed:
    'IAAABBUADreBgIAMIAAAADUDANwBFQAOYSAAABBFCwyAgcjwBzUAA7MDNQAItAM1AAnYAxUIBv////8PNQcAjQI1AgDdASAAABBFAwSAgIjwBxUCA4wCBgAAgICAgAgGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
