// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 20,
  sha256: '193bec972291f9e25d31aaab532f07bc84b966ee46d46772896391aeabf06683',
  digest: '9dec16858c76e342c9866951017fafef41273681027d9d82a33908a7f0ab340a',
  packed:
    'IAAABBUADvOBgIAMIAAAADUDANwBFQAOYSAAABBFCwyAgcjwBzUAA7MDNQAItAM1AAnYAxUIBv////8PNQcAjQI1AgDdASAAABBFAwSAgIjwBxUCA4wCBgAAgICAgAgGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
