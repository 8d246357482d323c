// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Commands and magic numbers of reboot. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const LINUX_REBOOT_CMD_CAD_OFF: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_CAD_OFF',
  0,
)
export const LINUX_REBOOT_CMD_RESTART: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_RESTART',
  0x1234567,
)
export const LINUX_REBOOT_MAGIC2A: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_MAGIC2A',
  0x5121996,
)
export const LINUX_REBOOT_MAGIC2B: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_MAGIC2B',
  0x16041998,
)
export const LINUX_REBOOT_MAGIC2C: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_MAGIC2C',
  0x20112000,
)
export const LINUX_REBOOT_MAGIC2: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_MAGIC2',
  0x28121969,
)
export const LINUX_REBOOT_CMD_POWER_OFF: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_POWER_OFF',
  0x4321fedc,
)
export const LINUX_REBOOT_CMD_KEXEC: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_KEXEC',
  0x45584543,
)
export const LINUX_REBOOT_CMD_CAD_ON: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_CAD_ON',
  0x89abcdef,
)
export const LINUX_REBOOT_CMD_RESTART2: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_RESTART2',
  0xa1b2c3d4,
)
export const LINUX_REBOOT_CMD_HALT: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_HALT',
  0xcdef0123,
)
export const LINUX_REBOOT_CMD_SW_SUSPEND: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_CMD_SW_SUSPEND',
  0xd000fce2,
)
export const LINUX_REBOOT_MAGIC1: Constant<'reboot'> = /* @__PURE__ */ constant(
  'reboot',
  'LINUX_REBOOT_MAGIC1',
  0xfee1dead,
)
