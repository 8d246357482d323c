// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset nested-sandbox for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 71,
  sha256: '5155ba54043e658af831e3f7449422358ef712deaa9659620527f558b43bfd71',
  digest: '556db7ec03db9592777fc5271e0873236ba00ac76c23abaf8ce3ae267407d699',
  packed:
    'IAAABBUAQYKCgIAMIAAAADUVAI4BNQgAWTUBACYVPj8SNT4APTUCACs1OwAqFTo7JjUAOjoVOTg7NTgAdTUABGg1AQBwNTU0azUAM3EVMjN0NTIAXRUBAFwVLzBZIAAAEEUALvf/9/8PFS0s/////w81CgDZATUEAKsBNQEAogEVKCmOATUAJ6UBFSYnqgEVACbGASAAABA1ACQmNSMAKRUiISc1AA2bAjUABLwDNQEAywMVHR7CAzUcANMDNRwbzgM1ABumAjUDALQDFRkAqAMVGACyAxUVFrMDNQAWtgMVFQC3AxUUE7kDNQMA6wE1EgDiATUAENwBNQ8Q4AE1BQCJAjUAAYQCFQwNhgI1AQDyARULCvABNQkK9AE1AAKSAjUACJgCFQcGmQI1AAGNAjUEBZACFQQAigIVAwKLAgYAAAAGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
