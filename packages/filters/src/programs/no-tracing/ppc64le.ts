// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-tracing for ppc64le. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-tracing',
  abis: ['ppc64le'],
  endianness: 'little',
  insns: 18,
  sha256: 'dc7b45297cd88df04d91108de7fe368c1b1235d363b9b8a57dad97c37e9bba51',
  digest: '55eeb7ba4be2396b6a2d131b9db6a59b674bbc500f42f80bf422d12d281c2d55',
  packed:
    'IAAABBUADJWAgIAMIAAAADUBAL8CFQoMGjUDAOMCNQEA3wIVBwm/AhUIBuECNQAHtgM1AQC5AxUFA7cDNQAE2AMVAwL/////DwYAAICAgIAIBgAAgYAUBgAApoAUBgAAgID8/wc=',
})
