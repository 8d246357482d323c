// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Interval timers. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const ITIMER_REAL: Constant<'itimer'> = /* @__PURE__ */ constant('itimer', 'ITIMER_REAL', 0)
export const ITIMER_VIRTUAL: Constant<'itimer'> = /* @__PURE__ */ constant('itimer', 'ITIMER_VIRTUAL', 1)
export const ITIMER_PROF: Constant<'itimer'> = /* @__PURE__ */ constant('itimer', 'ITIMER_PROF', 2)
