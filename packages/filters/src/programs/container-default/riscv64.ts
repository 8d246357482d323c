// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset container-default for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 72,
  sha256: '0ed5568e4dfb21ecefeb840303e8e6d6d92168a76f66b61279c7981d6b2a40b8',
  digest: 'c742d2ebf2767ccc3509409919953758c8100e9967cf1a4b0689d37488321b6b',
  packed:
    'IAAABBUAQvOBgIAMIAAAADUVAKEBNQYAWTUBACYVP0ASNT8APTUBADo1PTwrFTw7OzUAAXUVOTqOATUABGg1AQBwNTc2azUANXEVNDV0NQABXRUyM2EVAQBcFTAxWSAAABBFAC/3//f/DxUuLf////8PNQgA2QE1AgCrATUAKqMBFSkqqgEVACnGASAAABA1ACcmNSYAKRUlJCc1AA2bAjUABLwDNQEAywMVICHCAzUfANMDNR8ezgM1AB6mAjUDALQDFRwAqAMVGwCyAxUYGbMDNQAZtgMVGAC3AxUXFrkDNQYA6wE1FQDiATUAAd0BNRIT4AEVABHcASAAABBFDxCAgIjwBzUFAIkCNQABggIVDA2GAjUBAPIBFQsK8AE1CQr0ATUAApICNQAImAIVBwaZAjUAAY0CNQQFkAIVBACKAhUDAosCBgAAAAYAAKaAFAYAAIGAFAYAAICA/P8H',
})
