// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of semctl, and SEM_UNDO. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const GETPID: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'GETPID', 11)
export const GETVAL: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'GETVAL', 12)
export const GETALL: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'GETALL', 13)
export const GETNCNT: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'GETNCNT', 14)
export const GETZCNT: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'GETZCNT', 15)
export const SETVAL: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SETVAL', 16)
export const SETALL: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SETALL', 17)
export const SEM_STAT: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SEM_STAT', 18)
export const SEM_INFO: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SEM_INFO', 19)
export const SEM_STAT_ANY: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SEM_STAT_ANY', 20)
export const SEM_UNDO: Constant<'sem'> = /* @__PURE__ */ constant('sem', 'SEM_UNDO', 4096)
