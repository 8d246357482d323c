// Written by tools/gen-filters from the preset no-exotic-sockets of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-exotic-sockets. */
export const note: FilterNote = {
  summary: 'no sockets but those of AF_UNIX, AF_INET, AF_INET6 and NETLINK_ROUTE; no io_uring',
  against:
    'A program that attacks the kernel through a protocol that few use, or leaves its sandbox by one: AF_ALG, AF_PACKET, AF_TIPC, AF_RDS, AF_CAN, AF_BLUETOOTH, AF_VSOCK, which reaches the host of a virtual machine, netfilter and other parts behind AF_NETLINK, and all families to come.',
  leavesOpen: [
    'Networks and unix sockets: every address that the program can reach. no-network and no-unix-sockets shut them.',
    'Rare protocols of AF_INET and AF_INET6, whose modules socket() loads: SCTP, DCCP, L2TP, UDP-Lite, and MPTCP, which stays because servers listen by it. Of IP, node-server makes sockets of TCP and UDP alone.',
    'What setsockopt puts on a TCP socket by TCP_ULP: the name of the protocol, such as smc, lies in memory.',
    'Modules that ioctl on any socket loads: bridge and 8021q.',
    'With CAP_NET_RAW, raw sockets of AF_INET and AF_INET6; with CAP_NET_ADMIN, what NETLINK_ROUTE changes: addresses, routes, traffic control, and what setsockopt changes: the tables of iptables. A user namespace gives both. no-new-namespaces beside this preset shuts it.',
    'Sockets of other families that the program inherits, or receives over a unix socket: all calls on them run.',
  ],
  breaks: [
    'Programs that speak the refused families: tcpdump, dhclient, BlueZ, cryptsetup with AF_ALG, guest agents of virtual machines, and what asks the kernel by AF_NETLINK: ss, nft, iw, conntrack, udevadm monitor. Programs that report to the audit log go on without.',
    'All new sockets of programs whose C library makes them through socketcall, such as a glibc for kernels before 4.3 on x86, s390 and s390x: the family lies in memory, so the operation is refused whole.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs:
    'No kernel in particular. ABIs with socketcall have socket() as a call of its own, x86 and s390 from Linux 4.3 on.',
  sources: [
    'socket(2), address_families(7), netlink(7), packet(7)',
    'net/socket.c: __sock_create(), __sys_socketpair(), sys_socketcall(); net/smc/smc_inet.c',
    'net/socket.c: sock_ioctl(); net/ipv4/netfilter/ip_tables.c: do_ipt_set_ctl()',
    'CVE-2026-31431 for AF_ALG',
    'https://github.com/flatpak/flatpak/pull/6773 for socketcall',
  ],
}
