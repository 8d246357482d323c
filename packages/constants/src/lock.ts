// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Operations of flock. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const LOCK_SH: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_SH', 1)
export const LOCK_EX: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_EX', 2)
export const LOCK_NB: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_NB', 4)
export const LOCK_UN: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_UN', 8)
export const LOCK_MAND: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_MAND', 0x20)
export const LOCK_READ: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_READ', 0x40)
export const LOCK_WRITE: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_WRITE', 0x80)
export const LOCK_RW: Constant<'lock'> = /* @__PURE__ */ constant('lock', 'LOCK_RW', 0xc0)
