// Written by tools/gen-filters from the preset no-unix-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-unix-sockets. */
export const note: FilterNote = {
  summary: 'no unix sockets but connected pairs, so no service of the machine; no io_uring',
  against:
    'A program that leaves its sandbox by a service behind a unix socket, which does for the program what the sandbox refuses: Docker and its like, D-Bus with systemd, X11, ssh-agent, gpg-agent.',
  leavesOpen: [
    'All other families: AF_INET and AF_INET6 with every service of the machine on them, AF_NETLINK, AF_VSOCK, AF_ALG. no-exotic-sockets beside this preset shuts the rare ones, and no-network all.',
    'Unix sockets that the program inherits, or receives over a pair from a process outside: all calls on them run. From a datagram socket among them, sendto and connect reach any address; a listening one takes connections.',
    'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole process that has one. no-tracing beside this preset shuts the calls, and not the file.',
    'With CAP_SYS_ADMIN, mount of 9p with trans=unix: the kernel itself connects to a unix socket then.',
    'Other ways to talk to programs outside: a FIFO, a shared folder, message queues and shared memory of System V and POSIX, signals.',
  ],
  breaks: [
    'Everything that talks by unix sockets: X11, Wayland, D-Bus, ssh-agent, syslog(), nscd, databases on a unix socket, Docker, tmux, and the build servers of some tools. glibc does without nscd.',
    'Chromium, also without a window: it makes a unix socket when it starts, and ends. agent-command lets it make one.',
    'multiprocessing of Python with a Manager, or with forkserver, which is the default of Python 3.14.',
    'Datagram socketpairs, which Python’s socket.socketpair(type=SOCK_DGRAM) makes.',
    'All new sockets of programs whose C library makes them through socketcall, such as a glibc for kernels before 4.3 on x86, s390 and s390x: the family lies in memory, so the operation is refused whole.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. ABIs with socketcall have socket() as a call of its own, x86 and s390 from Linux 4.3 on.',
  sources: [
    'socket(2), socketpair(2), unix(7)',
    'net/unix/af_unix.c: unix_create(), unix_stream_connect(), unix_listen(); net/socket.c: sys_socketcall()',
    'net/9p/trans_fd.c: p9_fd_create_unix(); chrome/browser/process_singleton_posix.cc of Chromium',
    'io_uring_prep_socket(3), io_uring_prep_connect(3)',
    'https://github.com/openai/codex/pull/26625 for connected pairs',
  ],
}
