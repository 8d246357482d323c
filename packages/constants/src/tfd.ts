// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of timerfd_create and timerfd_settime. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const TFD_TIMER_ABSTIME: Constant<'tfd'> = /* @__PURE__ */ constant('tfd', 'TFD_TIMER_ABSTIME', 1)
export const TFD_TIMER_CANCEL_ON_SET: Constant<'tfd'> = /* @__PURE__ */ constant(
  'tfd',
  'TFD_TIMER_CANCEL_ON_SET',
  2,
)
export const TFD_NONBLOCK: Constant<'tfd'> = /* @__PURE__ */ constant(
  'tfd',
  'TFD_NONBLOCK',
  0x800,
  'mips* 0x80, parisc* 0x10000',
)
export const TFD_CLOEXEC: Constant<'tfd'> = /* @__PURE__ */ constant(
  'tfd',
  'TFD_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
