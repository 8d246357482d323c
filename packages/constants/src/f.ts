// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of fcntl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const F_DUPFD: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_DUPFD', 0)
export const F_GETFD: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETFD', 1)
export const F_SETFD: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETFD', 2)
export const F_GETFL: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETFL', 3)
export const F_SETFL: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETFL', 4)
export const F_GETLK: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETLK', 5, 'mips* 14')
export const F_SETLK: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETLK', 6)
export const F_SETLKW: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETLKW', 7)
export const F_SETOWN: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETOWN', 8, 'mips* 24, parisc* 12')
export const F_GETOWN: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETOWN', 9, 'mips* 23, parisc* 11')
export const F_SETSIG: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETSIG', 10, 'parisc* 13')
export const F_GETSIG: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETSIG', 11, 'parisc* 14')
export const F_GETLK64: Constant<'f'> = /* @__PURE__ */ constant(
  'f',
  'F_GETLK64',
  undefined,
  'x86 x32 arm m68k ppc s390 sh* 12, mips mipsel mips64n32 mipsel64n32 33, parisc* 8',
)
export const F_SETLK64: Constant<'f'> = /* @__PURE__ */ constant(
  'f',
  'F_SETLK64',
  undefined,
  'x86 x32 arm m68k ppc s390 sh* 13, mips mipsel mips64n32 mipsel64n32 34, parisc* 9',
)
export const F_SETLKW64: Constant<'f'> = /* @__PURE__ */ constant(
  'f',
  'F_SETLKW64',
  undefined,
  'x86 x32 arm m68k ppc s390 sh* 14, mips mipsel mips64n32 mipsel64n32 35, parisc* 10',
)
export const F_SETOWN_EX: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETOWN_EX', 15)
export const F_GETOWN_EX: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETOWN_EX', 16)
export const F_GETOWNER_UIDS: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETOWNER_UIDS', 17)
export const F_OFD_GETLK: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_OFD_GETLK', 36)
export const F_OFD_SETLK: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_OFD_SETLK', 37)
export const F_OFD_SETLKW: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_OFD_SETLKW', 38)
export const F_SETLEASE: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETLEASE', 1024)
export const F_GETLEASE: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETLEASE', 1025)
export const F_NOTIFY: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_NOTIFY', 1026)
export const F_DUPFD_QUERY: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_DUPFD_QUERY', 1027)
export const F_CREATED_QUERY: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_CREATED_QUERY', 1028)
export const F_CANCELLK: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_CANCELLK', 1029)
export const F_DUPFD_CLOEXEC: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_DUPFD_CLOEXEC', 1030)
export const F_SETPIPE_SZ: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETPIPE_SZ', 1031)
export const F_GETPIPE_SZ: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETPIPE_SZ', 1032)
export const F_ADD_SEALS: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_ADD_SEALS', 1033)
export const F_GET_SEALS: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GET_SEALS', 1034)
export const F_GET_RW_HINT: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GET_RW_HINT', 1035)
export const F_SET_RW_HINT: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SET_RW_HINT', 1036)
export const F_GET_FILE_RW_HINT: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GET_FILE_RW_HINT', 1037)
export const F_SET_FILE_RW_HINT: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SET_FILE_RW_HINT', 1038)
export const F_GETDELEG: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_GETDELEG', 1039)
export const F_SETDELEG: Constant<'f'> = /* @__PURE__ */ constant('f', 'F_SETDELEG', 1040)
