// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Modes of files. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const S_IXOTH: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IXOTH', 1)
export const S_IWOTH: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IWOTH', 2)
export const S_IROTH: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IROTH', 4)
export const S_IRWXO: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IRWXO', 7)
export const S_IXGRP: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IXGRP', 8)
export const S_IWGRP: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IWGRP', 0o20)
export const S_IRGRP: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IRGRP', 0o40)
export const S_IRWXG: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IRWXG', 0o70)
export const S_IXUSR: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IXUSR', 0o100)
export const S_IWUSR: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IWUSR', 0o200)
export const S_IRUSR: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IRUSR', 0o400)
export const S_IRWXU: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IRWXU', 0o700)
export const S_ISVTX: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_ISVTX', 0o1000)
export const S_ISGID: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_ISGID', 0o2000)
export const S_ISUID: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_ISUID', 0o4000)
export const S_IFIFO: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFIFO', 0o10000)
export const S_IFCHR: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFCHR', 0o20000)
export const S_IFDIR: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFDIR', 0o40000)
export const S_IFBLK: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFBLK', 0o60000)
export const S_IFREG: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFREG', 0o100000)
export const S_IFLNK: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFLNK', 0o120000)
export const S_IFSOCK: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFSOCK', 0o140000)
export const S_IFMT: Constant<'s'> = /* @__PURE__ */ constant('s', 'S_IFMT', 0o170000)
