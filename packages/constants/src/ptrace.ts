// Written by tools/gen-constants from the headers of Linux 7.2, and 6.12 for s390.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR --older DIR

/* eslint-disable jsdoc/require-jsdoc -- the name of a constant says what it is */

/* Requests of ptrace. */

import { constant } from './constant/constant.ts'
import type { Constant } from './constant/constant.ts'

export const PTRACE_GETFDPIC_EXEC: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETFDPIC_EXEC',
  undefined,
  'arm m68k riscv64 sh* 0',
)
export const PTRACE_TRACEME: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_TRACEME', 0)
export const PTRACE_GETFDPIC_INTERP: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETFDPIC_INTERP',
  undefined,
  'arm m68k riscv64 sh* 1',
)
export const PTRACE_PEEKTEXT: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_PEEKTEXT', 1)
export const PTRACE_PEEKDATA: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_PEEKDATA', 2)
export const PTRACE_PEEKUSR: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_PEEKUSR', 3)
export const PTRACE_PEEKUSER: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_PEEKUSER', 3)
export const PTRACE_POKETEXT: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_POKETEXT', 4)
export const PTRACE_POKEDATA: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_POKEDATA', 5)
export const PTRACE_POKEUSR: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_POKEUSR', 6)
export const PTRACE_POKEUSER: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_POKEUSER', 6)
export const PTRACE_CONT: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_CONT', 7)
export const PTRACE_KILL: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_KILL', 8)
export const PTRACE_SINGLESTEP: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SINGLESTEP',
  9,
)
export const PTRACE_GETREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETREGS',
  12,
  'aarch64 loongarch64 riscv64 s390* null, parisc* 18',
)
export const PTRACE_SETREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETREGS',
  13,
  'aarch64 loongarch64 riscv64 s390* null, parisc* 19',
)
export const PTRACE_GETFPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETFPREGS',
  14,
  'aarch64 loongarch64 riscv64 s390* null',
)
export const PTRACE_SETFPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETFPREGS',
  15,
  'aarch64 loongarch64 riscv64 s390* null',
)
export const PTRACE_ATTACH: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_ATTACH', 16)
export const PTRACE_DETACH: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_DETACH', 17)
export const PTRACE_GETFPXREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETFPXREGS',
  undefined,
  'x86* x32 18',
)
export const PTRACE_GETVRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETVRREGS',
  undefined,
  'ppc* 18',
)
export const PTRACE_GETWMMXREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETWMMXREGS',
  undefined,
  'arm 18',
)
export const PTRACE_SETFPXREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETFPXREGS',
  undefined,
  'x86* x32 19',
)
export const PTRACE_SETVRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETVRREGS',
  undefined,
  'ppc* 19',
)
export const PTRACE_SETWMMXREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETWMMXREGS',
  undefined,
  'arm 19',
)
export const PTRACE_GETEVRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETEVRREGS',
  undefined,
  'ppc* 20',
)
export const PTRACE_OLDSETOPTIONS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_OLDSETOPTIONS',
  21,
  'aarch64 loongarch64 m68k parisc* ppc* riscv64 sh* null',
)
export const PTRACE_PROT: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PROT',
  undefined,
  's390* 21',
)
export const PTRACE_SETEVRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETEVRREGS',
  undefined,
  'ppc* 21',
)
export const PTRACE_GETREGS64: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETREGS64',
  undefined,
  'ppc* 22',
)
export const PTRACE_SETREGS64: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETREGS64',
  undefined,
  'ppc* 23',
)
export const PTRACE_SET_SYSCALL: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_SYSCALL',
  undefined,
  'arm 23',
)
export const PTRACE_SYSCALL: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_SYSCALL', 24)
export const PTRACE_GETCRUNCHREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETCRUNCHREGS',
  undefined,
  'arm 25',
)
export const PTRACE_GET_DEBUGREG: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_DEBUGREG',
  undefined,
  'ppc* 25',
)
export const PTRACE_GET_THREAD_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_THREAD_AREA',
  undefined,
  'x86* x32 m68k mips* 25, arm 22',
)
export const PTRACE_SETCRUNCHREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETCRUNCHREGS',
  undefined,
  'arm 26',
)
export const PTRACE_SET_DEBUGREG: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_DEBUGREG',
  undefined,
  'ppc* 26',
)
export const PTRACE_SET_THREAD_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_THREAD_AREA',
  undefined,
  'x86* x32 mips* 26',
)
export const PTRACE_GETVFPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETVFPREGS',
  undefined,
  'arm 27',
)
export const PTRACE_GETVSRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETVSRREGS',
  undefined,
  'ppc* 27',
)
export const PTRACE_SETVFPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETVFPREGS',
  undefined,
  'arm 28',
)
export const PTRACE_SETVSRREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETVSRREGS',
  undefined,
  'ppc* 28',
)
export const PTRACE_GETHBPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETHBPREGS',
  undefined,
  'arm 29',
)
export const PTRACE_ARCH_PRCTL: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_ARCH_PRCTL',
  undefined,
  'x86_64 x32 30',
)
export const PTRACE_SETHBPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETHBPREGS',
  undefined,
  'arm 30',
)
export const PTRACE_GETFDPIC: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETFDPIC',
  undefined,
  'arm m68k sh* 31, riscv64 33',
)
export const PTRACE_SYSEMU: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SYSEMU',
  undefined,
  'x86* x32 aarch64 loongarch64 s390* 31, ppc* 29',
)
export const PTRACE_SYSEMU_SINGLESTEP: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SYSEMU_SINGLESTEP',
  undefined,
  'x86* x32 aarch64 loongarch64 s390* 32, ppc* 30',
)
export const PTRACE_PEEKMTETAGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKMTETAGS',
  undefined,
  'aarch64 33',
)
export const PTRACE_SINGLEBLOCK: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SINGLEBLOCK',
  undefined,
  'x86* x32 m68k 33, parisc* s390* 12, ppc* 256',
)
export const PTRACE_POKEMTETAGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKEMTETAGS',
  undefined,
  'aarch64 34',
)
export const PTRACE_GETDSPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETDSPREGS',
  undefined,
  'sh* 55',
)
export const PTRACE_SETDSPREGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETDSPREGS',
  undefined,
  'sh* 56',
)
export const PTRACE_PEEKTEXT_3264: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKTEXT_3264',
  undefined,
  'mips* 192',
)
export const PTRACE_PEEKDATA_3264: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKDATA_3264',
  undefined,
  'mips* 193',
)
export const PTRACE_POKETEXT_3264: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKETEXT_3264',
  undefined,
  'mips* 194',
)
export const PTRACE_POKEDATA_3264: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKEDATA_3264',
  undefined,
  'mips* 195',
)
export const PTRACE_GET_THREAD_AREA_3264: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_THREAD_AREA_3264',
  undefined,
  'mips* 196',
)
export const PTRACE_GET_WATCH_REGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_WATCH_REGS',
  undefined,
  'mips* 208',
)
export const PTRACE_SET_WATCH_REGS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_WATCH_REGS',
  undefined,
  'mips* 209',
)
export const PTRACE_SETOPTIONS: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETOPTIONS',
  16896,
)
export const PTRACE_GETEVENTMSG: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETEVENTMSG',
  16897,
)
export const PTRACE_GETSIGINFO: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETSIGINFO',
  16898,
)
export const PTRACE_SETSIGINFO: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETSIGINFO',
  16899,
)
export const PTRACE_GETREGSET: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETREGSET',
  16900,
)
export const PTRACE_SETREGSET: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETREGSET',
  16901,
)
export const PTRACE_SEIZE: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_SEIZE', 16902)
export const PTRACE_INTERRUPT: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_INTERRUPT',
  16903,
)
export const PTRACE_LISTEN: Constant<'ptrace'> = /* @__PURE__ */ constant('ptrace', 'PTRACE_LISTEN', 16904)
export const PTRACE_PEEKSIGINFO: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKSIGINFO',
  16905,
)
export const PTRACE_GETSIGMASK: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GETSIGMASK',
  16906,
)
export const PTRACE_SETSIGMASK: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SETSIGMASK',
  16907,
)
export const PTRACE_SECCOMP_GET_FILTER: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SECCOMP_GET_FILTER',
  16908,
)
export const PTRACE_SECCOMP_GET_METADATA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SECCOMP_GET_METADATA',
  16909,
)
export const PTRACE_GET_SYSCALL_INFO: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_SYSCALL_INFO',
  16910,
)
export const PTRACE_GET_RSEQ_CONFIGURATION: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_RSEQ_CONFIGURATION',
  16911,
)
export const PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG',
  16912,
)
export const PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG',
  16913,
)
export const PTRACE_SET_SYSCALL_INFO: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_SET_SYSCALL_INFO',
  16914,
)
export const PTRACE_PEEKUSR_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKUSR_AREA',
  undefined,
  's390* 20480',
)
export const PTRACE_POKEUSR_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKEUSR_AREA',
  undefined,
  's390* 20481',
)
export const PTRACE_PEEKTEXT_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKTEXT_AREA',
  undefined,
  's390* 20482',
)
export const PTRACE_PEEKDATA_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEKDATA_AREA',
  undefined,
  's390* 20483',
)
export const PTRACE_POKETEXT_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKETEXT_AREA',
  undefined,
  's390* 20484',
)
export const PTRACE_POKEDATA_AREA: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKEDATA_AREA',
  undefined,
  's390* 20485',
)
export const PTRACE_GET_LAST_BREAK: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_GET_LAST_BREAK',
  undefined,
  's390* 20486',
)
export const PTRACE_PEEK_SYSTEM_CALL: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_PEEK_SYSTEM_CALL',
  undefined,
  's390* 20487',
)
export const PTRACE_POKE_SYSTEM_CALL: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_POKE_SYSTEM_CALL',
  undefined,
  's390* 20488',
)
export const PTRACE_ENABLE_TE: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_ENABLE_TE',
  undefined,
  's390* 20489',
)
export const PTRACE_DISABLE_TE: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_DISABLE_TE',
  undefined,
  's390* 20496',
)
export const PTRACE_TE_ABORT_RAND: Constant<'ptrace'> = /* @__PURE__ */ constant(
  'ptrace',
  'PTRACE_TE_ABORT_RAND',
  undefined,
  's390* 20497',
)
