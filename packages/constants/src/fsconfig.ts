// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of fsconfig. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FSCONFIG_SET_FLAG: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_FLAG',
  0,
)
export const FSCONFIG_SET_STRING: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_STRING',
  1,
)
export const FSCONFIG_SET_BINARY: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_BINARY',
  2,
)
export const FSCONFIG_SET_PATH: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_PATH',
  3,
)
export const FSCONFIG_SET_PATH_EMPTY: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_PATH_EMPTY',
  4,
)
export const FSCONFIG_SET_FD: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_SET_FD',
  5,
)
export const FSCONFIG_CMD_CREATE: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_CMD_CREATE',
  6,
)
export const FSCONFIG_CMD_RECONFIGURE: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_CMD_RECONFIGURE',
  7,
)
export const FSCONFIG_CMD_CREATE_EXCL: Constant<'fsconfig'> = /* @__PURE__ */ constant(
  'fsconfig',
  'FSCONFIG_CMD_CREATE_EXCL',
  8,
)
