// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of renameat2. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RENAME_NOREPLACE: Constant<'rename'> = /* @__PURE__ */ constant('rename', 'RENAME_NOREPLACE', 1)
export const RENAME_EXCHANGE: Constant<'rename'> = /* @__PURE__ */ constant('rename', 'RENAME_EXCHANGE', 2)
export const RENAME_WHITEOUT: Constant<'rename'> = /* @__PURE__ */ constant('rename', 'RENAME_WHITEOUT', 4)
