// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* What kcmp compares. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const KCMP_FILE: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_FILE', 0)
export const KCMP_VM: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_VM', 1)
export const KCMP_FILES: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_FILES', 2)
export const KCMP_FS: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_FS', 3)
export const KCMP_SIGHAND: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_SIGHAND', 4)
export const KCMP_IO: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_IO', 5)
export const KCMP_SYSVSEM: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_SYSVSEM', 6)
export const KCMP_EPOLL_TFD: Constant<'kcmp'> = /* @__PURE__ */ constant('kcmp', 'KCMP_EPOLL_TFD', 7)
