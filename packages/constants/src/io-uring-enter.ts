// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of io_uring_enter. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IORING_ENTER_GETEVENTS: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_GETEVENTS',
  1,
)
export const IORING_ENTER_SQ_WAKEUP: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_SQ_WAKEUP',
  2,
)
export const IORING_ENTER_SQ_WAIT: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_SQ_WAIT',
  4,
)
export const IORING_ENTER_EXT_ARG: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_EXT_ARG',
  8,
)
export const IORING_ENTER_REGISTERED_RING: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_REGISTERED_RING',
  0x10,
)
export const IORING_ENTER_ABS_TIMER: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_ABS_TIMER',
  0x20,
)
export const IORING_ENTER_EXT_ARG_REG: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_EXT_ARG_REG',
  0x40,
)
export const IORING_ENTER_NO_IOWAIT: Constant<'io-uring-enter'> = /* @__PURE__ */ constant(
  'io-uring-enter',
  'IORING_ENTER_NO_IOWAIT',
  0x80,
)
