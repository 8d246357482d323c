// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Options of prctl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PR_SET_PDEATHSIG: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_PDEATHSIG', 1)
export const PR_GET_PDEATHSIG: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_PDEATHSIG', 2)
export const PR_GET_DUMPABLE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_DUMPABLE', 3)
export const PR_SET_DUMPABLE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_DUMPABLE', 4)
export const PR_GET_UNALIGN: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_UNALIGN', 5)
export const PR_SET_UNALIGN: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_UNALIGN', 6)
export const PR_GET_KEEPCAPS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_KEEPCAPS', 7)
export const PR_SET_KEEPCAPS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_KEEPCAPS', 8)
export const PR_GET_FPEMU: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_FPEMU', 9)
export const PR_SET_FPEMU: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_FPEMU', 10)
export const PR_GET_FPEXC: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_FPEXC', 11)
export const PR_SET_FPEXC: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_FPEXC', 12)
export const PR_GET_TIMING: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_TIMING', 13)
export const PR_SET_TIMING: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_TIMING', 14)
export const PR_SET_NAME: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_NAME', 15)
export const PR_GET_NAME: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_NAME', 16)
export const PR_GET_ENDIAN: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_ENDIAN', 19)
export const PR_SET_ENDIAN: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_ENDIAN', 20)
export const PR_GET_SECCOMP: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_SECCOMP', 21)
export const PR_SET_SECCOMP: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_SECCOMP', 22)
export const PR_CAPBSET_READ: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_CAPBSET_READ', 23)
export const PR_CAPBSET_DROP: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_CAPBSET_DROP', 24)
export const PR_GET_TSC: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_TSC', 25)
export const PR_SET_TSC: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_TSC', 26)
export const PR_GET_SECUREBITS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_SECUREBITS', 27)
export const PR_SET_SECUREBITS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_SECUREBITS', 28)
export const PR_SET_TIMERSLACK: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_TIMERSLACK', 29)
export const PR_GET_TIMERSLACK: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_TIMERSLACK', 30)
export const PR_TASK_PERF_EVENTS_DISABLE: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_TASK_PERF_EVENTS_DISABLE',
  31,
)
export const PR_TASK_PERF_EVENTS_ENABLE: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_TASK_PERF_EVENTS_ENABLE',
  32,
)
export const PR_MCE_KILL: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_MCE_KILL', 33)
export const PR_MCE_KILL_GET: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_MCE_KILL_GET', 34)
export const PR_SET_MM: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_MM', 35)
export const PR_SET_CHILD_SUBREAPER: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_SET_CHILD_SUBREAPER',
  36,
)
export const PR_GET_CHILD_SUBREAPER: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_GET_CHILD_SUBREAPER',
  37,
)
export const PR_SET_NO_NEW_PRIVS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_NO_NEW_PRIVS', 38)
export const PR_GET_NO_NEW_PRIVS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_NO_NEW_PRIVS', 39)
export const PR_GET_TID_ADDRESS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_TID_ADDRESS', 40)
export const PR_SET_THP_DISABLE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_THP_DISABLE', 41)
export const PR_GET_THP_DISABLE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_THP_DISABLE', 42)
export const PR_MPX_ENABLE_MANAGEMENT: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_MPX_ENABLE_MANAGEMENT',
  43,
)
export const PR_MPX_DISABLE_MANAGEMENT: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_MPX_DISABLE_MANAGEMENT',
  44,
)
export const PR_SET_FP_MODE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_FP_MODE', 45)
export const PR_GET_FP_MODE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_FP_MODE', 46)
export const PR_CAP_AMBIENT: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_CAP_AMBIENT', 47)
export const PR_SVE_SET_VL: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SVE_SET_VL', 50)
export const PR_SVE_GET_VL: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SVE_GET_VL', 51)
export const PR_GET_SPECULATION_CTRL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_GET_SPECULATION_CTRL',
  52,
)
export const PR_SET_SPECULATION_CTRL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_SET_SPECULATION_CTRL',
  53,
)
export const PR_PAC_RESET_KEYS: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_PAC_RESET_KEYS', 54)
export const PR_SET_TAGGED_ADDR_CTRL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_SET_TAGGED_ADDR_CTRL',
  55,
)
export const PR_GET_TAGGED_ADDR_CTRL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_GET_TAGGED_ADDR_CTRL',
  56,
)
export const PR_SET_IO_FLUSHER: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_IO_FLUSHER', 57)
export const PR_GET_IO_FLUSHER: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_IO_FLUSHER', 58)
export const PR_SET_SYSCALL_USER_DISPATCH: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_SET_SYSCALL_USER_DISPATCH',
  59,
)
export const PR_PAC_SET_ENABLED_KEYS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_PAC_SET_ENABLED_KEYS',
  60,
)
export const PR_PAC_GET_ENABLED_KEYS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_PAC_GET_ENABLED_KEYS',
  61,
)
export const PR_SCHED_CORE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SCHED_CORE', 62)
export const PR_SME_SET_VL: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SME_SET_VL', 63)
export const PR_SME_GET_VL: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SME_GET_VL', 64)
export const PR_SET_MDWE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_MDWE', 65)
export const PR_GET_MDWE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_MDWE', 66)
export const PR_SET_MEMORY_MERGE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_MEMORY_MERGE', 67)
export const PR_GET_MEMORY_MERGE: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_MEMORY_MERGE', 68)
export const PR_RISCV_V_SET_CONTROL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_RISCV_V_SET_CONTROL',
  69,
)
export const PR_RISCV_V_GET_CONTROL: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_RISCV_V_GET_CONTROL',
  70,
)
export const PR_RISCV_SET_ICACHE_FLUSH_CTX: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_RISCV_SET_ICACHE_FLUSH_CTX',
  71,
)
export const PR_PPC_GET_DEXCR: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_PPC_GET_DEXCR', 72)
export const PR_PPC_SET_DEXCR: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_PPC_SET_DEXCR', 73)
export const PR_GET_SHADOW_STACK_STATUS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_GET_SHADOW_STACK_STATUS',
  74,
)
export const PR_SET_SHADOW_STACK_STATUS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_SET_SHADOW_STACK_STATUS',
  75,
)
export const PR_LOCK_SHADOW_STACK_STATUS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_LOCK_SHADOW_STACK_STATUS',
  76,
)
export const PR_TIMER_CREATE_RESTORE_IDS: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_TIMER_CREATE_RESTORE_IDS',
  77,
)
export const PR_FUTEX_HASH: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_FUTEX_HASH', 78)
export const PR_RSEQ_SLICE_EXTENSION: Constant<'pr'> = /* @__PURE__ */ constant(
  'pr',
  'PR_RSEQ_SLICE_EXTENSION',
  79,
)
export const PR_GET_CFI: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_CFI', 80)
export const PR_SET_CFI: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_CFI', 81)
export const PR_GET_AUXV: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_GET_AUXV', 1096112214)
export const PR_SET_VMA: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_VMA', 1398164801)
export const PR_SET_PTRACER: Constant<'pr'> = /* @__PURE__ */ constant('pr', 'PR_SET_PTRACER', 1499557217)
