// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Types of leases, of F_SETLEASE. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const F_RDLCK: Constant<'lease'> = /* @__PURE__ */ constant('lease', 'F_RDLCK', 0, 'parisc* 1')
export const F_WRLCK: Constant<'lease'> = /* @__PURE__ */ constant('lease', 'F_WRLCK', 1, 'parisc* 2')
export const F_UNLCK: Constant<'lease'> = /* @__PURE__ */ constant('lease', 'F_UNLCK', 2, 'parisc* 3')
