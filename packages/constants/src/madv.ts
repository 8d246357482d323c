// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Advice of madvise. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MADV_NORMAL: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_NORMAL', 0)
export const MADV_RANDOM: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_RANDOM', 1)
export const MADV_SEQUENTIAL: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_SEQUENTIAL', 2)
export const MADV_WILLNEED: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_WILLNEED', 3)
export const MADV_DONTNEED: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_DONTNEED', 4)
export const MADV_FREE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_FREE', 8)
export const MADV_REMOVE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_REMOVE', 9)
export const MADV_DONTFORK: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_DONTFORK', 10)
export const MADV_DOFORK: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_DOFORK', 11)
export const MADV_MERGEABLE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_MERGEABLE', 12)
export const MADV_UNMERGEABLE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_UNMERGEABLE', 13)
export const MADV_HUGEPAGE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_HUGEPAGE', 14)
export const MADV_NOHUGEPAGE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_NOHUGEPAGE', 15)
export const MADV_DONTDUMP: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_DONTDUMP', 16)
export const MADV_DODUMP: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_DODUMP', 17)
export const MADV_WIPEONFORK: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_WIPEONFORK', 18)
export const MADV_KEEPONFORK: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_KEEPONFORK', 19)
export const MADV_COLD: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_COLD', 20)
export const MADV_PAGEOUT: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_PAGEOUT', 21)
export const MADV_POPULATE_READ: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_POPULATE_READ', 22)
export const MADV_POPULATE_WRITE: Constant<'madv'> = /* @__PURE__ */ constant(
  'madv',
  'MADV_POPULATE_WRITE',
  23,
)
export const MADV_DONTNEED_LOCKED: Constant<'madv'> = /* @__PURE__ */ constant(
  'madv',
  'MADV_DONTNEED_LOCKED',
  24,
)
export const MADV_COLLAPSE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_COLLAPSE', 25)
export const MADV_HWPOISON: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_HWPOISON', 100)
export const MADV_SOFT_OFFLINE: Constant<'madv'> = /* @__PURE__ */ constant(
  'madv',
  'MADV_SOFT_OFFLINE',
  101,
  'mips* null',
)
export const MADV_GUARD_INSTALL: Constant<'madv'> = /* @__PURE__ */ constant(
  'madv',
  'MADV_GUARD_INSTALL',
  102,
)
export const MADV_GUARD_REMOVE: Constant<'madv'> = /* @__PURE__ */ constant('madv', 'MADV_GUARD_REMOVE', 103)
