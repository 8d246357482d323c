// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Modes of access. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const F_OK: Constant<'access'> = /* @__PURE__ */ constant('access', 'F_OK', 0)
export const X_OK: Constant<'access'> = /* @__PURE__ */ constant('access', 'X_OK', 1)
export const W_OK: Constant<'access'> = /* @__PURE__ */ constant('access', 'W_OK', 2)
export const R_OK: Constant<'access'> = /* @__PURE__ */ constant('access', 'R_OK', 4)
