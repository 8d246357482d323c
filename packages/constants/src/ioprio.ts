// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Whose priority ioprio_get and ioprio_set mean. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IOPRIO_WHO_PROCESS: Constant<'ioprio'> = /* @__PURE__ */ constant(
  'ioprio',
  'IOPRIO_WHO_PROCESS',
  1,
)
export const IOPRIO_WHO_PGRP: Constant<'ioprio'> = /* @__PURE__ */ constant('ioprio', 'IOPRIO_WHO_PGRP', 2)
export const IOPRIO_WHO_USER: Constant<'ioprio'> = /* @__PURE__ */ constant('ioprio', 'IOPRIO_WHO_USER', 3)
