// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of move_mount. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MOVE_MOUNT_F_SYMLINKS: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_F_SYMLINKS',
  1,
)
export const MOVE_MOUNT_F_AUTOMOUNTS: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_F_AUTOMOUNTS',
  2,
)
export const MOVE_MOUNT_F_EMPTY_PATH: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_F_EMPTY_PATH',
  4,
)
export const MOVE_MOUNT_T_SYMLINKS: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_T_SYMLINKS',
  0x10,
)
export const MOVE_MOUNT_T_AUTOMOUNTS: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_T_AUTOMOUNTS',
  0x20,
)
export const MOVE_MOUNT_T_EMPTY_PATH: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_T_EMPTY_PATH',
  0x40,
)
export const MOVE_MOUNT_SET_GROUP: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_SET_GROUP',
  0x100,
)
export const MOVE_MOUNT_BENEATH: Constant<'move-mount'> = /* @__PURE__ */ constant(
  'move-mount',
  'MOVE_MOUNT_BENEATH',
  0x200,
)
