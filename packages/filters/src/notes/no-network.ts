// Written by tools/gen-filters from the preset no-network of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-network. */
export const note: FilterNote = {
  summary: 'no way to a network: no sockets but connected pairs, no io_uring',
  against:
    'A program that sends data out, loads code, attacks the machine’s network services, or talks to services outside its sandbox by unix sockets: an agent’s shell command, a build, a plug-in.',
  leavesOpen: [
    'Sockets that are open already: those that the program inherits, and those that a process outside passes to it over a socketpair. All calls on them run but connect and sendto with an address. sendmsg and sendmmsg send to any address: it lies in memory. Close such sockets before the program starts.',
    'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole process that has one. no-tracing beside this preset shuts the calls, and not the file.',
    'Files that lead out: a mounted network file system, a FIFO or a shared folder that a process outside reads, descriptors of devices such as /dev/net/tun and /dev/kvm.',
    'request_key: where keyutils is installed, the kernel starts a helper outside the filter, and for keys of the type dns_resolver the helper asks the network for a name that the program chooses. A policy that denies request_key shuts it.',
    'Message queues and shared memory of System V and POSIX, by which programs outside talk to it.',
    'With CAP_SYS_ADMIN, mount of a network file system: the kernel itself connects then.',
  ],
  breaks: [
    'Everything that talks by sockets, also by unix sockets: DNS, databases on the same machine, X11, Wayland, D-Bus, ssh-agent, Docker. Where unix sockets are needed, take unix-sockets-only.',
    'bubblewrap with --unshare-net or --unshare-all inside the filter: it makes a socket to start the loopback device.',
    'Datagram socketpairs, which Python’s socket.socketpair(type=SOCK_DGRAM) makes.',
    'Socketpairs, and sendto without an address, of programs whose C library makes them through socketcall, such as a glibc for kernels before 4.3 on x86, s390 and s390x: the arguments lie in memory, so the operation is refused whole.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs: 'No kernel in particular.',
  sources: [
    'socket(2), socketpair(2), send(2), unix(7)',
    'net/socket.c: __sys_sendto(), sys_socketcall(); net/unix/af_unix.c',
    'io_uring_prep_socket(3), io_uring_prep_connect(3)',
  ],
}
