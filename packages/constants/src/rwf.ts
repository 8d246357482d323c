// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of preadv2 and pwritev2. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const RWF_HIPRI: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_HIPRI', 1)
export const RWF_DSYNC: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_DSYNC', 2)
export const RWF_SYNC: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_SYNC', 4)
export const RWF_NOWAIT: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_NOWAIT', 8)
export const RWF_APPEND: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_APPEND', 0x10)
export const RWF_NOAPPEND: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_NOAPPEND', 0x20)
export const RWF_ATOMIC: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_ATOMIC', 0x40)
export const RWF_DONTCACHE: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_DONTCACHE', 0x80)
export const RWF_NOSIGNAL: Constant<'rwf'> = /* @__PURE__ */ constant('rwf', 'RWF_NOSIGNAL', 0x100)
