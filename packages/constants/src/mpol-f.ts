// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of get_mempolicy. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MPOL_F_NODE: Constant<'mpol-f'> = /* @__PURE__ */ constant('mpol-f', 'MPOL_F_NODE', 1)
export const MPOL_F_ADDR: Constant<'mpol-f'> = /* @__PURE__ */ constant('mpol-f', 'MPOL_F_ADDR', 2)
export const MPOL_F_MEMS_ALLOWED: Constant<'mpol-f'> = /* @__PURE__ */ constant(
  'mpol-f',
  'MPOL_F_MEMS_ALLOWED',
  4,
)
