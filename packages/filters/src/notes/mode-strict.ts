// Written by tools/gen-filters from the preset mode-strict of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset mode-strict. */
export const note: FilterNote = {
  summary: 'what SECCOMP_MODE_STRICT allows: read, write, exit and the return from a signal handler',
  against:
    'Any use of the kernel by code that only computes on descriptors that are open: the thread reads, writes and ends. The program attaches the filter to itself, by attach() or seccomp(2), once it has all that it needs.',
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
}
