// Written by tools/gen-filters from the preset no-new-namespaces of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-new-namespaces for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-new-namespaces',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 20,
  sha256: 'a4a58e311e38140b2defdf5e4c48da78b1d789ad5b851b9f315c740f2f1f6a39',
  digest: 'd673c83f6aa6eaf4598c4da0130b20d81b854bbf5fcafc4cccf2e388c52d26f4',
  packed:
    'IAAABBUADoKCgIAMIAAAADUDANwBFQAOYSAAABBFCwyAgcjwBzUAA7MDNQAItAM1AAnYAxUIBv////8PNQcAjQI1AgDdASAAABBFAwSAgIjwBxUCA4wCBgAAgICAgAgGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
