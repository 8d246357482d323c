// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Which directions shutdown closes. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SHUT_RD: Constant<'shut'> = /* @__PURE__ */ constant('shut', 'SHUT_RD', 0)
export const SHUT_WR: Constant<'shut'> = /* @__PURE__ */ constant('shut', 'SHUT_WR', 1)
export const SHUT_RDWR: Constant<'shut'> = /* @__PURE__ */ constant('shut', 'SHUT_RDWR', 2)
