// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of mremap. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MREMAP_MAYMOVE: Constant<'mremap'> = /* @__PURE__ */ constant('mremap', 'MREMAP_MAYMOVE', 1)
export const MREMAP_FIXED: Constant<'mremap'> = /* @__PURE__ */ constant('mremap', 'MREMAP_FIXED', 2)
export const MREMAP_DONTUNMAP: Constant<'mremap'> = /* @__PURE__ */ constant('mremap', 'MREMAP_DONTUNMAP', 4)
