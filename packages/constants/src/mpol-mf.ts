// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of mbind. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MPOL_MF_STRICT: Constant<'mpol-mf'> = /* @__PURE__ */ constant('mpol-mf', 'MPOL_MF_STRICT', 1)
export const MPOL_MF_MOVE: Constant<'mpol-mf'> = /* @__PURE__ */ constant('mpol-mf', 'MPOL_MF_MOVE', 2)
export const MPOL_MF_MOVE_ALL: Constant<'mpol-mf'> = /* @__PURE__ */ constant(
  'mpol-mf',
  'MPOL_MF_MOVE_ALL',
  4,
)
