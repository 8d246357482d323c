// Written by tools/gen-filters from the preset unix-sockets-only of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset unix-sockets-only. */
export const note: FilterNote = {
  summary: 'no sockets but those of AF_UNIX, socketpairs included; no io_uring',
  against:
    'A program that reaches a network or a protocol of the kernel by sockets: AF_INET and AF_INET6, AF_NETLINK and AF_PACKET, AF_ALG, AF_VSOCK, which reaches the host of a virtual machine, and all families to come.',
  leavesOpen: [
    'Every unix socket that the program can reach, by a path or by an abstract name: the filter does not see the address. The socket of Docker gives root on the machine; X11, D-Bus, ssh-agent and systemd-resolved are others. Hide the paths, and give the program a network namespace of its own: abstract names belong to it.',
    'Sockets of other families that the program inherits, or receives over a unix socket: all calls on them run.',
    'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole process that has one. no-tracing beside this preset shuts the calls, and not the file.',
    'request_key: where keyutils is installed, the kernel starts a helper outside the filter, and for keys of the type dns_resolver the helper asks the network for a name that the program chooses. A policy that denies request_key shuts it.',
  ],
  breaks: [
    'All networking, DNS included, and what asks the kernel by netlink: ip, ss, getifaddrs(), and bubblewrap with --unshare-net or --unshare-all inside the filter.',
    'All new sockets of programs whose C library makes them through socketcall, such as a glibc for kernels before 4.3 on x86, s390 and s390x: the family lies in memory, so the operation is refused whole.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. ABIs with socketcall have socket() as a call of its own, x86 and s390 from Linux 4.3 on.',
  sources: [
    'socket(2), unix(7), address_families(7)',
    'net/socket.c: sys_socketcall()',
    'CVE-2026-31431 for AF_ALG',
    'https://github.com/flatpak/flatpak/pull/6773 for socketcall',
  ],
}
