// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of eventfd2. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const EFD_SEMAPHORE: Constant<'efd'> = /* @__PURE__ */ constant('efd', 'EFD_SEMAPHORE', 1)
export const EFD_NONBLOCK: Constant<'efd'> = /* @__PURE__ */ constant(
  'efd',
  'EFD_NONBLOCK',
  0x800,
  'mips* 0x80, parisc* 0x10000',
)
export const EFD_CLOEXEC: Constant<'efd'> = /* @__PURE__ */ constant(
  'efd',
  'EFD_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
