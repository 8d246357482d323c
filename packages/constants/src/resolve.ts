// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Resolve flags of openat2. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RESOLVE_NO_XDEV: Constant<'resolve'> = /* @__PURE__ */ constant('resolve', 'RESOLVE_NO_XDEV', 1)
export const RESOLVE_NO_MAGICLINKS: Constant<'resolve'> = /* @__PURE__ */ constant(
  'resolve',
  'RESOLVE_NO_MAGICLINKS',
  2,
)
export const RESOLVE_NO_SYMLINKS: Constant<'resolve'> = /* @__PURE__ */ constant(
  'resolve',
  'RESOLVE_NO_SYMLINKS',
  4,
)
export const RESOLVE_BENEATH: Constant<'resolve'> = /* @__PURE__ */ constant('resolve', 'RESOLVE_BENEATH', 8)
export const RESOLVE_IN_ROOT: Constant<'resolve'> = /* @__PURE__ */ constant(
  'resolve',
  'RESOLVE_IN_ROOT',
  0x10,
)
export const RESOLVE_CACHED: Constant<'resolve'> = /* @__PURE__ */ constant('resolve', 'RESOLVE_CACHED', 0x20)
