// Written by tools/gen-filters from the preset container-default of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset container-default. */
export const note: FilterNote = {
  summary:
    'for containers, after Docker’s default profile: what a container needs, and nothing that reaches out of it',
  against:
    'A program in a container that uses rarely needed parts of the kernel to leave the container: namespaces, mounts, modules, tracing, the keys of the kernel, BPF, io_uring, and sockets of the families AF_ALG and AF_VSOCK.',
  leavesOpen: [
    'All files, all networks and all processes that the container gives the program: the filter sees no path and no address.',
    'ioctl with any request: TIOCSTI writes into the terminal where the container has one of the host’s.',
    'Sockets of every family by socketcall, which 32-bit x86, MIPS, PowerPC and s390 have: the family is in memory, where no filter looks.',
  ],
  breaks: [
    'Sandboxes inside the container, which make namespaces: see nested-sandbox.',
    'Debuggers and profilers that need perf_event_open or BPF, and programs that need io_uring.',
  ],
  needs: 'Linux 4.8 for ptrace: before, a tracer could change the number of a call after the filter.',
  sources: ['moby/profiles v0.2.3, seccomp/default.json', 'https://docs.docker.com/engine/security/seccomp/'],
}
