// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of getrandom. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const GRND_NONBLOCK: Constant<'grnd'> = /* @__PURE__ */ constant('grnd', 'GRND_NONBLOCK', 1)
export const GRND_RANDOM: Constant<'grnd'> = /* @__PURE__ */ constant('grnd', 'GRND_RANDOM', 2)
export const GRND_INSECURE: Constant<'grnd'> = /* @__PURE__ */ constant('grnd', 'GRND_INSECURE', 4)
