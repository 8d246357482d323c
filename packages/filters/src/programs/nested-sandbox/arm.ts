// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset nested-sandbox for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['arm'],
  endianness: 'little',
  insns: 122,
  sha256: '56155897a69317fed659dce9e84a2b4d0b6ddaeda062338f65f33ed3981c3bee',
  digest: '9a14f5e3e7440c0cb3494138f1a9d1d17a3625fd9b8596f52d49d253446fe206',
  packed:
    'IAAABBUAdKiAgIAEIAAAADU5AN4BNQAGigE1cwC+ATUBAKYBFW9xlQE1AQCqARVvbagBNWxuvAE1FQBDNQoAJDUBAA0VaGoHNQADGRVoABoVZwAdFWZkITUAARMVYmQWNQBhDjVgYhE1AQAwFV5gLDUAATwVXF4+NQACNjUAXDgVW1k5NQEAMxVXWTAVWFY0NQ0AaDUAA1s1AFViFVQAYxVTUWQ1BABNNQEASDVQTkYVTwBKFU5MSzUBAFIVSkxPFUsAUxVKSFU1BAB5NQBIbTVHAHYVRgByFUVDdDUCAH81QwB8FUJAejUBAIYBNUA+hAEVAD2IASAAABBFAD33//f/DxU8Ov////8PNRMA2AI1AAWaAjUAObUCNTgAwgI1AQC6AhU2NLgCNTM1vwI1AQD5ATUzMeABNQQAjwI1AAGAAhUuMIYCNQAt+gE1LC7+ATUBAJkCNSwqkgIgAAAQNQAqJjUpACkVKCYnNREAlQM1AwDsAjUlANwCFSQA2QIVIyHaAjUAAoUDNQAhkAMVIB6TAzUEAPcCNQAB8AIVGx3zAhUcAO0CFRsZ7gI1AgD8AhUZAPgCFRgW+QI1ABeCAxUWFIMDNQEAqQMVEhSfAzUABsMDNQASywM1AQDTAzUQDs4DNQEAg4A8NQ4MgYA8FQ0LhYA8NQADvAM1AAu/AxUKAMADFQkHwQM1AAK2AxUHALcDFQYEuQM1BQC0AxUEALIDFQIBswMGAAAABgAAgYAUBgAApoAUBgAAgID8/wc=',
})
