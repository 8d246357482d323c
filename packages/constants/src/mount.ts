// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of mount. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MS_RDONLY: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_RDONLY', 1)
export const MS_NOSUID: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NOSUID', 2)
export const MS_NODEV: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NODEV', 4)
export const MS_NOEXEC: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NOEXEC', 8)
export const MS_SYNCHRONOUS: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_SYNCHRONOUS', 0x10)
export const MS_REMOUNT: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_REMOUNT', 0x20)
export const MS_MANDLOCK: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_MANDLOCK', 0x40)
export const MS_DIRSYNC: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_DIRSYNC', 0x80)
export const MS_NOSYMFOLLOW: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NOSYMFOLLOW', 0x100)
export const MS_NOATIME: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NOATIME', 0x400)
export const MS_NODIRATIME: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_NODIRATIME', 0x800)
export const MS_BIND: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_BIND', 0x1000)
export const MS_MOVE: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_MOVE', 0x2000)
export const MS_REC: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_REC', 0x4000)
export const MS_SILENT: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_SILENT', 0x8000)
export const MS_VERBOSE: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_VERBOSE', 0x8000)
export const MS_POSIXACL: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_POSIXACL', 0x10000)
export const MS_UNBINDABLE: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_UNBINDABLE', 0x20000)
export const MS_PRIVATE: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_PRIVATE', 0x40000)
export const MS_SLAVE: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_SLAVE', 0x80000)
export const MS_SHARED: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_SHARED', 0x100000)
export const MS_RELATIME: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_RELATIME', 0x200000)
export const MS_I_VERSION: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_I_VERSION', 0x800000)
export const MS_STRICTATIME: Constant<'mount'> = /* @__PURE__ */ constant(
  'mount',
  'MS_STRICTATIME',
  0x1000000,
)
export const MS_LAZYTIME: Constant<'mount'> = /* @__PURE__ */ constant('mount', 'MS_LAZYTIME', 0x2000000)
