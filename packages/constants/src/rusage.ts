// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Whose usage getrusage means. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RUSAGE_BOTH: Constant<'rusage'> = /* @__PURE__ */ constant('rusage', 'RUSAGE_BOTH', -2)
export const RUSAGE_CHILDREN: Constant<'rusage'> = /* @__PURE__ */ constant('rusage', 'RUSAGE_CHILDREN', -1)
export const RUSAGE_SELF: Constant<'rusage'> = /* @__PURE__ */ constant('rusage', 'RUSAGE_SELF', 0)
export const RUSAGE_THREAD: Constant<'rusage'> = /* @__PURE__ */ constant('rusage', 'RUSAGE_THREAD', 1)
