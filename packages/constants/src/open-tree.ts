// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of open_tree beside those of at. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const OPEN_TREE_CLONE: Constant<'open-tree'> = /* @__PURE__ */ constant(
  'open-tree',
  'OPEN_TREE_CLONE',
  1,
)
export const OPEN_TREE_NAMESPACE: Constant<'open-tree'> = /* @__PURE__ */ constant(
  'open-tree',
  'OPEN_TREE_NAMESPACE',
  2,
)
export const OPEN_TREE_CLOEXEC: Constant<'open-tree'> = /* @__PURE__ */ constant(
  'open-tree',
  'OPEN_TREE_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
