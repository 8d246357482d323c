// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for loongarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['loongarch64'],
  endianness: 'little',
  insns: 53,
  sha256: '22c2ad82d21b6e4be4d9f2144fb78bfbba38386210698d3cf3835ae734eef523',
  digest: '6dae701bb256977cbad0cde31c3c27c40c23f06b3303fe4a2fccef01f256632b',
  packed:
    'IAAABBUALoKCgIAMIAAAADULAMYBNQUAYRUALh0gAAAYNQAskqgBNQApk6gBFSgqnKgBNSkAdjUCAGIgAAAQRSQmgIHI8AcVIyV1NQAJkQI1AAK5AzUAItgDFSEe/////w81ACCpAzUBALMDNR4brAM1AQC2AxUZHLMDFRsZtwM1AAfcATUDAPEBFQAY3AEgAAAQRRQWgICI8Ac1AQCMAhUSFPEBFRMRjQI1EgDIASAAABAVEAABFQACCiAAACAVDA2AAhUAAhAgAAAgFQoJABUACAIgAAAgFQYAgAIgAAAYVAAADxUDBAoGAACAgICACAYAAKaAFAYAAIGAFAYAAOGAFAYAAICA/P8H',
})
