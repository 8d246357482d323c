// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* What waitid waits for. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const P_ALL: Constant<'idtype'> = /* @__PURE__ */ constant('idtype', 'P_ALL', 0)
export const P_PID: Constant<'idtype'> = /* @__PURE__ */ constant('idtype', 'P_PID', 1)
export const P_PGID: Constant<'idtype'> = /* @__PURE__ */ constant('idtype', 'P_PGID', 2)
export const P_PIDFD: Constant<'idtype'> = /* @__PURE__ */ constant('idtype', 'P_PIDFD', 3)
