/*
 * The calls that no process lives without.
 *
 * A program is started by execve, gets memory, sets up its first thread, reads and writes the descriptors that it was
 * given, returns from signal handlers, and ends. C libraries make the other calls of the list before `main` or after
 * it. A dynamically linked program also needs files-to-read, because its loader opens libraries.
 * @see signal(7): the trampoline of a handler calls rt_sigreturn; restart_syscall(2)
 */
import type { Group } from './group.ts'

/** The calls that every program needs to start, to run and to end. */
// prettier-ignore
export const base: Group<'base'> = {
  name: 'base',
  summary: 'what no process lives without: to start, get memory, use open descriptors, and end',
  calls: [
    // The start and the end of a process.
    'execve', 'execveat', 'exit', 'exit_group',
    // Memory.
    'brk', 'mmap', 'mmap2', 'munmap', 'mremap', 'mprotect', 'madvise',
    // The first thread: its storage, its locks, the size of its stack, seeds for the allocator.
    'arch_prctl', 'set_thread_area', 'get_thread_area', 'set_tls', 'get_tls', 'set_tid_address', 'set_robust_list', 'rseq',
    'futex', 'futex_time64', 'getrlimit', 'ugetrlimit', 'prlimit64', 'getrandom', 'riscv_hwprobe',
    // Atomic operations of m68k processors without instructions for them.
    'atomic_barrier', 'atomic_cmpxchg_32',
    // Descriptors that are open.
    'read', 'readv', 'write', 'writev', 'close', 'lseek', '_llseek',
    // Signals: the way back from a handler.
    'rt_sigreturn', 'sigreturn', 'restart_syscall',
    // The time, where the machine cannot read it without a call.
    'clock_gettime', 'clock_gettime64', 'gettimeofday', 'time',
  ],
}
