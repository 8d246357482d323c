// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Modes of PR_SET_SECCOMP. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SECCOMP_MODE_DISABLED: Constant<'seccomp-mode'> = /* @__PURE__ */ constant(
  'seccomp-mode',
  'SECCOMP_MODE_DISABLED',
  0,
)
export const SECCOMP_MODE_STRICT: Constant<'seccomp-mode'> = /* @__PURE__ */ constant(
  'seccomp-mode',
  'SECCOMP_MODE_STRICT',
  1,
)
export const SECCOMP_MODE_FILTER: Constant<'seccomp-mode'> = /* @__PURE__ */ constant(
  'seccomp-mode',
  'SECCOMP_MODE_FILTER',
  2,
)
