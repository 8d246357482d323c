// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of timer_settime and clock_nanosleep. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const TIMER_ABSTIME: Constant<'timer'> = /* @__PURE__ */ constant('timer', 'TIMER_ABSTIME', 1)
