// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of umount2. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MNT_FORCE: Constant<'umount'> = /* @__PURE__ */ constant('umount', 'MNT_FORCE', 1)
export const MNT_DETACH: Constant<'umount'> = /* @__PURE__ */ constant('umount', 'MNT_DETACH', 2)
export const MNT_EXPIRE: Constant<'umount'> = /* @__PURE__ */ constant('umount', 'MNT_EXPIRE', 4)
export const UMOUNT_NOFOLLOW: Constant<'umount'> = /* @__PURE__ */ constant('umount', 'UMOUNT_NOFOLLOW', 8)
