// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of SECCOMP_SET_MODE_FILTER. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SECCOMP_FILTER_FLAG_TSYNC: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_TSYNC',
  1,
)
export const SECCOMP_FILTER_FLAG_LOG: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_LOG',
  2,
)
export const SECCOMP_FILTER_FLAG_SPEC_ALLOW: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_SPEC_ALLOW',
  4,
)
export const SECCOMP_FILTER_FLAG_NEW_LISTENER: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_NEW_LISTENER',
  8,
)
export const SECCOMP_FILTER_FLAG_TSYNC_ESRCH: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_TSYNC_ESRCH',
  0x10,
)
export const SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV: Constant<'seccomp-flag'> = /* @__PURE__ */ constant(
  'seccomp-flag',
  'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV',
  0x20,
)
