// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Modes of fallocate. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FALLOC_FL_ALLOCATE_RANGE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_ALLOCATE_RANGE',
  0,
)
export const FALLOC_FL_KEEP_SIZE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_KEEP_SIZE',
  1,
)
export const FALLOC_FL_PUNCH_HOLE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_PUNCH_HOLE',
  2,
)
export const FALLOC_FL_NO_HIDE_STALE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_NO_HIDE_STALE',
  4,
)
export const FALLOC_FL_COLLAPSE_RANGE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_COLLAPSE_RANGE',
  8,
)
export const FALLOC_FL_ZERO_RANGE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_ZERO_RANGE',
  0x10,
)
export const FALLOC_FL_INSERT_RANGE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_INSERT_RANGE',
  0x20,
)
export const FALLOC_FL_UNSHARE_RANGE: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_UNSHARE_RANGE',
  0x40,
)
export const FALLOC_FL_WRITE_ZEROES: Constant<'falloc'> = /* @__PURE__ */ constant(
  'falloc',
  'FALLOC_FL_WRITE_ZEROES',
  0x80,
)
