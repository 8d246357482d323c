// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of fspick. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FSPICK_CLOEXEC: Constant<'fspick'> = /* @__PURE__ */ constant('fspick', 'FSPICK_CLOEXEC', 1)
export const FSPICK_SYMLINK_NOFOLLOW: Constant<'fspick'> = /* @__PURE__ */ constant(
  'fspick',
  'FSPICK_SYMLINK_NOFOLLOW',
  2,
)
export const FSPICK_NO_AUTOMOUNT: Constant<'fspick'> = /* @__PURE__ */ constant(
  'fspick',
  'FSPICK_NO_AUTOMOUNT',
  4,
)
export const FSPICK_EMPTY_PATH: Constant<'fspick'> = /* @__PURE__ */ constant(
  'fspick',
  'FSPICK_EMPTY_PATH',
  8,
)
