// Written by tools/gen-filters from the preset node-server of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset node-server for aarch64. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'node-server',
  abis: ['aarch64'],
  endianness: 'little',
  insns: 125,
  sha256: '37ca529bada4b5932b0e1fdffb614fb5edf3b92f1b0386e9e042f25f7eba4277',
  digest: 'dbe6cb06a5b517adb7e5dcfafe8fd08ae327195c9d7ed41ecbe3d9a5904563da',
  packed:
    'IAAABBUAd7eBgIAMIAAAADUnAIoBNQAMSzV2AHY1BABdNQEAWTVzck4VcgBaFXFwWzUBAGgVbm9hNQEAcDVtbGs1awB0FWprcDUABSs1aQA9NQBoMzUBADoVZWYzFWVkOzUBABI1Y2IFNQEAHRVgYRI1AAEiNV5fJzUAAR4VXF0hIAAAGDUABNKoARVaAJCSAhVZALOSAhVYAImokoAEFVdWqqixgQg1AQCFqAE1VVSBqAE1VADQqAEVUwCTqAEVUgCbqAEVUVChqAE1ACXZATUTAJsCNQgA6wE1TQDiATUAAd0BNUpL4AEVAEncASAAABBUAACAgIzwBzUARoCABDVFRoCACDUAA5ICNQBElQIVQwCWAhVCQZkCNQAChgIVQACLAhU/Po0CNT4AhAIVPQDyARU8O/MBNQgAwwM1ADqkAjUDALYDNTgAtAMVNwClAhU0NbMDFTUAtwMVNAC5AxUzMsEDNQAyyQM1AQDTAzUwL84DNQEA1gMVLS7TAxUtANcDNQAr1wMVKin/////DzUDAKEBNSkAjwE1ACeLARUmJ44BNSYAyAE1DgCsATUBAKcBNSMiowE1AAGoATUgIaoBIAAAEDUDABE1HgAPFR0AAxUcGwg1AgAmFRoAFRUZGBc1ABgoFRcWwZrZmgU1ABa0ATUAAscBIAAAEBUTEgEVABHGASAAABAVAAIQIAAAIBUODQAVAgAKNQALATUKAAMgAAAYRQAID1QAAA81BgADIAAAIDUABQEVBAAGFQMCEQYAAICAgIAIBgAApoAUBgAAgYAUBgAAgID8/wc=',
})
