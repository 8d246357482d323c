// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of landlock_create_ruleset. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const LANDLOCK_CREATE_RULESET_VERSION: Constant<'landlock'> = /* @__PURE__ */ constant(
  'landlock',
  'LANDLOCK_CREATE_RULESET_VERSION',
  1,
)
export const LANDLOCK_CREATE_RULESET_ERRATA: Constant<'landlock'> = /* @__PURE__ */ constant(
  'landlock',
  'LANDLOCK_CREATE_RULESET_ERRATA',
  2,
)
