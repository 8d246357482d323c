// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Attributes of mounts. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const MOUNT_ATTR_RELATIME: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_RELATIME',
  0,
)
export const MOUNT_ATTR_RDONLY: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_RDONLY',
  1,
)
export const MOUNT_ATTR_NOSUID: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NOSUID',
  2,
)
export const MOUNT_ATTR_NODEV: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NODEV',
  4,
)
export const MOUNT_ATTR_NOEXEC: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NOEXEC',
  8,
)
export const MOUNT_ATTR_NOATIME: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NOATIME',
  0x10,
)
export const MOUNT_ATTR_STRICTATIME: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_STRICTATIME',
  0x20,
)
export const MOUNT_ATTR__ATIME: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR__ATIME',
  0x70,
)
export const MOUNT_ATTR_NODIRATIME: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NODIRATIME',
  0x80,
)
export const MOUNT_ATTR_IDMAP: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_IDMAP',
  0x100000,
)
export const MOUNT_ATTR_NOSYMFOLLOW: Constant<'mount-attr'> = /* @__PURE__ */ constant(
  'mount-attr',
  'MOUNT_ATTR_NOSYMFOLLOW',
  0x200000,
)
