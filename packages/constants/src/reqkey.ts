// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Keyrings of KEYCTL_SET_REQKEY_KEYRING. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const KEY_REQKEY_DEFL_NO_CHANGE: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_NO_CHANGE',
  -1,
)
export const KEY_REQKEY_DEFL_DEFAULT: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_DEFAULT',
  0,
)
export const KEY_REQKEY_DEFL_THREAD_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_THREAD_KEYRING',
  1,
)
export const KEY_REQKEY_DEFL_PROCESS_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_PROCESS_KEYRING',
  2,
)
export const KEY_REQKEY_DEFL_SESSION_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_SESSION_KEYRING',
  3,
)
export const KEY_REQKEY_DEFL_USER_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_USER_KEYRING',
  4,
)
export const KEY_REQKEY_DEFL_USER_SESSION_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_USER_SESSION_KEYRING',
  5,
)
export const KEY_REQKEY_DEFL_GROUP_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_GROUP_KEYRING',
  6,
)
export const KEY_REQKEY_DEFL_REQUESTOR_KEYRING: Constant<'reqkey'> = /* @__PURE__ */ constant(
  'reqkey',
  'KEY_REQKEY_DEFL_REQUESTOR_KEYRING',
  7,
)
