// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of open. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const O_RDONLY: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_RDONLY', 0)
export const O_WRONLY: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_WRONLY', 1)
export const O_RDWR: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_RDWR', 2)
export const O_ACCMODE: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_ACCMODE', 3)
export const O_CREAT: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_CREAT', 0x40, 'mips* parisc* 0x100')
export const O_EXCL: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_EXCL', 0x80, 'mips* parisc* 0x400')
export const O_NOCTTY: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_NOCTTY',
  0x100,
  'mips* 0x800, parisc* 0x20000',
)
export const O_TRUNC: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_TRUNC', 0x200)
export const O_APPEND: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_APPEND', 0x400, 'mips* parisc* 8')
export const O_NONBLOCK: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_NONBLOCK',
  0x800,
  'mips* 0x80, parisc* 0x10000',
)
export const O_NDELAY: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_NDELAY',
  0x800,
  'mips* 0x80, parisc* 0x10000',
)
export const O_DSYNC: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_DSYNC',
  0x1000,
  'mips* 0x10, parisc* 0x40000',
)
export const O_DIRECT: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_DIRECT',
  0x4000,
  'aarch64 arm m68k 0x10000, mips* 0x8000, ppc* 0x20000',
)
export const O_LARGEFILE: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_LARGEFILE',
  0x8000,
  'aarch64 arm m68k 0x20000, mips* 0x2000, parisc* 0x800, ppc* 0x10000',
)
export const O_DIRECTORY: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_DIRECTORY',
  0x10000,
  'aarch64 arm m68k ppc* 0x4000, parisc* 0x1000',
)
export const O_NOFOLLOW: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_NOFOLLOW',
  0x20000,
  'aarch64 arm m68k ppc* 0x8000, parisc* 0x80',
)
export const O_NOATIME: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_NOATIME',
  0x40000,
  'parisc* 0x100000',
)
export const O_CLOEXEC: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_CLOEXEC',
  0x80000,
  'parisc* 0x200000',
)
export const O_SYNC: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_SYNC',
  0x101000,
  'mips* 0x4010, parisc* 0x48000',
)
export const O_PATH: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_PATH', 0x200000, 'parisc* 0x400000')
export const O_TMPFILE: Constant<'o'> = /* @__PURE__ */ constant(
  'o',
  'O_TMPFILE',
  0x410000,
  'aarch64 arm m68k ppc* 0x404000, parisc* 0x801000',
)
export const O_EMPTYPATH: Constant<'o'> = /* @__PURE__ */ constant('o', 'O_EMPTYPATH', 0x4000000)
