// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of perf_event_open. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PERF_FLAG_FD_NO_GROUP: Constant<'perf'> = /* @__PURE__ */ constant(
  'perf',
  'PERF_FLAG_FD_NO_GROUP',
  1,
)
export const PERF_FLAG_FD_OUTPUT: Constant<'perf'> = /* @__PURE__ */ constant(
  'perf',
  'PERF_FLAG_FD_OUTPUT',
  2,
)
export const PERF_FLAG_PID_CGROUP: Constant<'perf'> = /* @__PURE__ */ constant(
  'perf',
  'PERF_FLAG_PID_CGROUP',
  4,
)
export const PERF_FLAG_FD_CLOEXEC: Constant<'perf'> = /* @__PURE__ */ constant(
  'perf',
  'PERF_FLAG_FD_CLOEXEC',
  8,
)
