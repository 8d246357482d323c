// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of msync. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MS_ASYNC: Constant<'msync'> = /* @__PURE__ */ constant('msync', 'MS_ASYNC', 1, 'parisc* 2')
export const MS_INVALIDATE: Constant<'msync'> = /* @__PURE__ */ constant(
  'msync',
  'MS_INVALIDATE',
  2,
  'parisc* 4',
)
export const MS_SYNC: Constant<'msync'> = /* @__PURE__ */ constant('msync', 'MS_SYNC', 4, 'parisc* 1')
