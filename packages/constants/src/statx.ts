// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Fields that statx is asked for. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const STATX_TYPE: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_TYPE', 1)
export const STATX_MODE: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_MODE', 2)
export const STATX_NLINK: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_NLINK', 4)
export const STATX_UID: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_UID', 8)
export const STATX_GID: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_GID', 0x10)
export const STATX_ATIME: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_ATIME', 0x20)
export const STATX_MTIME: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_MTIME', 0x40)
export const STATX_CTIME: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_CTIME', 0x80)
export const STATX_INO: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_INO', 0x100)
export const STATX_SIZE: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_SIZE', 0x200)
export const STATX_BLOCKS: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_BLOCKS', 0x400)
export const STATX_BASIC_STATS: Constant<'statx'> = /* @__PURE__ */ constant(
  'statx',
  'STATX_BASIC_STATS',
  0x7ff,
)
export const STATX_BTIME: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_BTIME', 0x800)
export const STATX_MNT_ID: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_MNT_ID', 0x1000)
export const STATX_DIOALIGN: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_DIOALIGN', 0x2000)
export const STATX_MNT_ID_UNIQUE: Constant<'statx'> = /* @__PURE__ */ constant(
  'statx',
  'STATX_MNT_ID_UNIQUE',
  0x4000,
)
export const STATX_SUBVOL: Constant<'statx'> = /* @__PURE__ */ constant('statx', 'STATX_SUBVOL', 0x8000)
export const STATX_WRITE_ATOMIC: Constant<'statx'> = /* @__PURE__ */ constant(
  'statx',
  'STATX_WRITE_ATOMIC',
  0x10000,
)
export const STATX_DIO_READ_ALIGN: Constant<'statx'> = /* @__PURE__ */ constant(
  'statx',
  'STATX_DIO_READ_ALIGN',
  0x20000,
)
