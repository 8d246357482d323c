// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Seals of F_ADD_SEALS. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const F_SEAL_SEAL: Constant<'seal'> = /* @__PURE__ */ constant('seal', 'F_SEAL_SEAL', 1)
export const F_SEAL_SHRINK: Constant<'seal'> = /* @__PURE__ */ constant('seal', 'F_SEAL_SHRINK', 2)
export const F_SEAL_GROW: Constant<'seal'> = /* @__PURE__ */ constant('seal', 'F_SEAL_GROW', 4)
export const F_SEAL_WRITE: Constant<'seal'> = /* @__PURE__ */ constant('seal', 'F_SEAL_WRITE', 8)
export const F_SEAL_FUTURE_WRITE: Constant<'seal'> = /* @__PURE__ */ constant(
  'seal',
  'F_SEAL_FUTURE_WRITE',
  0x10,
)
export const F_SEAL_EXEC: Constant<'seal'> = /* @__PURE__ */ constant('seal', 'F_SEAL_EXEC', 0x20)
