// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* What rt_sigprocmask does with a set. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SIG_BLOCK: Constant<'sig-how'> = /* @__PURE__ */ constant('sig-how', 'SIG_BLOCK', 0, 'mips* 1')
export const SIG_UNBLOCK: Constant<'sig-how'> = /* @__PURE__ */ constant(
  'sig-how',
  'SIG_UNBLOCK',
  1,
  'mips* 2',
)
export const SIG_SETMASK: Constant<'sig-how'> = /* @__PURE__ */ constant(
  'sig-how',
  'SIG_SETMASK',
  2,
  'mips* 3',
)
