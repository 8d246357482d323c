// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Options of wait4 and waitid. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const WNOHANG: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WNOHANG', 1)
export const WSTOPPED: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WSTOPPED', 2)
export const WUNTRACED: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WUNTRACED', 2)
export const WEXITED: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WEXITED', 4)
export const WCONTINUED: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WCONTINUED', 8)
export const WNOWAIT: Constant<'wait'> = /* @__PURE__ */ constant('wait', 'WNOWAIT', 0x1000000)
export const __WNOTHREAD: Constant<'wait'> = /* @__PURE__ */ constant('wait', '__WNOTHREAD', 0x20000000)
export const __WALL: Constant<'wait'> = /* @__PURE__ */ constant('wait', '__WALL', 0x40000000)
export const __WCLONE: Constant<'wait'> = /* @__PURE__ */ constant('wait', '__WCLONE', 0x80000000)
