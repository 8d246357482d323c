// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Events of fanotify_mark. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FAN_ACCESS: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_ACCESS', 1)
export const FAN_MODIFY: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_MODIFY', 2)
export const FAN_ATTRIB: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_ATTRIB', 4)
export const FAN_CLOSE_WRITE: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_CLOSE_WRITE',
  8,
)
export const FAN_CLOSE_NOWRITE: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_CLOSE_NOWRITE',
  0x10,
)
export const FAN_CLOSE: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_CLOSE', 0x18)
export const FAN_OPEN: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_OPEN', 0x20)
export const FAN_MOVED_FROM: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_MOVED_FROM',
  0x40,
)
export const FAN_MOVED_TO: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_MOVED_TO', 0x80)
export const FAN_MOVE: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_MOVE', 0xc0)
export const FAN_CREATE: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_CREATE', 0x100)
export const FAN_DELETE: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_DELETE', 0x200)
export const FAN_DELETE_SELF: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_DELETE_SELF',
  0x400,
)
export const FAN_MOVE_SELF: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_MOVE_SELF',
  0x800,
)
export const FAN_OPEN_EXEC: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_OPEN_EXEC',
  0x1000,
)
export const FAN_Q_OVERFLOW: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_Q_OVERFLOW',
  0x4000,
)
export const FAN_FS_ERROR: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_FS_ERROR',
  0x8000,
)
export const FAN_OPEN_PERM: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_OPEN_PERM',
  0x10000,
)
export const FAN_ACCESS_PERM: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_ACCESS_PERM',
  0x20000,
)
export const FAN_OPEN_EXEC_PERM: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_OPEN_EXEC_PERM',
  0x40000,
)
export const FAN_PRE_ACCESS: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_PRE_ACCESS',
  0x100000,
)
export const FAN_MNT_ATTACH: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_MNT_ATTACH',
  0x1000000,
)
export const FAN_MNT_DETACH: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_MNT_DETACH',
  0x2000000,
)
export const FAN_EVENT_ON_CHILD: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_EVENT_ON_CHILD',
  0x8000000,
)
export const FAN_RENAME: Constant<'fan-event'> = /* @__PURE__ */ constant(
  'fan-event',
  'FAN_RENAME',
  0x10000000,
)
export const FAN_ONDIR: Constant<'fan-event'> = /* @__PURE__ */ constant('fan-event', 'FAN_ONDIR', 0x40000000)
