// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of calls that take a directory, and AT_FDCWD. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const AT_FDCWD: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_FDCWD', -100)
export const AT_STATX_SYNC_AS_STAT: Constant<'at'> = /* @__PURE__ */ constant(
  'at',
  'AT_STATX_SYNC_AS_STAT',
  0,
)
export const AT_SYMLINK_NOFOLLOW: Constant<'at'> = /* @__PURE__ */ constant(
  'at',
  'AT_SYMLINK_NOFOLLOW',
  0x100,
)
export const AT_REMOVEDIR: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_REMOVEDIR', 0x200)
export const AT_EACCESS: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_EACCESS', 0x200)
export const AT_SYMLINK_FOLLOW: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_SYMLINK_FOLLOW', 0x400)
export const AT_NO_AUTOMOUNT: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_NO_AUTOMOUNT', 0x800)
export const AT_EMPTY_PATH: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_EMPTY_PATH', 0x1000)
export const AT_STATX_FORCE_SYNC: Constant<'at'> = /* @__PURE__ */ constant(
  'at',
  'AT_STATX_FORCE_SYNC',
  0x2000,
)
export const AT_STATX_DONT_SYNC: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_STATX_DONT_SYNC', 0x4000)
export const AT_RECURSIVE: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_RECURSIVE', 0x8000)
export const AT_EXECVE_CHECK: Constant<'at'> = /* @__PURE__ */ constant('at', 'AT_EXECVE_CHECK', 0x10000)
