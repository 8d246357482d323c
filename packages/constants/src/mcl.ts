// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of mlockall. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MCL_CURRENT: Constant<'mcl'> = /* @__PURE__ */ constant('mcl', 'MCL_CURRENT', 1, 'ppc* 0x2000')
export const MCL_FUTURE: Constant<'mcl'> = /* @__PURE__ */ constant('mcl', 'MCL_FUTURE', 2, 'ppc* 0x4000')
export const MCL_ONFAULT: Constant<'mcl'> = /* @__PURE__ */ constant('mcl', 'MCL_ONFAULT', 4, 'ppc* 0x8000')
