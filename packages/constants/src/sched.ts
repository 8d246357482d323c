// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Scheduling policies. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SCHED_NORMAL: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_NORMAL', 0)
export const SCHED_OTHER: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_OTHER', 0)
export const SCHED_FIFO: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_FIFO', 1)
export const SCHED_RR: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_RR', 2)
export const SCHED_BATCH: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_BATCH', 3)
export const SCHED_IDLE: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_IDLE', 5)
export const SCHED_DEADLINE: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_DEADLINE', 6)
export const SCHED_EXT: Constant<'sched'> = /* @__PURE__ */ constant('sched', 'SCHED_EXT', 7)
export const SCHED_RESET_ON_FORK: Constant<'sched'> = /* @__PURE__ */ constant(
  'sched',
  'SCHED_RESET_ON_FORK',
  0x40000000,
)
