// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of sync_file_range. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SYNC_FILE_RANGE_WAIT_BEFORE: Constant<'sync-range'> = /* @__PURE__ */ constant(
  'sync-range',
  'SYNC_FILE_RANGE_WAIT_BEFORE',
  1,
)
export const SYNC_FILE_RANGE_WRITE: Constant<'sync-range'> = /* @__PURE__ */ constant(
  'sync-range',
  'SYNC_FILE_RANGE_WRITE',
  2,
)
export const SYNC_FILE_RANGE_WAIT_AFTER: Constant<'sync-range'> = /* @__PURE__ */ constant(
  'sync-range',
  'SYNC_FILE_RANGE_WAIT_AFTER',
  4,
)
export const SYNC_FILE_RANGE_WRITE_AND_WAIT: Constant<'sync-range'> = /* @__PURE__ */ constant(
  'sync-range',
  'SYNC_FILE_RANGE_WRITE_AND_WAIT',
  7,
)
