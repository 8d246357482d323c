// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of fanotify_mark. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FAN_MARK_INODE: Constant<'fan-mark'> = /* @__PURE__ */ constant('fan-mark', 'FAN_MARK_INODE', 0)
export const FAN_MARK_ADD: Constant<'fan-mark'> = /* @__PURE__ */ constant('fan-mark', 'FAN_MARK_ADD', 1)
export const FAN_MARK_REMOVE: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_REMOVE',
  2,
)
export const FAN_MARK_DONT_FOLLOW: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_DONT_FOLLOW',
  4,
)
export const FAN_MARK_ONLYDIR: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_ONLYDIR',
  8,
)
export const FAN_MARK_MOUNT: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_MOUNT',
  0x10,
)
export const FAN_MARK_IGNORED_MASK: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_IGNORED_MASK',
  0x20,
)
export const FAN_MARK_IGNORED_SURV_MODIFY: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_IGNORED_SURV_MODIFY',
  0x40,
)
export const FAN_MARK_FLUSH: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_FLUSH',
  0x80,
)
export const FAN_MARK_FILESYSTEM: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_FILESYSTEM',
  0x100,
)
export const FAN_MARK_MNTNS: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_MNTNS',
  0x110,
)
export const FAN_MARK_EVICTABLE: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_EVICTABLE',
  0x200,
)
export const FAN_MARK_IGNORE: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_IGNORE',
  0x400,
)
export const FAN_MARK_IGNORE_SURV: Constant<'fan-mark'> = /* @__PURE__ */ constant(
  'fan-mark',
  'FAN_MARK_IGNORE_SURV',
  0x440,
)
