// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: pnpm filters

import { filterOf } from '../../filter/filter.ts'
import type { Filter } from '../../filter/filter.ts'

/** The filter of the preset container-default for loongarch64. */
export const filter: Filter = /* @__PURE__ */ filterOf({
  preset: 'container-default',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 76,
  sha256: '5fe29fc681a21083504c67db3d8781708113e65b01acd2b68e79505cf72265f0',
  digest: '2d79548f1c82378d1af49a98081ef973d389742f151507e063102970dfb41976',
  packed:
    'IAAABBUARoKCgIAMIAAAADUUAI4BNQYAWTUBACYVQ0QSNUMAPTUBADo1QUArFUA/OzU/AHU1AARoNQEAcDU8O2s1ADpxFTk6dDUAAV0VNzhhFQEAXBU1NlkgAAAQRQA09//3/w8VMzL/////DzUKANkBNQQAqwE1AQChARUuL44BNQAtpQEVLC2qARUALMYBIAAAEDUAKiY1KQApFSgnJzUAEJsCNQADwwM1ACXLAzUjANMDNSMizgM1ACKmAjUAA7wDNQAgvwMVHwDAAxUeHcEDNQMAtAMVHACoAxUbALIDFRgZswM1ABm2AxUYALcDFRcWuQM1BgDrATUVAOIBNQAB3QE1EhPgARUAEdwBIAAAEEUPEICAiPAHNQUAiQI1AAGEAhUMDYYCNQEA8gEVCwrwATUJCvQBNQACkgI1AAiYAhUHBpkCNQABjQI1BAWQAhUEAIoCFQMCiwIGAAAABgAApoAUBgAAgYAUBgAAgID8/wc=',
})
