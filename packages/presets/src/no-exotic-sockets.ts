/*
 * The preset `no-exotic-sockets`: sockets of the four families that every-day programs need, and of no other.
 *
 * A family that nobody uses is code of the kernel that a program may reach: socket() loads its module. So the list
 * names the families that stay, and socketpair() has the same list, because it makes the socket before it finds that
 * the family has no pairs. Two sockets of a refused family have the number of an allowed one, and are refused too:
 * SOCK_PACKET of AF_INET is a socket of AF_PACKET, and IPPROTO_SMC of AF_INET and AF_INET6 one of AF_SMC.
 * @see net/socket.c: __sock_create(), __sys_socketpair(); net/smc/smc_inet.c
 *
 * Of AF_NETLINK, NETLINK_ROUTE stays: C libraries ask by it for the addresses of the machine.
 */
import { AF_INET, AF_INET6, AF_NETLINK, AF_UNIX } from '@seccompile/constants/af'
import { IPPROTO_SMC } from '@seccompile/constants/ipproto'
import { NETLINK_ROUTE } from '@seccompile/constants/netlink'
import { SOCK_PACKET, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
import { all, any, errno } from '@seccompile/policy'
import type { Action, PolicyBuilder } from '@seccompile/policy'
import {
  BREAKS_WITH_EVERY_LIST,
  BREAKS_WITHOUT_SOCKETCALL,
  denyList,
  denyUnseenSockets,
  NEEDS_WITHOUT_SOCKETCALL,
} from './deny-list.ts'
import type { Preset } from './preset.ts'

/** The errno of a kernel without the family; programs then do without. @see socket(2) */
const REFUSED: Action = errno('EAFNOSUPPORT')

/**
 * The preset `no-exotic-sockets`: EAFNOSUPPORT for sockets and socketpairs other than those of AF_UNIX, AF_INET,
 * AF_INET6, and NETLINK_ROUTE of AF_NETLINK; ENOSYS for io_uring, which opens sockets where no filter looks.
 */
export const noExoticSockets: PolicyBuilder = denyUnseenSockets(
  denyList('no-exotic-sockets').deny(
    'socket',
    'socketpair',
    ({ family, type, protocol }) =>
      any(
        family.notIn(AF_UNIX, AF_INET, AF_INET6, AF_NETLINK),
        all(family.eq(AF_NETLINK), protocol.ne(NETLINK_ROUTE)),
        all(family.eq(AF_INET), type.masked(SOCK_TYPE_MASK).eq(SOCK_PACKET)),
        all(family.in(AF_INET, AF_INET6), protocol.eq(IPPROTO_SMC)),
      ),
    REFUSED,
  ),
  ['socket', 'socketpair'],
  REFUSED,
)

/** The preset `no-exotic-sockets`, with its note. */
export const noExoticSocketsPreset: Preset = {
  name: 'no-exotic-sockets',
  summary: 'no sockets but those of AF_UNIX, AF_INET, AF_INET6 and NETLINK_ROUTE; no io_uring',
  policy: noExoticSockets,
  note: {
    against:
      'A program that attacks the kernel through a protocol that few use, or leaves its sandbox by one: AF_ALG, AF_PACKET, ' +
      'AF_TIPC, AF_RDS, AF_CAN, AF_BLUETOOTH, AF_VSOCK, which reaches the host of a virtual machine, netfilter and other ' +
      'parts behind AF_NETLINK, and all families to come.',
    leavesOpen: [
      'Networks and unix sockets: every address that the program can reach. no-network and no-unix-sockets shut them.',
      'Rare protocols of AF_INET and AF_INET6, whose modules socket() loads: SCTP, DCCP, L2TP, UDP-Lite, and MPTCP, which ' +
        'stays because servers listen by it. Of IP, node-server makes sockets of TCP and UDP alone.',
      'What setsockopt puts on a TCP socket by TCP_ULP: the name of the protocol, such as smc, lies in memory.',
      'Modules that ioctl on any socket loads: bridge and 8021q.',
      'With CAP_NET_RAW, raw sockets of AF_INET and AF_INET6; with CAP_NET_ADMIN, what NETLINK_ROUTE changes: addresses, ' +
        'routes, traffic control, and what setsockopt changes: the tables of iptables. A user namespace gives both. no-new-namespaces beside this preset shuts it.',
      'Sockets of other families that the program inherits, or receives over a unix socket: all calls on them run.',
    ],
    breaks: [
      'Programs that speak the refused families: tcpdump, dhclient, BlueZ, cryptsetup with AF_ALG, guest agents of virtual ' +
        'machines, and what asks the kernel by AF_NETLINK: ss, nft, iw, conntrack, udevadm monitor. Programs that report to ' +
        'the audit log go on without.',
      BREAKS_WITHOUT_SOCKETCALL,
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: NEEDS_WITHOUT_SOCKETCALL,
    sources: [
      'socket(2), address_families(7), netlink(7), packet(7)',
      'net/socket.c: __sock_create(), __sys_socketpair(), sys_socketcall(); net/smc/smc_inet.c',
      'net/socket.c: sock_ioctl(); net/ipv4/netfilter/ip_tables.c: do_ipt_set_ctl()',
      'CVE-2026-31431 for AF_ALG',
      'https://github.com/flatpak/flatpak/pull/6773 for socketcall',
    ],
  },
  keeps: [],
}
