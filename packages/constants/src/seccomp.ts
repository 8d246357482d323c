// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of seccomp. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SECCOMP_SET_MODE_STRICT: Constant<'seccomp'> = /* @__PURE__ */ constant(
  'seccomp',
  'SECCOMP_SET_MODE_STRICT',
  0,
)
export const SECCOMP_SET_MODE_FILTER: Constant<'seccomp'> = /* @__PURE__ */ constant(
  'seccomp',
  'SECCOMP_SET_MODE_FILTER',
  1,
)
export const SECCOMP_GET_ACTION_AVAIL: Constant<'seccomp'> = /* @__PURE__ */ constant(
  'seccomp',
  'SECCOMP_GET_ACTION_AVAIL',
  2,
)
export const SECCOMP_GET_NOTIF_SIZES: Constant<'seccomp'> = /* @__PURE__ */ constant(
  'seccomp',
  'SECCOMP_GET_NOTIF_SIZES',
  3,
)
