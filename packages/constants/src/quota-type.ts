// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Types of quotas. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const USRQUOTA: Constant<'quota-type'> = /* @__PURE__ */ constant('quota-type', 'USRQUOTA', 0)
export const GRPQUOTA: Constant<'quota-type'> = /* @__PURE__ */ constant('quota-type', 'GRPQUOTA', 1)
export const PRJQUOTA: Constant<'quota-type'> = /* @__PURE__ */ constant('quota-type', 'PRJQUOTA', 2)
