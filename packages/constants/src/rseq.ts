// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of rseq. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RSEQ_FLAG_UNREGISTER: Constant<'rseq'> = /* @__PURE__ */ constant(
  'rseq',
  'RSEQ_FLAG_UNREGISTER',
  1,
)
export const RSEQ_FLAG_SLICE_EXT_DEFAULT_ON: Constant<'rseq'> = /* @__PURE__ */ constant(
  'rseq',
  'RSEQ_FLAG_SLICE_EXT_DEFAULT_ON',
  2,
)
