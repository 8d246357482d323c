// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset container-default for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['arm'],
  endianness: 'little',
  insns: 128,
  sha256: '376ec799db9f4c13f9ef9536d90bf6ad2312cdf9695da934a1db303e4bb91bc3',
  digest: 'c015c7d8cc10bfb6e2c07813cfcc32f96f69fa4cb6a0710e7c24f6e4e9d039fb',
  packed:
    'IAAABBUAeqiAgIAEIAAAADUAOfkBNRcA7AI1AAq1AjUEANECNXcAwgI1AQC6AhV1dLgCNXN0vwI1cwDcAjUBANgCFXBx0QIVcADZAhVvbtoCNW4AmgI1BACPAjUAAYACFWprhgI1AGn6ATVoaf4BNQEAmQI1Z2aSAiAAABA1AGUmNWQAKRVjYic1DQCVAzUAAoUDNQBgkAMVX16TAzUEAPcCNQAB8AIVW1zzAhVbAO0CFVpZ7gI1AgD8AhVYAPgCFVdW+QI1AFaCAxVVVIMDNQEAqQMVUlOfAzUABsMDNQBRywM1AQDTAzVPTs4DNQEAg4A8NU1MgYA8FUxLhYA8NQADvAM1AEq/AxVJAMADFUhHwQM1AAK2AxVGALcDFUVEuQM1RAC0AxVDALIDFUBBswM1AAqKATUABL4BNQA/2gE1PgDgATUAPNsBNTs83gE1AQCmARU5OpUBNQEAqgEVODeoATU2N7wBNRUAQzUACSQ1AQAwFTIzLDUAATwVMDE+NQIANhUvADEVLi0yNQAtOBUsKzk1AQANFSkqBzUEABc1AQARFSYnDRUmABMVJSQUNQEAGxUiIxkVIgAdFSEgITUMAGg1AANbNQAeYhUdAGMVHBtkNQMATTUBAEg1GRhGFRgXSzUBAFIVFRZPFRUAUxUUE1U1BAB4NQASbTURAHYVEAByFQ8OdDUFAH81DQB8FQEAeBULCnogAAAQRQgJgICI8Ac1AQCGATUHBoQBFQAFiAEgAAAQRQAE9//3/w8VAwL/////DwYAAAAGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
