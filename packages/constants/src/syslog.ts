// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Actions of syslog. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SYSLOG_ACTION_CLOSE: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_CLOSE',
  0,
)
export const SYSLOG_ACTION_OPEN: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_OPEN',
  1,
)
export const SYSLOG_ACTION_READ: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_READ',
  2,
)
export const SYSLOG_ACTION_READ_ALL: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_READ_ALL',
  3,
)
export const SYSLOG_ACTION_READ_CLEAR: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_READ_CLEAR',
  4,
)
export const SYSLOG_ACTION_CLEAR: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_CLEAR',
  5,
)
export const SYSLOG_ACTION_CONSOLE_OFF: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_CONSOLE_OFF',
  6,
)
export const SYSLOG_ACTION_CONSOLE_ON: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_CONSOLE_ON',
  7,
)
export const SYSLOG_ACTION_CONSOLE_LEVEL: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_CONSOLE_LEVEL',
  8,
)
export const SYSLOG_ACTION_SIZE_UNREAD: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_SIZE_UNREAD',
  9,
)
export const SYSLOG_ACTION_SIZE_BUFFER: Constant<'syslog'> = /* @__PURE__ */ constant(
  'syslog',
  'SYSLOG_ACTION_SIZE_BUFFER',
  10,
)
