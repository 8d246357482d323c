// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Events of F_NOTIFY. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const DN_ACCESS: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_ACCESS', 1)
export const DN_MODIFY: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_MODIFY', 2)
export const DN_CREATE: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_CREATE', 4)
export const DN_DELETE: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_DELETE', 8)
export const DN_RENAME: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_RENAME', 0x10)
export const DN_ATTRIB: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_ATTRIB', 0x20)
export const DN_MULTISHOT: Constant<'notify'> = /* @__PURE__ */ constant('notify', 'DN_MULTISHOT', 0x80000000)
