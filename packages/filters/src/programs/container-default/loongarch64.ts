// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset container-default for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 73,
  sha256: 'b165cfe44a5a9dc546c72972ec2a0cee27240013c019ac322c7de8ce757d3851',
  digest: '8da2d92390e1ffcfc1a89eb0034a20ed1be50cadc3a822d45b6fa09f7ba938ef',
  packed:
    'IAAABBUAQ4KCgIAMIAAAADUUAI4BNQYAWTUBACYVQEESNUAAPTUBADo1Pj0rFT08OzU8AHU1AARoNQEAcDU5OGs1ADdxFTY3dDUAAV0VNDVhFQEAXBUyM1kgAAAQRQAx9//3/w8VMC//////DzUKANkBNQQAqwE1AQChARUrLI4BNQAqpQEVKSqqARUAKcYBIAAAEDUAJyYVJgAnNSUkKTUADZsCNQAEvAM1AQDLAxUgIcIDNR8A0wM1Hx7OAzUAHqYCNQMAtAMVHACoAxUbALIDFRgZswM1ABm2AxUYALcDFRcWuQM1BgDrATUVAOIBNQAB3QE1EhPgARUAEdwBIAAAEEUPEICAiPAHNQUAiQI1AAGEAhUMDYYCNQEA8gEVCwrwATUJCvQBNQACkgI1AAiYAhUHBpkCNQABjQI1BAWQAhUEAIoCFQMCiwIGAAAABgAApoAUBgAAgYAUBgAAgID8/wc=',
})
