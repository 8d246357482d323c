// Written by tools/gen-filters from the preset agent-command of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset agent-command for riscv64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'agent-command',
  abis: ['riscv64'],
  endianness: 'little',
  insns: 52,
  sha256: '7c87ab8ad417846caadc4750c208d75fe220be992d338f6f245b5b4433fc97f5',
  digest: 'ad1de6dc2bd93100096973b19b2baa75d90f497112e23b452a5caf4c768a83a3',
  packed:
    'IAAABBUALfOBgIAMIAAAADULAMYBNQUAYRUALR0gAAAYNQArkqgBNQAok6gBFScpnKgBNSgAdjUCAGIgAAAQRSMlgIHI8AcVIiR1NQALjAI1AAK5AzUAIdgDFSAd/////w81AgCpAzUeAJECFR0bjQI1AQCzAzUbGKwDNQEAtgMVFhmzAxUYFrcDNQAB3QEVFBbxATUAA8gBFQAU3AEgAAAQRRASgICI8AcgAAAQFRAAARUAAgogAAAgFQwNgAIVAAIQIAAAIBUKCQAVAAgCIAAAIBUGAIACIAAAGFQAAA8VAwQKBgAAgICAgAgGAACmgBQGAACBgBQGAADhgBQGAACAgPz/Bw==',
})
