// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of futex_wait, futex_wake and futex_requeue. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FUTEX2_SIZE_U8: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_SIZE_U8', 0)
export const FUTEX2_SIZE_U16: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_SIZE_U16', 1)
export const FUTEX2_SIZE_U32: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_SIZE_U32', 2)
export const FUTEX2_SIZE_U64: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_SIZE_U64', 3)
export const FUTEX2_SIZE_MASK: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_SIZE_MASK', 3)
export const FUTEX2_NUMA: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_NUMA', 4)
export const FUTEX2_MPOL: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_MPOL', 8)
export const FUTEX2_PRIVATE: Constant<'futex2'> = /* @__PURE__ */ constant('futex2', 'FUTEX2_PRIVATE', 0x80)
