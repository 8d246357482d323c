// Written by tools/gen-filters from the preset nested-sandbox of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters
/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset nested-sandbox for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'nested-sandbox',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 70,
  sha256: '07cc41b622e416f2b6fadeef95a9a89450dd23e00f591013cfc731446b756690',
  digest: '86df191c57c13c5713d564afa336385de713cc24a0520f2cc974922c7a219eca',
  packed:
    'IAAABBUAQPOBgIAMIAAAADUWAKIBNQgAWTUBACYVPT4SNT0APTUCACs1OgAqFTk6JjUAOToVODc7NQABdRU1No4BNQAEaDUBAHA1MzJrNQAxcRUwMXQ1MABdFQEAXBUtLlkgAAAQRQAs9//3/w8VKyr/////DzUIANkBNQIAqwE1ACejARUmJ6oBFQAmxgEgAAAQNQAkJjUjACkVIiEnNQANmwI1AAS8AzUBAMsDFR0ewgM1HADTAzUcG84DNQAbpgI1AwC0AxUZAKgDFRgAsgMVFRazAzUAFrYDFRUAtwMVFBO5AzUDAOsBNRIA4gE1ABDcATUPEOABNQUAiQI1AAGCAhUMDYYCNQEA8gEVCwrwATUJCvQBNQACkgI1AAiYAhUHBpkCNQABjQI1BAWQAhUEAIoCFQMCiwIGAAAABgAApoAUBgAAgYAUBgAAgID8/wc=',
})
