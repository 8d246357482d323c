// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Further arguments of prctl. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PR_CFI_BRANCH_LANDING_PADS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_CFI_BRANCH_LANDING_PADS',
  0,
)
export const PR_ENDIAN_BIG: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_ENDIAN_BIG', 0)
export const PR_FP_EXC_DISABLED: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FP_EXC_DISABLED',
  0,
)
export const PR_MCE_KILL_CLEAR: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MCE_KILL_CLEAR',
  0,
)
export const PR_MCE_KILL_LATE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MCE_KILL_LATE', 0)
export const PR_MTE_TCF_NONE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MTE_TCF_NONE', 0)
export const PR_PPC_DEXCR_SBHE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_SBHE',
  0,
)
export const PR_RISCV_CTX_SW_FENCEI_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_CTX_SW_FENCEI_ON',
  0,
)
export const PR_RISCV_SCOPE_PER_PROCESS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_SCOPE_PER_PROCESS',
  0,
)
export const PR_RISCV_V_VSTATE_CTRL_DEFAULT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_DEFAULT',
  0,
)
export const PR_SCHED_CORE_GET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_GET',
  0,
)
export const PR_SCHED_CORE_SCOPE_THREAD: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_SCOPE_THREAD',
  0,
)
export const PR_SET_VMA_ANON_NAME: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_VMA_ANON_NAME',
  0,
)
export const PR_SPEC_NOT_AFFECTED: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_NOT_AFFECTED',
  0,
)
export const PR_SPEC_STORE_BYPASS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_STORE_BYPASS',
  0,
)
export const PR_SYS_DISPATCH_OFF: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SYS_DISPATCH_OFF',
  0,
)
export const PR_TIMER_CREATE_RESTORE_IDS_OFF: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TIMER_CREATE_RESTORE_IDS_OFF',
  0,
)
export const PR_TIMING_STATISTICAL: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TIMING_STATISTICAL',
  0,
)
export const PR_CAP_AMBIENT_IS_SET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_CAP_AMBIENT_IS_SET',
  1,
)
export const PR_CFI_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_CFI_ENABLE', 1)
export const PR_ENDIAN_LITTLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_ENDIAN_LITTLE', 1)
export const PR_FPEMU_NOPRINT: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FPEMU_NOPRINT', 1)
export const PR_FP_EXC_NONRECOV: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FP_EXC_NONRECOV',
  1,
)
export const PR_FP_MODE_FR: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_MODE_FR', 1)
export const PR_FUTEX_HASH_SET_SLOTS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FUTEX_HASH_SET_SLOTS',
  1,
)
export const PR_MCE_KILL_EARLY: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MCE_KILL_EARLY',
  1,
)
export const PR_MCE_KILL_SET: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MCE_KILL_SET', 1)
export const PR_MDWE_REFUSE_EXEC_GAIN: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MDWE_REFUSE_EXEC_GAIN',
  1,
)
export const PR_PAC_APIAKEY: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_PAC_APIAKEY', 1)
export const PR_PPC_DEXCR_CTRL_EDITABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_EDITABLE',
  1,
)
export const PR_PPC_DEXCR_IBRTPD: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_IBRTPD',
  1,
)
export const PR_RISCV_CTX_SW_FENCEI_OFF: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_CTX_SW_FENCEI_OFF',
  1,
)
export const PR_RISCV_SCOPE_PER_THREAD: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_SCOPE_PER_THREAD',
  1,
)
export const PR_RISCV_V_VSTATE_CTRL_OFF: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_OFF',
  1,
)
export const PR_RSEQ_SLICE_EXTENSION_GET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RSEQ_SLICE_EXTENSION_GET',
  1,
)
export const PR_RSEQ_SLICE_EXT_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RSEQ_SLICE_EXT_ENABLE',
  1,
)
export const PR_SCHED_CORE_CREATE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_CREATE',
  1,
)
export const PR_SCHED_CORE_SCOPE_THREAD_GROUP: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_SCOPE_THREAD_GROUP',
  1,
)
export const PR_SET_MM_START_CODE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_START_CODE',
  1,
)
export const PR_SHADOW_STACK_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SHADOW_STACK_ENABLE',
  1,
)
export const PR_SPEC_INDIRECT_BRANCH: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_INDIRECT_BRANCH',
  1,
)
export const PR_SPEC_PRCTL: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SPEC_PRCTL', 1)
export const PR_SYS_DISPATCH_EXCLUSIVE_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SYS_DISPATCH_EXCLUSIVE_ON',
  1,
)
export const PR_SYS_DISPATCH_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SYS_DISPATCH_ON',
  1,
)
export const PR_TAGGED_ADDR_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TAGGED_ADDR_ENABLE',
  1,
)
export const PR_TIMER_CREATE_RESTORE_IDS_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TIMER_CREATE_RESTORE_IDS_ON',
  1,
)
export const PR_TIMING_TIMESTAMP: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TIMING_TIMESTAMP',
  1,
)
export const PR_TSC_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_TSC_ENABLE', 1)
export const PR_UNALIGN_NOPRINT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_UNALIGN_NOPRINT',
  1,
)
export const PR_CAP_AMBIENT_RAISE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_CAP_AMBIENT_RAISE',
  2,
)
export const PR_CFI_DISABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_CFI_DISABLE', 2)
export const PR_ENDIAN_PPC_LITTLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_ENDIAN_PPC_LITTLE',
  2,
)
export const PR_FPEMU_SIGFPE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FPEMU_SIGFPE', 2)
export const PR_FP_EXC_ASYNC: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_ASYNC', 2)
export const PR_FP_MODE_FRE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_MODE_FRE', 2)
export const PR_FUTEX_HASH_GET_SLOTS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FUTEX_HASH_GET_SLOTS',
  2,
)
export const PR_MCE_KILL_DEFAULT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MCE_KILL_DEFAULT',
  2,
)
export const PR_MDWE_NO_INHERIT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MDWE_NO_INHERIT',
  2,
)
export const PR_MTE_TCF_SYNC: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MTE_TCF_SYNC', 2)
export const PR_PAC_APIBKEY: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_PAC_APIBKEY', 2)
export const PR_PPC_DEXCR_CTRL_SET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_SET',
  2,
)
export const PR_PPC_DEXCR_SRAPD: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_SRAPD',
  2,
)
export const PR_RISCV_V_VSTATE_CTRL_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_ON',
  2,
)
export const PR_RSEQ_SLICE_EXTENSION_SET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RSEQ_SLICE_EXTENSION_SET',
  2,
)
export const PR_SCHED_CORE_SCOPE_PROCESS_GROUP: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_SCOPE_PROCESS_GROUP',
  2,
)
export const PR_SCHED_CORE_SHARE_TO: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_SHARE_TO',
  2,
)
export const PR_SET_MM_END_CODE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_END_CODE',
  2,
)
export const PR_SHADOW_STACK_WRITE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SHADOW_STACK_WRITE',
  2,
)
export const PR_SPEC_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SPEC_ENABLE', 2)
export const PR_SPEC_L1D_FLUSH: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_L1D_FLUSH',
  2,
)
export const PR_SYS_DISPATCH_INCLUSIVE_ON: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SYS_DISPATCH_INCLUSIVE_ON',
  2,
)
export const PR_THP_DISABLE_EXCEPT_ADVISED: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_THP_DISABLE_EXCEPT_ADVISED',
  2,
)
export const PR_TIMER_CREATE_RESTORE_IDS_GET: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_TIMER_CREATE_RESTORE_IDS_GET',
  2,
)
export const PR_TSC_SIGSEGV: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_TSC_SIGSEGV', 2)
export const PR_UNALIGN_SIGBUS: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_UNALIGN_SIGBUS',
  2,
)
export const PR_CAP_AMBIENT_LOWER: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_CAP_AMBIENT_LOWER',
  3,
)
export const PR_FP_EXC_PRECISE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FP_EXC_PRECISE',
  3,
)
export const PR_PPC_DEXCR_NPHIE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_NPHIE',
  3,
)
export const PR_RISCV_V_VSTATE_CTRL_CUR_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_CUR_MASK',
  3,
)
export const PR_SCHED_CORE_SHARE_FROM: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SCHED_CORE_SHARE_FROM',
  3,
)
export const PR_SET_MM_START_DATA: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_START_DATA',
  3,
)
export const PR_CAP_AMBIENT_CLEAR_ALL: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_CAP_AMBIENT_CLEAR_ALL',
  4,
)
export const PR_CFI_LOCK: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_CFI_LOCK', 4)
export const PR_MTE_TCF_ASYNC: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MTE_TCF_ASYNC', 4)
export const PR_PAC_APDAKEY: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_PAC_APDAKEY', 4)
export const PR_PPC_DEXCR_CTRL_CLEAR: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_CLEAR',
  4,
)
export const PR_SET_MM_END_DATA: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_END_DATA',
  4,
)
export const PR_SHADOW_STACK_PUSH: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SHADOW_STACK_PUSH',
  4,
)
export const PR_SPEC_DISABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SPEC_DISABLE', 4)
export const PR_SET_MM_START_STACK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_START_STACK',
  5,
)
export const PR_MTE_TCF_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_MTE_TCF_MASK', 6)
export const PR_SET_MM_START_BRK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_START_BRK',
  6,
)
export const PR_SET_MM_BRK: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SET_MM_BRK', 7)
export const PR_PAC_APDBKEY: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_PAC_APDBKEY', 8)
export const PR_PPC_DEXCR_CTRL_SET_ONEXEC: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_SET_ONEXEC',
  8,
)
export const PR_SET_MM_ARG_START: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_ARG_START',
  8,
)
export const PR_SPEC_FORCE_DISABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_FORCE_DISABLE',
  8,
)
export const PR_SET_MM_ARG_END: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_ARG_END',
  9,
)
export const PR_SET_MM_ENV_START: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_ENV_START',
  0xa,
)
export const PR_SET_MM_ENV_END: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_ENV_END',
  0xb,
)
export const PR_RISCV_V_VSTATE_CTRL_NEXT_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_NEXT_MASK',
  0xc,
)
export const PR_SET_MM_AUXV: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SET_MM_AUXV', 0xc)
export const PR_SET_MM_EXE_FILE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_EXE_FILE',
  0xd,
)
export const PR_SET_MM_MAP: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_SET_MM_MAP', 0xe)
export const PR_SET_MM_MAP_SIZE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SET_MM_MAP_SIZE',
  0xf,
)
export const PR_PAC_APGAKEY: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_PAC_APGAKEY', 0x10)
export const PR_PPC_DEXCR_CTRL_CLEAR_ONEXEC: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_CLEAR_ONEXEC',
  0x10,
)
export const PR_RISCV_V_VSTATE_CTRL_INHERIT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_INHERIT',
  0x10,
)
export const PR_SPEC_DISABLE_NOEXEC: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SPEC_DISABLE_NOEXEC',
  0x10,
)
export const PR_PPC_DEXCR_CTRL_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PPC_DEXCR_CTRL_MASK',
  0x1f,
)
export const PR_RISCV_V_VSTATE_CTRL_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_RISCV_V_VSTATE_CTRL_MASK',
  0x1f,
)
export const PR_FP_EXC_SW_ENABLE: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_FP_EXC_SW_ENABLE',
  0x80,
)
export const PR_SME_VL_LEN_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SME_VL_LEN_MASK',
  0xffff,
)
export const PR_SVE_VL_LEN_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SVE_VL_LEN_MASK',
  0xffff,
)
export const PR_FP_EXC_DIV: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_DIV', 0x10000)
export const PR_FP_EXC_OVF: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_OVF', 0x20000)
export const PR_SME_VL_INHERIT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SME_VL_INHERIT',
  0x20000,
)
export const PR_SVE_VL_INHERIT: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SVE_VL_INHERIT',
  0x20000,
)
export const PR_FP_EXC_UND: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_UND', 0x40000)
export const PR_SME_SET_VL_ONEXEC: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SME_SET_VL_ONEXEC',
  0x40000,
)
export const PR_SVE_SET_VL_ONEXEC: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_SVE_SET_VL_ONEXEC',
  0x40000,
)
export const PR_MTE_TAG_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MTE_TAG_MASK',
  0x7fff8,
)
export const PR_FP_EXC_RES: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_RES', 0x80000)
export const PR_MTE_STORE_ONLY: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_MTE_STORE_ONLY',
  0x80000,
)
export const PR_FP_EXC_INV: Constant<'pr-arg'> = /* @__PURE__ */ constant('pr-arg', 'PR_FP_EXC_INV', 0x100000)
export const PR_PMLEN_MASK: Constant<'pr-arg'> = /* @__PURE__ */ constant(
  'pr-arg',
  'PR_PMLEN_MASK',
  0x7f000000,
)
