// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of shmget and shmat, and commands of shmctl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const SHM_LOCK: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_LOCK', 0xb)
export const SHM_UNLOCK: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_UNLOCK', 0xc)
export const SHM_STAT: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_STAT', 0xd)
export const SHM_INFO: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_INFO', 0xe)
export const SHM_STAT_ANY: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_STAT_ANY', 0xf)
export const SHM_W: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_W', 0x80)
export const SHM_R: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_R', 0x100)
export const SHM_HUGETLB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGETLB', 0x800)
export const SHM_RDONLY: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_RDONLY', 0x1000)
export const SHM_NORESERVE: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_NORESERVE', 0x1000)
export const SHM_RND: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_RND', 0x2000)
export const SHM_REMAP: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_REMAP', 0x4000)
export const SHM_EXEC: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_EXEC', 0x8000)
export const SHM_HUGE_64KB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_64KB', 0x40000000)
export const SHM_HUGE_512KB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_512KB', 0x4c000000)
export const SHM_HUGE_1MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_1MB', 0x50000000)
export const SHM_HUGE_2MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_2MB', 0x54000000)
export const SHM_HUGE_8MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_8MB', 0x5c000000)
export const SHM_HUGE_16MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_16MB', 0x60000000)
export const SHM_HUGE_32MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_32MB', 0x64000000)
export const SHM_HUGE_256MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_256MB', 0x70000000)
export const SHM_HUGE_512MB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_512MB', 0x74000000)
export const SHM_HUGE_1GB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_1GB', 0x78000000)
export const SHM_HUGE_2GB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_2GB', 0x7c000000)
export const SHM_HUGE_16GB: Constant<'shm'> = /* @__PURE__ */ constant('shm', 'SHM_HUGE_16GB', 0x88000000)
