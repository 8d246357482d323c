// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Policies of memory. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MPOL_DEFAULT: Constant<'mpol'> = /* @__PURE__ */ constant('mpol', 'MPOL_DEFAULT', 0)
export const MPOL_PREFERRED: Constant<'mpol'> = /* @__PURE__ */ constant('mpol', 'MPOL_PREFERRED', 1)
export const MPOL_BIND: Constant<'mpol'> = /* @__PURE__ */ constant('mpol', 'MPOL_BIND', 2)
export const MPOL_INTERLEAVE: Constant<'mpol'> = /* @__PURE__ */ constant('mpol', 'MPOL_INTERLEAVE', 3)
export const MPOL_LOCAL: Constant<'mpol'> = /* @__PURE__ */ constant('mpol', 'MPOL_LOCAL', 4)
export const MPOL_PREFERRED_MANY: Constant<'mpol'> = /* @__PURE__ */ constant(
  'mpol',
  'MPOL_PREFERRED_MANY',
  5,
)
export const MPOL_WEIGHTED_INTERLEAVE: Constant<'mpol'> = /* @__PURE__ */ constant(
  'mpol',
  'MPOL_WEIGHTED_INTERLEAVE',
  6,
)
export const MPOL_F_NUMA_BALANCING: Constant<'mpol'> = /* @__PURE__ */ constant(
  'mpol',
  'MPOL_F_NUMA_BALANCING',
  0x2000,
)
export const MPOL_F_RELATIVE_NODES: Constant<'mpol'> = /* @__PURE__ */ constant(
  'mpol',
  'MPOL_F_RELATIVE_NODES',
  0x4000,
)
export const MPOL_F_STATIC_NODES: Constant<'mpol'> = /* @__PURE__ */ constant(
  'mpol',
  'MPOL_F_STATIC_NODES',
  0x8000,
)
