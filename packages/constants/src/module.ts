// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of finit_module. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MODULE_INIT_IGNORE_MODVERSIONS: Constant<'module'> = /* @__PURE__ */ constant(
  'module',
  'MODULE_INIT_IGNORE_MODVERSIONS',
  1,
)
export const MODULE_INIT_IGNORE_VERMAGIC: Constant<'module'> = /* @__PURE__ */ constant(
  'module',
  'MODULE_INIT_IGNORE_VERMAGIC',
  2,
)
export const MODULE_INIT_COMPRESSED_FILE: Constant<'module'> = /* @__PURE__ */ constant(
  'module',
  'MODULE_INIT_COMPRESSED_FILE',
  4,
)
