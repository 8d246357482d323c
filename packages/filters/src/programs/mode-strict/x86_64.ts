// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset mode-strict for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'mode-strict',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 10,
  sha256: 'a6081130bbc8bcfb0e751b206e8e4426faaef9839925a4c55c528d2fdf68a0cd',
  digest: '5d9117d117a1f104dba212e252521e49dc5247841fbe6df95a2aa576da726525',
  packed: 'IAAABBUAB76AgIAMIAAAADUAAc8CNQQD0QI1AAICFQEADxUAATwGAACAgPz/BwYAAAA=',
})
