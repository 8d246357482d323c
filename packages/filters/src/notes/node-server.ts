// Written by tools/gen-filters from the preset node-server of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset node-server. */
export const note: FilterNote = {
  summary:
    'a server on Node: files, TCP, UDP and unix sockets, worker threads and signals, and no child processes',
  against:
    'Code that an attacker runs in a server on Node, through a package or a hole: it starts no process, makes no namespace, loads nothing into the kernel, traces no other process, and reaches few of the parts of the kernel that exploits use.',
  leavesOpen: [
    'All files and all addresses that the user of the server may reach, for reading, writing and connecting: the filter sees no path and no address. Use file permissions, Landlock or a container besides.',
    '/proc/PID/mem, which is a file: the server reads and writes the memory of other processes of its user there, and they have no such filter. Give the server a user or a PID namespace of its own.',
    'execve, because starting Node takes it: the server may become another program, also a shell, under the same filter.',
    'kill, tkill and tgkill to other processes of the same user, and prlimit64, setpriority and sched_setscheduler on them, unless a PID namespace hides them.',
    'Code made in memory: the compiler of V8 needs memory that is writable and then executable.',
    'AF_NETLINK with NETLINK_ROUTE: with CAP_NET_ADMIN it changes addresses and routes.',
    'On s390x, socketcall, which makes sockets of every family.',
  ],
  breaks: [
    'child_process and cluster: fork, vfork and clone without CLONE_THREAD fail with EPERM.',
    'io_uring of libuv, which falls back on threads; SCTP, MPTCP and raw sockets; perf and inspection of other processes.',
    'Programs of another ABI, such as 32-bit programs on x86_64, end with SIGSYS at their first call.',
    'Addons that need further calls, such as those for serial ports, which need requests of ioctl.',
  ],
  needs:
    'Linux 3.17 for getrandom, which Node needs; before 4.14 a call of another ABI ends the thread alone. HTTP, HTTPS, DNS, fs, fs.watch, workers and process.kill work with Node 20.',
  sources: [
    'calls of node 20.20, read from strace on Linux 6.18',
    'socket(2), clone(2), socketcall(2), netlink(7)',
    'glibc: sysdeps/unix/sysv/linux/s390/kernel-features.h',
    'https://github.com/nodejs/node/blob/main/BUILDING.md',
  ],
}
