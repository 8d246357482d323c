// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Whence of lseek. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SEEK_SET: Constant<'seek'> = /* @__PURE__ */ constant('seek', 'SEEK_SET', 0)
export const SEEK_CUR: Constant<'seek'> = /* @__PURE__ */ constant('seek', 'SEEK_CUR', 1)
export const SEEK_END: Constant<'seek'> = /* @__PURE__ */ constant('seek', 'SEEK_END', 2)
export const SEEK_DATA: Constant<'seek'> = /* @__PURE__ */ constant('seek', 'SEEK_DATA', 3)
export const SEEK_HOLE: Constant<'seek'> = /* @__PURE__ */ constant('seek', 'SEEK_HOLE', 4)
