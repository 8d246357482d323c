// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-unix-sockets for arm. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-unix-sockets',
  abis: ['arm'],
  endianness: 'little',
  insns: 24,
  sha256: '0891fa220a93c2ca36c8907152eb795420b1b906f9e0c8105007d7996281c8d6',
  digest: '8808639d178005a3d1f678d7a63fc6092361ee99b613a9084faa2c580071a8e8',
  packed:
    'IAAABBUAEqiAgIAEIAAAADUAE5kCNQAFqQM1AQDYAzUQDqwDNQEAh4A8NQ4MgYA8FQ0L/////w81DAChAjUCAJoCIAAAEBUICQEVAAigAiAAABAVAAYBIAAAGFQAAAsVAwIBBgAAgICAgAgGAACmgBQGAACNgBQGAACAgPz/Bw==',
})
