// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 61,
  sha256: 'e1e1f1e26b784c374e4368cb0411567fa2e1000108923548e8b8e9e9185568c2',
  digest: 'd7bf340b4ad9c803b8e8e94c8e0832fdc48a704151bb704d5d64252014ae1e81',
  packed:
    'IAAABBUANpWAgIAMIAAAADURAJoCNTcAeTUBADYVMzUaNQUAZhUAMzYgAAAYNQAxkqgBNQAuk6gBFS0vnKgBNQADZxUALXggAAAQRSkrgICI8AcgAAAQNQApATUAJwIVJicINQAJ4wI1ACWpAzUAArkDNQAj2AMVIh//////DzUBALMDNSAdrAM1AQC2AxUbHrMDFR0btwM1AwC/AhUAG5oCIAAAEEUXGYCByPAHNQACzgI1ABfeAhUWFOECNQABxwIVAhTNAjUBAMYCFRASvwIgAAAQFRAAARUAAgogAAAgFQwNgAIVAAIQIAAAIBUKCQAVAAgCIAAAIBUGAIACIAAAGFQAAA8VAwQKBgAAgICAgAgGAACmgBQGAACBgBQGAADhgBQGAACAgPz/Bw==',
})
