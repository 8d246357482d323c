// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of file descriptors, of F_SETFD. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const FD_CLOEXEC: Constant<'fd'> = /* @__PURE__ */ constant('fd', 'FD_CLOEXEC', 1)
