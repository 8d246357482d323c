// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset container-default for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 122,
  sha256: '7af97e985fcbd4c452099de34e346371bb3b72f511fc3883b0ce3137c7cb2d05',
  digest: 'b075747e56bce8d9c19fc91562c90c870d85a4211ab3e650f1877ebaef7be93c',
  packed:
    'IAAABBUAdJWAgIAMIAAAADUAN+ABNRgAxwI1CwCbAjUEAP4BNQAB7AEVb3D1ATUAbuMBFW1u6wE1AQCMAjVsa4YCNQEAlgI1ammQAhVpAJgCFWhnmQI1AQC2AhVlZq0CNQEAvwIVY2S2AjUBAMMCFWFivwIVAQDGAhVfYMMCIAAAEDUAXiYVXQAnNVxbKTUNAIgDNQBa2gI1BQDpAjVYAOMCNQEA3gIVVVbaAhVVAN8CFVRT4AI1AAH/AjVRUoUDNQAB+gIVT1D+AhVPAOoCFU5N7QI1AAPDAzUATMsDNUoA0wM1SknOAzUASZMDNQADvAM1AEe/AxVGAMADFUVEwQM1AwC0AxVDAKgDFUIAsgMVP0CzAzUAQLYDFT8AtwMVPj25AzUAGW01AAemATUCALsBNToAqQEVOTinATU4AM0BNQEAwAE1NjW9ARU1NMoBNQABigEVMjOVATUCAHg1MQB0FTAvcjUFAH81LgB8FQEAeBUsK3ogAAAQRSkqgICI8Ac1AQCGATUoJ4QBFQAmiAEgAAAQRQAl9//3/w8VJCP/////DzULADA1ACIRNQABJBUfICw1AAMaNQEAHxUcHRwVHBshNQEAFTUaGRMVGQAXFRgXGDUABVo1ABZiNRUAaDUBAGUVEhNiFRIRZjUHAEM1AAE8FQ4PPjUCADYVDQAxFQwLMjUACzgVCgk5NQMATzUIAEsVBwBGFQYFRzUBAFQVAwRPFQMCVQYAAAAGAACmgBQGAACBgBQGAACAgPz/Bw==',
})
