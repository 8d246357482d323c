// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Advice of fadvise64. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const POSIX_FADV_NORMAL: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_NORMAL',
  0,
)
export const POSIX_FADV_RANDOM: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_RANDOM',
  1,
)
export const POSIX_FADV_SEQUENTIAL: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_SEQUENTIAL',
  2,
)
export const POSIX_FADV_WILLNEED: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_WILLNEED',
  3,
)
export const POSIX_FADV_DONTNEED: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_DONTNEED',
  4,
  's390x 6',
)
export const POSIX_FADV_NOREUSE: Constant<'fadvise'> = /* @__PURE__ */ constant(
  'fadvise',
  'POSIX_FADV_NOREUSE',
  5,
  's390x 7',
)
