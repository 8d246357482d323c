// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of msgctl, and flags of msgrcv. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MSG_STAT: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_STAT', 0xb)
export const MSG_INFO: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_INFO', 0xc)
export const MSG_STAT_ANY: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_STAT_ANY', 0xd)
export const MSG_NOERROR: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_NOERROR', 0x1000)
export const MSG_EXCEPT: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_EXCEPT', 0x2000)
export const MSG_COPY: Constant<'msq'> = /* @__PURE__ */ constant('msq', 'MSG_COPY', 0x4000)
