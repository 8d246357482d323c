// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 53,
  sha256: '11befc7432243c1ebd5aabffe8791c01e0b6acac57ec4fef37b85193a2f0f438',
  digest: '3a38695af02acd3e6d452aa40fd9e32e003dd6f3b257aa28a732e8dd8bd23ac4',
  packed:
    'IAAABBUALreBgIAMIAAAADULAMYBNQUAYRUALh0gAAAYNQAskqgBNQApk6gBFSgqnKgBNSkAdjUCAGIgAAAQRSQmgIHI8AcVIyV1NQAJkQI1AAK5AzUAItgDFSEe/////w81ACCpAzUBALMDNR4brAM1AQC2AxUZHLMDFRsZtwM1AAfcATUDAPEBFQAY3AEgAAAQRRQWgICI8Ac1AQCMAhUSFPEBFRMRjQI1EgDIASAAABAVEAABFQACCiAAACAVDA2AAhUAAhAgAAAgFQoJABUACAIgAAAgFQYAgAIgAAAYVAAADxUDBAoGAACAgICACAYAAKaAFAYAAIGAFAYAAOGAFAYAAICA/P8H',
})
