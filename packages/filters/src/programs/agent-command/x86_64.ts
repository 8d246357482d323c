// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for x86_64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['x86_64'],
  endianness: 'little',
  insns: 56,
  sha256: 'e167c39818263184016c62a26c62761762fb4577c2206e741053ef638f04a0bb',
  digest: 'e1c6cb167f585c3f653a0847bb897d6118ad5caf67714234a328bd5423b67d4d',
  packed:
    'IAAABBUANb6AgIAMIAAAADUAEpACNQgAqQM1AwCqAhUALJACIAAAEEUsKoCByPAHNSkAuQI1AQC0AhUpJ6oCFSYotQI1AAO5AzUAJNgDNSMA/////w81JiOAgICABDUBALMDNSAhrAM1AQC2AxUfHrMDFR0ftwM1HABmNQABORUcGmU1BQApFQAYECAAABg1ABaSqAE1ABeTqAEVFhScqAE1AQA1FQQSKRUDADUVABA4IAAAEEUQDoCAiPAHIAAAEBUMAAEVAAIKIAAAIBUMCYACFQACECAAACAVBgkAFQAIAiAAACAVBgCAAiAAABhUAAAPFQMACgYAAICA/P8HBgAApoAUBgAAgYAUBgAA4YAUBgAAgICAgAg=',
})
