// Written by tools/gen-filters from the preset pure-compute of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset pure-compute. */
export const note: FilterNote = {
  summary:
    'a program that computes: it reads files, makes threads, and writes to the descriptors that it was given',
  against:
    'Code that is not trusted and should only compute, such as a script of somebody else or a parser of hostile files: it makes no socket and no process, changes no file, and reaches little of the kernel.',
  leavesOpen: [
    'Every file that the user of the process may read, keys among them, and by /proc/PID/mem and /proc/PID/environ the memory of other processes of the user: a filter sees no path.',
    'Descriptors that are open when the program starts, whatever they are: what it reads goes out through its standard output.',
    'execve, because starting a program takes it: the program may become another program, under the same filter.',
    'tkill and tgkill, which abort() needs, and prlimit64, which C libraries need: they reach other processes of the same user too, unless a PID namespace hides them. fcntl does as well: F_SETOWN and F_SETSIG have the kernel send any signal.',
    'Locks and leases on files that it reads (flock, fcntl): other programs wait for them.',
    'Opening a FIFO or a device for reading, which some drivers act upon.',
    'Time and memory: a program that never ends, or takes all memory, is for limits and cgroups.',
  ],
  breaks: [
    'Child processes: fork, vfork and clone without CLONE_THREAD fail with EPERM. A shell runs its builtins and no pipe.',
    'Files opened for writing or made, temporary files and /dev/null among them, which git opens so; python3 writes no bytecode.',
    'Sockets of every family and socketpairs, so also asyncio of Python, getaddrinfo, syslog, and a display.',
    'Setting attributes of a terminal: prompts that hide what is typed, and full-screen programs.',
    'Programs of another ABI, such as 32-bit programs on x86_64, end with SIGSYS at their first call.',
  ],
  needs:
    'Linux 3.5; before 4.14 a call of another ABI ends the thread alone. Python, Node with worker threads, ls, cat, tar that lists or writes to its output, and programs of glibc and musl work.',
  sources: [
    'open(2), clone(2), tgkill(2), execve(2)',
    'kernel/fork.c: copy_process()',
    'calls of python3.13, node 20.20, ls and tar, read from strace on Linux 6.18',
  ],
}
