// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Options of PTRACE_SETOPTIONS and PTRACE_SEIZE. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PTRACE_O_TRACESYSGOOD: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACESYSGOOD',
  1,
)
export const PTRACE_O_TRACEFORK: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACEFORK',
  2,
)
export const PTRACE_O_TRACEVFORK: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACEVFORK',
  4,
)
export const PTRACE_O_TRACECLONE: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACECLONE',
  8,
)
export const PTRACE_O_TRACEEXEC: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACEEXEC',
  0x10,
)
export const PTRACE_O_TRACEVFORKDONE: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACEVFORKDONE',
  0x20,
)
export const PTRACE_O_TRACEEXIT: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACEEXIT',
  0x40,
)
export const PTRACE_O_TRACESECCOMP: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_TRACESECCOMP',
  0x80,
)
export const PTRACE_O_EXITKILL: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_EXITKILL',
  0x100000,
)
export const PTRACE_O_SUSPEND_SECCOMP: Constant<'ptrace-o'> = /* @__PURE__ */ constant(
  'ptrace-o',
  'PTRACE_O_SUSPEND_SECCOMP',
  0x200000,
)
