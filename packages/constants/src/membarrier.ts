// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of membarrier. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MEMBARRIER_CMD_QUERY: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_QUERY',
  0,
)
export const MEMBARRIER_CMD_GLOBAL: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_GLOBAL',
  1,
)
export const MEMBARRIER_CMD_SHARED: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_SHARED',
  1,
)
export const MEMBARRIER_CMD_GLOBAL_EXPEDITED: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_GLOBAL_EXPEDITED',
  2,
)
export const MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED',
  4,
)
export const MEMBARRIER_CMD_PRIVATE_EXPEDITED: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_PRIVATE_EXPEDITED',
  8,
)
export const MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED',
  0x10,
)
export const MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE',
  0x20,
)
export const MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE: Constant<'membarrier'> =
  /* @__PURE__ */ constant('membarrier', 'MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE', 0x40)
export const MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ',
  0x80,
)
export const MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ: Constant<'membarrier'> =
  /* @__PURE__ */ constant('membarrier', 'MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ', 0x100)
export const MEMBARRIER_CMD_GET_REGISTRATIONS: Constant<'membarrier'> = /* @__PURE__ */ constant(
  'membarrier',
  'MEMBARRIER_CMD_GET_REGISTRATIONS',
  0x200,
)
