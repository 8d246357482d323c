// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of pidfd_open. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PIDFD_THREAD: Constant<'pidfd'> = /* @__PURE__ */ constant(
  'pidfd',
  'PIDFD_THREAD',
  0x80,
  'mips* parisc* 0x400',
)
export const PIDFD_NONBLOCK: Constant<'pidfd'> = /* @__PURE__ */ constant(
  'pidfd',
  'PIDFD_NONBLOCK',
  0x800,
  'mips* 0x80, parisc* 0x10000',
)
