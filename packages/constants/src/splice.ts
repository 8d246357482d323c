// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of splice, tee and vmsplice. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SPLICE_F_MOVE: Constant<'splice'> = /* @__PURE__ */ constant('splice', 'SPLICE_F_MOVE', 1)
export const SPLICE_F_NONBLOCK: Constant<'splice'> = /* @__PURE__ */ constant(
  'splice',
  'SPLICE_F_NONBLOCK',
  2,
)
export const SPLICE_F_MORE: Constant<'splice'> = /* @__PURE__ */ constant('splice', 'SPLICE_F_MORE', 4)
export const SPLICE_F_GIFT: Constant<'splice'> = /* @__PURE__ */ constant('splice', 'SPLICE_F_GIFT', 8)
