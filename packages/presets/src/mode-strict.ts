/*
 * The meaning of SECCOMP_MODE_STRICT, as a filter.
 *
 * The mode allows read, write, exit and the return from a signal handler, and kills the thread for any other call.
 * The call that returns from a handler depends on the ABI: sigreturn on x86, s390 and s390x, and rt_sigreturn
 * elsewhere. For 32-bit programs on ppc, a 64-bit kernel has sigreturn and a 32-bit kernel has rt_sigreturn, so both
 * are open on ppc. Programs of x32 are compared with the numbers of x86, which no number of x32 equals, so the mode
 * kills them for every call.
 * @see kernel/seccomp.c: mode1_syscalls, __secure_computing_strict(); include/asm-generic/seccomp.h and
 * arch/x86, s390, powerpc and mips/include/asm/seccomp.h
 */
import { KILL_THREAD, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import type { Preset } from './preset.ts'

/** The ABIs on which a handler returns by rt_sigreturn. */
// prettier-ignore
const BY_RT_SIGRETURN: readonly AbiToken[] = [
  'x86_64', 'aarch64', 'arm', 'loongarch64', 'm68k', 'mips', 'mipsel', 'mips64', 'mipsel64', 'mips64n32', 'mipsel64n32',
  'parisc', 'parisc64', 'ppc', 'ppc64', 'ppc64le', 'riscv64', 'sh', 'sheb',
]

/**
 * The preset `mode-strict`, which allows the calls that SECCOMP_MODE_STRICT allows. Any other call ends the thread.
 *
 * uretprobe and uprobe are allowed: where a tracer has set a probe, the kernel itself makes the program call them.
 */
export const modeStrict: PolicyBuilder = policy({
  name: 'mode-strict',
  default: KILL_THREAD,
  notFor: [{ abis: ['x32'], reason: 'SECCOMP_MODE_STRICT kills its programs for every call' }],
})
  .allow('read', 'write', 'exit')
  .on(BY_RT_SIGRETURN, (rules) => rules.allow('rt_sigreturn'))
  .on(['x86', 's390', 's390x', 'ppc'], (rules) => rules.allow('sigreturn'))
  .on(['x86_64'], (rules) => rules.allow('uretprobe', 'uprobe'))

/** The preset `mode-strict`, with its note. */
export const modeStrictPreset: Preset = {
  name: 'mode-strict',
  summary: 'what SECCOMP_MODE_STRICT allows: read, write, exit and the return from a signal handler',
  policy: modeStrict,
  note: {
    against:
      'Any use of the kernel by code that only computes on descriptors that are open: the thread reads, writes and ends. The ' +
      'program attaches the filter to itself, by attach() or seccomp(2), once it has all that it needs.',
    leavesOpen: [
      'Reading and writing every descriptor that is open, whatever it is.',
      'The threads that have no filter, where it is attached to one thread alone: all threads share memory and descriptors.',
    ],
    breaks: [
      'Being started under it: execve ends the thread, so launchers cannot use it. "seccompile run" refuses it.',
      'exit() of C libraries, which calls exit_group: the thread has to end by syscall(SYS_exit, status).',
      'Getting memory, locks that wait, and clocks where the machine cannot read them without a call. Node cannot go on under it.',
    ],
    needs: 'Linux 3.5. The filter ends the thread by SIGSYS, where the mode itself ends it by SIGKILL.',
    sources: [
      'kernel/seccomp.c: mode1_syscalls, __secure_computing_strict()',
      'include/asm-generic/seccomp.h, arch/*/include/asm/seccomp.h',
      'seccomp(2): SECCOMP_SET_MODE_STRICT',
    ],
  },
  keeps: [{ call: 'read' }, { call: 'write' }, { call: 'exit' }],
}
