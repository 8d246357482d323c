// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Types of rules of landlock_add_rule. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const LANDLOCK_RULE_PATH_BENEATH: Constant<'landlock-rule'> = /* @__PURE__ */ constant(
  'landlock-rule',
  'LANDLOCK_RULE_PATH_BENEATH',
  1,
)
export const LANDLOCK_RULE_NET_PORT: Constant<'landlock-rule'> = /* @__PURE__ */ constant(
  'landlock-rule',
  'LANDLOCK_RULE_NET_PORT',
  2,
)
