// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import { filterOf } from '../../filter/filter.ts'
import type { ReadyFilter } from '../../filter/filter.ts'

/** The filter of the preset no-exotic-sockets for s390x. */
export const filter: ReadyFilter = /* @__PURE__ */ filterOf({
  preset: 'no-exotic-sockets',
  abis: ['s390x'],
  endianness: 'big',
  insns: 32,
  sha256: '580fe45adaa61a5272f5b742642306f98a3d208d8222733f0d5ef3fd42f3b79c',
  digest: '680ee5935ee9c0258495346f1bc4bbb0f37314061f55bf127c53a501a507126c',
  packed:
    'IAAABBUAGpaAgIAIIAAAADUFAOcCFQAaZiAAABQ1ABgBNQAWAhUVFgg1AAKsAzUAFNgDFRMR/////w81AAHpAjUPEakDIAAAFBUPAAEVAAIKIAAAJBULDIACFQACECAAACQVCQgAFQAHAiAAACQVBQCAAiAAABxUAAAPFQIDCgYAAICAgIAIBgAApoAUBgAA4YAUBgAAgID8/wc=',
})
