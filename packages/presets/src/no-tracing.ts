/* The preset `no-tracing`: no call that looks into another process or changes it. */
import type { PolicyBuilder } from '@seccompile/policy'
import { BREAKS_WITH_EVERY_LIST, denyList } from './deny-list.ts'
import type { Preset } from './preset.ts'

/**
 * The preset `no-tracing`: the calls that reach into another process under the kernel's rule for tracers
 * (`ptrace_may_access()`) fail with EPERM, the errno of a process that is not allowed to trace.
 * @see kernel/ptrace.c, mm/process_vm_access.c, kernel/pid.c: pidfd_getfd(), kernel/kcmp.c, mm/madvise.c,
 * kernel/events/core.c: perf_event_open()
 */
export const noTracing: PolicyBuilder = denyList('no-tracing')
  // PTRACE_TRACEME is refused too: the parent of a traced program can make it do any call.
  .deny('ptrace')
  .deny('process_vm_readv', 'process_vm_writev', 'process_madvise')
  .deny('pidfd_getfd', 'kcmp')
  .deny('perf_event_open')

/** The preset `no-tracing`, with its note. */
export const noTracingPreset: Preset = {
  name: 'no-tracing',
  summary: 'no ptrace, no memory or descriptors of other processes, no perf events',
  policy: noTracing,
  note: {
    against:
      'A program in a sandbox that takes over another process of the same user: by ptrace, by writing its memory, or by ' +
      'taking its descriptors; and one that watches other processes or the kernel by perf events.',
    leavesOpen: [
      '/proc/PID/mem, /proc/PID/environ and /proc/PID/fd: they are files, and a filter sees no path. Without a PID namespace, ' +
        'another user, or no /proc, a program writes the memory of processes of its user there.',
      'Signals: kill() ends processes of the same user.',
      'Tracers outside: the filter does not keep others from tracing this program.',
      'bpf() with CAP_BPF or CAP_SYS_ADMIN, and the files of tracefs, for root.',
      'get_robust_list and move_pages, which tell addresses of another process and change no memory.',
    ],
    breaks: [
      'strace, gdb, rr, perf and CRIU, and LeakSanitizer, which traces its own process.',
      'Comparing descriptors by kcmp. Mesa and systemd then take another way.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs:
      'No kernel in particular. ptrace is refused whole, so its order relative to the filter before Linux 4.8 does not matter.',
    sources: [
      'ptrace(2), "Ptrace access mode checking"',
      'process_vm_readv(2), process_madvise(2), pidfd_getfd(2), kcmp(2), perf_event_open(2)',
      'https://docs.docker.com/engine/security/seccomp/ for the calls that Docker ties to CAP_SYS_PTRACE',
    ],
  },
  keeps: [],
}
