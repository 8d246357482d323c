// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands of quotactl, before QCMD shifts them. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const Q_SYNC: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_SYNC', 0x800001)
export const Q_QUOTAON: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_QUOTAON', 0x800002)
export const Q_QUOTAOFF: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_QUOTAOFF', 0x800003)
export const Q_GETFMT: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_GETFMT', 0x800004)
export const Q_GETINFO: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_GETINFO', 0x800005)
export const Q_SETINFO: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_SETINFO', 0x800006)
export const Q_GETQUOTA: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_GETQUOTA', 0x800007)
export const Q_SETQUOTA: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_SETQUOTA', 0x800008)
export const Q_GETNEXTQUOTA: Constant<'quota'> = /* @__PURE__ */ constant('quota', 'Q_GETNEXTQUOTA', 0x800009)
