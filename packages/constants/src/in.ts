// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Events of inotify_add_watch. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IN_ACCESS: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_ACCESS', 1)
export const IN_MODIFY: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MODIFY', 2)
export const IN_ATTRIB: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_ATTRIB', 4)
export const IN_CLOSE_WRITE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_CLOSE_WRITE', 8)
export const IN_CLOSE_NOWRITE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_CLOSE_NOWRITE', 0x10)
export const IN_CLOSE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_CLOSE', 0x18)
export const IN_OPEN: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_OPEN', 0x20)
export const IN_MOVED_FROM: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MOVED_FROM', 0x40)
export const IN_MOVED_TO: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MOVED_TO', 0x80)
export const IN_MOVE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MOVE', 0xc0)
export const IN_CREATE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_CREATE', 0x100)
export const IN_DELETE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_DELETE', 0x200)
export const IN_DELETE_SELF: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_DELETE_SELF', 0x400)
export const IN_MOVE_SELF: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MOVE_SELF', 0x800)
export const IN_UNMOUNT: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_UNMOUNT', 0x2000)
export const IN_Q_OVERFLOW: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_Q_OVERFLOW', 0x4000)
export const IN_IGNORED: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_IGNORED', 0x8000)
export const IN_ONLYDIR: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_ONLYDIR', 0x1000000)
export const IN_DONT_FOLLOW: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_DONT_FOLLOW', 0x2000000)
export const IN_EXCL_UNLINK: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_EXCL_UNLINK', 0x4000000)
export const IN_MASK_CREATE: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MASK_CREATE', 0x10000000)
export const IN_MASK_ADD: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_MASK_ADD', 0x20000000)
export const IN_ISDIR: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_ISDIR', 0x40000000)
export const IN_ONESHOT: Constant<'in'> = /* @__PURE__ */ constant('in', 'IN_ONESHOT', 0x80000000)
