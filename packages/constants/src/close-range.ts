// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of close_range. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const CLOSE_RANGE_UNSHARE: Constant<'close-range'> = /* @__PURE__ */ constant(
  'close-range',
  'CLOSE_RANGE_UNSHARE',
  2,
)
export const CLOSE_RANGE_CLOEXEC: Constant<'close-range'> = /* @__PURE__ */ constant(
  'close-range',
  'CLOSE_RANGE_CLOEXEC',
  4,
)
