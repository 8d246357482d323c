// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of fanotify_init. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FAN_CLASS_NOTIF: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_CLASS_NOTIF', 0)
export const FAN_CLOEXEC: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_CLOEXEC', 1)
export const FAN_NONBLOCK: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_NONBLOCK', 2)
export const FAN_CLASS_CONTENT: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_CLASS_CONTENT', 4)
export const FAN_CLASS_PRE_CONTENT: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_CLASS_PRE_CONTENT',
  8,
)
export const FAN_UNLIMITED_QUEUE: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_UNLIMITED_QUEUE',
  0x10,
)
export const FAN_UNLIMITED_MARKS: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_UNLIMITED_MARKS',
  0x20,
)
export const FAN_ENABLE_AUDIT: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_ENABLE_AUDIT', 0x40)
export const FAN_REPORT_PIDFD: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_REPORT_PIDFD', 0x80)
export const FAN_REPORT_TID: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_REPORT_TID', 0x100)
export const FAN_REPORT_FID: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_REPORT_FID', 0x200)
export const FAN_REPORT_DIR_FID: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_REPORT_DIR_FID',
  0x400,
)
export const FAN_REPORT_NAME: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_REPORT_NAME', 0x800)
export const FAN_REPORT_DFID_NAME: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_REPORT_DFID_NAME',
  0xc00,
)
export const FAN_REPORT_TARGET_FID: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_REPORT_TARGET_FID',
  0x1000,
)
export const FAN_REPORT_DFID_NAME_TARGET: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_REPORT_DFID_NAME_TARGET',
  0x1e00,
)
export const FAN_REPORT_FD_ERROR: Constant<'fan'> = /* @__PURE__ */ constant(
  'fan',
  'FAN_REPORT_FD_ERROR',
  0x2000,
)
export const FAN_REPORT_MNT: Constant<'fan'> = /* @__PURE__ */ constant('fan', 'FAN_REPORT_MNT', 0x4000)
