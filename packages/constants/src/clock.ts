// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Clocks. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const CLOCK_REALTIME: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_REALTIME', 0)
export const CLOCK_MONOTONIC: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_MONOTONIC', 1)
export const CLOCK_PROCESS_CPUTIME_ID: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_PROCESS_CPUTIME_ID',
  2,
)
export const CLOCK_THREAD_CPUTIME_ID: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_THREAD_CPUTIME_ID',
  3,
)
export const CLOCK_MONOTONIC_RAW: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_MONOTONIC_RAW',
  4,
)
export const CLOCK_REALTIME_COARSE: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_REALTIME_COARSE',
  5,
)
export const CLOCK_MONOTONIC_COARSE: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_MONOTONIC_COARSE',
  6,
)
export const CLOCK_BOOTTIME: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_BOOTTIME', 7)
export const CLOCK_REALTIME_ALARM: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_REALTIME_ALARM',
  8,
)
export const CLOCK_BOOTTIME_ALARM: Constant<'clock'> = /* @__PURE__ */ constant(
  'clock',
  'CLOCK_BOOTTIME_ALARM',
  9,
)
export const CLOCK_SGI_CYCLE: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_SGI_CYCLE', 10)
export const CLOCK_TAI: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_TAI', 11)
export const CLOCK_AUX: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_AUX', 16)
export const CLOCK_AUX_LAST: Constant<'clock'> = /* @__PURE__ */ constant('clock', 'CLOCK_AUX_LAST', 23)
