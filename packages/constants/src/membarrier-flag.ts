// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of membarrier. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MEMBARRIER_CMD_FLAG_CPU: Constant<'membarrier-flag'> = /* @__PURE__ */ constant(
  'membarrier-flag',
  'MEMBARRIER_CMD_FLAG_CPU',
  1,
)
