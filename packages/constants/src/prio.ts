// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Whose priority getpriority and setpriority mean. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PRIO_PROCESS: Constant<'prio'> = /* @__PURE__ */ constant('prio', 'PRIO_PROCESS', 0)
export const PRIO_PGRP: Constant<'prio'> = /* @__PURE__ */ constant('prio', 'PRIO_PGRP', 1)
export const PRIO_USER: Constant<'prio'> = /* @__PURE__ */ constant('prio', 'PRIO_USER', 2)
