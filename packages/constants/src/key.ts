// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of keyctl, and keyrings by name. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const KEY_SPEC_REQUESTOR_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_REQUESTOR_KEYRING',
  -8,
)
export const KEY_SPEC_REQKEY_AUTH_KEY: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_REQKEY_AUTH_KEY',
  -7,
)
export const KEY_SPEC_GROUP_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_GROUP_KEYRING',
  -6,
)
export const KEY_SPEC_USER_SESSION_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_USER_SESSION_KEYRING',
  -5,
)
export const KEY_SPEC_USER_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_USER_KEYRING',
  -4,
)
export const KEY_SPEC_SESSION_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_SESSION_KEYRING',
  -3,
)
export const KEY_SPEC_PROCESS_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_PROCESS_KEYRING',
  -2,
)
export const KEY_SPEC_THREAD_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEY_SPEC_THREAD_KEYRING',
  -1,
)
export const KEYCTL_GET_KEYRING_ID: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_GET_KEYRING_ID',
  0,
)
export const KEYCTL_JOIN_SESSION_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_JOIN_SESSION_KEYRING',
  1,
)
export const KEYCTL_UPDATE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_UPDATE', 2)
export const KEYCTL_REVOKE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_REVOKE', 3)
export const KEYCTL_CHOWN: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_CHOWN', 4)
export const KEYCTL_SETPERM: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_SETPERM', 5)
export const KEYCTL_DESCRIBE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_DESCRIBE', 6)
export const KEYCTL_CLEAR: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_CLEAR', 7)
export const KEYCTL_LINK: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_LINK', 8)
export const KEYCTL_UNLINK: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_UNLINK', 9)
export const KEYCTL_SEARCH: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_SEARCH', 10)
export const KEYCTL_READ: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_READ', 11)
export const KEYCTL_INSTANTIATE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_INSTANTIATE', 12)
export const KEYCTL_NEGATE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_NEGATE', 13)
export const KEYCTL_SET_REQKEY_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_SET_REQKEY_KEYRING',
  14,
)
export const KEYCTL_SET_TIMEOUT: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_SET_TIMEOUT', 15)
export const KEYCTL_ASSUME_AUTHORITY: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_ASSUME_AUTHORITY',
  16,
)
export const KEYCTL_GET_SECURITY: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_GET_SECURITY', 17)
export const KEYCTL_SESSION_TO_PARENT: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_SESSION_TO_PARENT',
  18,
)
export const KEYCTL_REJECT: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_REJECT', 19)
export const KEYCTL_INSTANTIATE_IOV: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_INSTANTIATE_IOV',
  20,
)
export const KEYCTL_INVALIDATE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_INVALIDATE', 21)
export const KEYCTL_GET_PERSISTENT: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_GET_PERSISTENT',
  22,
)
export const KEYCTL_DH_COMPUTE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_DH_COMPUTE', 23)
export const KEYCTL_PKEY_QUERY: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_PKEY_QUERY', 24)
export const KEYCTL_PKEY_ENCRYPT: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_PKEY_ENCRYPT', 25)
export const KEYCTL_PKEY_DECRYPT: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_PKEY_DECRYPT', 26)
export const KEYCTL_PKEY_SIGN: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_PKEY_SIGN', 27)
export const KEYCTL_PKEY_VERIFY: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_PKEY_VERIFY', 28)
export const KEYCTL_RESTRICT_KEYRING: Constant<'key'> = /* @__PURE__ */ constant(
  'key',
  'KEYCTL_RESTRICT_KEYRING',
  29,
)
export const KEYCTL_MOVE: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_MOVE', 30)
export const KEYCTL_CAPABILITIES: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_CAPABILITIES', 31)
export const KEYCTL_WATCH_KEY: Constant<'key'> = /* @__PURE__ */ constant('key', 'KEYCTL_WATCH_KEY', 32)
