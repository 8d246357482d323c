// Written by tools/gen-filters from the preset no-tracing of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-tracing. */
export const note: FilterNote = {
  summary: 'no ptrace, no memory or descriptors of other processes, no perf events',
  against:
    'A program in a sandbox that takes over another process of the same user: by ptrace, by writing its memory, or by taking its descriptors; and one that watches other processes or the kernel by perf events.',
  leavesOpen: [
    '/proc/PID/mem, /proc/PID/environ and /proc/PID/fd: they are files, and a filter sees no path. Without a PID namespace, another user, or no /proc, a program writes the memory of processes of its user there.',
    'Signals: kill() ends processes of the same user.',
    'Tracers outside: the filter does not keep others from tracing this program.',
    'bpf() with CAP_BPF or CAP_SYS_ADMIN, and the files of tracefs, for root.',
    'get_robust_list and move_pages, which tell addresses of another process and change no memory.',
  ],
  breaks: [
    'strace, gdb, rr, perf and CRIU, and LeakSanitizer, which traces its own process.',
    'Comparing descriptors by kcmp. Mesa and systemd then take another way.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. ptrace is refused whole, so its order relative to the filter before Linux 4.8 does not matter.',
  sources: [
    'ptrace(2), "Ptrace access mode checking"',
    'process_vm_readv(2), process_madvise(2), pidfd_getfd(2), kcmp(2), perf_event_open(2)',
    'https://docs.docker.com/engine/security/seccomp/ for the calls that Docker ties to CAP_SYS_PTRACE',
  ],
}
