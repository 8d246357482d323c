// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-network for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-network',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 25,
  sha256: '39463e3da1eae88fffb3fe44199134ce91f295b842cdd85fb033af24e92cb54b',
  digest: 'c0f7313a5247150323b3d1b05a160557761c5b7ed5ac6b0aefdc976c478de804',
  packed:
    'IAAABBUAFr6AgIAMIAAAADUABTY1ABCpAzUAEKwDNQAO2AM1DQD/////DzUPDYCAgIAENQALKTUEAC01AQAsFQgKKyAAADgVBggAFQAFNSAAABAVAAUBIAAAGFQAAAsVAAIBBgAAgID8/wcGAACmgBQGAACNgBQGAACAgICACA==',
})
