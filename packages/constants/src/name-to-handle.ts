// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of name_to_handle_at beside those of at. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const AT_HANDLE_MNT_ID_UNIQUE: Constant<'name-to-handle'> = /* @__PURE__ */ constant(
  'name-to-handle',
  'AT_HANDLE_MNT_ID_UNIQUE',
  1,
)
export const AT_HANDLE_CONNECTABLE: Constant<'name-to-handle'> = /* @__PURE__ */ constant(
  'name-to-handle',
  'AT_HANDLE_CONNECTABLE',
  2,
)
export const AT_HANDLE_FID: Constant<'name-to-handle'> = /* @__PURE__ */ constant(
  'name-to-handle',
  'AT_HANDLE_FID',
  0x200,
)
