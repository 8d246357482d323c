// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags and commands that the System V calls share. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const IPC_RMID: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_RMID', 0)
export const IPC_SET: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_SET', 1)
export const IPC_STAT: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_STAT', 2)
export const IPC_INFO: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_INFO', 3)
export const IPC_64: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_64', 0x100)
export const IPC_CREAT: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_CREAT', 0x200)
export const IPC_EXCL: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_EXCL', 0x400)
export const IPC_NOWAIT: Constant<'ipc'> = /* @__PURE__ */ constant('ipc', 'IPC_NOWAIT', 0x800)
