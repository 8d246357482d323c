// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Flags of clone, unshare and setns. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const CLONE_NEWTIME: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWTIME', 0x80)
export const CSIGNAL: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CSIGNAL', 0xff)
export const CLONE_VM: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_VM', 0x100)
export const CLONE_FS: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_FS', 0x200)
export const CLONE_FILES: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_FILES', 0x400)
export const CLONE_SIGHAND: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_SIGHAND', 0x800)
export const CLONE_PIDFD: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_PIDFD', 0x1000)
export const CLONE_PTRACE: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_PTRACE', 0x2000)
export const CLONE_VFORK: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_VFORK', 0x4000)
export const CLONE_PARENT: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_PARENT', 0x8000)
export const CLONE_THREAD: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_THREAD', 0x10000)
export const CLONE_NEWNS: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWNS', 0x20000)
export const CLONE_SYSVSEM: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_SYSVSEM', 0x40000)
export const CLONE_SETTLS: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_SETTLS', 0x80000)
export const CLONE_PARENT_SETTID: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_PARENT_SETTID',
  0x100000,
)
export const CLONE_CHILD_CLEARTID: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_CHILD_CLEARTID',
  0x200000,
)
export const CLONE_DETACHED: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_DETACHED', 0x400000)
export const CLONE_UNTRACED: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_UNTRACED', 0x800000)
export const CLONE_CHILD_SETTID: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_CHILD_SETTID',
  0x1000000,
)
export const CLONE_NEWCGROUP: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_NEWCGROUP',
  0x2000000,
)
export const CLONE_NEWUTS: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWUTS', 0x4000000)
export const CLONE_NEWIPC: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWIPC', 0x8000000)
export const CLONE_NEWUSER: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWUSER', 0x10000000)
export const CLONE_NEWPID: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWPID', 0x20000000)
export const CLONE_NEWNET: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NEWNET', 0x40000000)
export const CLONE_IO: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_IO', 0x80000000)
export const CLONE_CLEAR_SIGHAND: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_CLEAR_SIGHAND',
  0x100000000,
)
export const CLONE_INTO_CGROUP: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_INTO_CGROUP',
  0x200000000,
)
export const CLONE_AUTOREAP: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_AUTOREAP',
  0x400000000,
)
export const CLONE_NNP: Constant<'clone'> = /* @__PURE__ */ constant('clone', 'CLONE_NNP', 0x800000000)
export const CLONE_PIDFD_AUTOKILL: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_PIDFD_AUTOKILL',
  0x1000000000,
)
export const CLONE_EMPTY_MNTNS: Constant<'clone'> = /* @__PURE__ */ constant(
  'clone',
  'CLONE_EMPTY_MNTNS',
  0x2000000000,
)
