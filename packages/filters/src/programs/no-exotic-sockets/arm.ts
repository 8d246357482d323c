// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['arm'],
  endianness: 'little',
  insns: 31,
  sha256: '8820874de54c78e020afecabcb5d9f7db130dcc29ac0baa94d5a43c3dd16a203',
  digest: '959198a4edc4ee21ba78b74924022cad903917cea830ad04049308e1207b781a',
  packed:
    'IAAABBUAGaiAgIAEIAAAADUAGpkCNQAFqQM1AQDYAzUXFawDNQEAh4A8NRUTgYA8FRQS/////w81EwChAjUAAZoCFQARoAIgAAAQFQ8AARUAAgogAAAgFQsMgAIVAAIQIAAAIBUJCAAVAAcCIAAAIBUFAIACIAAAGFQAAA8VAgMKBgAAgICAgAgGAACmgBQGAADhgBQGAACAgPz/Bw==',
})
