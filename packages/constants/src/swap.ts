// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of swapon. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SWAP_FLAG_PRIO_MASK: Constant<'swap'> = /* @__PURE__ */ constant(
  'swap',
  'SWAP_FLAG_PRIO_MASK',
  0x7fff,
)
export const SWAP_FLAG_PREFER: Constant<'swap'> = /* @__PURE__ */ constant('swap', 'SWAP_FLAG_PREFER', 0x8000)
export const SWAP_FLAG_DISCARD: Constant<'swap'> = /* @__PURE__ */ constant(
  'swap',
  'SWAP_FLAG_DISCARD',
  0x10000,
)
export const SWAP_FLAG_DISCARD_ONCE: Constant<'swap'> = /* @__PURE__ */ constant(
  'swap',
  'SWAP_FLAG_DISCARD_ONCE',
  0x20000,
)
export const SWAP_FLAG_DISCARD_PAGES: Constant<'swap'> = /* @__PURE__ */ constant(
  'swap',
  'SWAP_FLAG_DISCARD_PAGES',
  0x40000,
)
