/*
 * Policies that stop the attack of a record, and one that does not.
 *
 * `stops` has one deny-list for each smallest set of clauses that stops the attack. Each denies nothing else, so every call
 * that it refuses is a way: the tests open each of them in turn. Write each call that does it on any ABI: multiplexers and
 * io_uring too.
 */
import type { Constant } from '@seccompile/constants'
import {
  AF_ALG,
  AF_INET6,
  AF_KEY,
  AF_NETLINK,
  AF_PACKET,
  AF_RXRPC,
  AF_TIPC,
  AF_VSOCK,
} from '@seccompile/constants/af'
import { BPF_MAP_CREATE, BPF_PROG_LOAD } from '@seccompile/constants/bpf'
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { FSCONFIG_CMD_CREATE, FSCONFIG_CMD_RECONFIGURE } from '@seccompile/constants/fsconfig'
import { FUTEX_CMP_REQUEUE_PI } from '@seccompile/constants/futex'
import { TIOCSTI } from '@seccompile/constants/ioctl'
import { KEYCTL_JOIN_SESSION_KEYRING } from '@seccompile/constants/key'
import { MSG_OOB } from '@seccompile/constants/msg'
import {
  NETLINK_GENERIC,
  NETLINK_NETFILTER,
  NETLINK_ROUTE,
  NETLINK_XFRM,
} from '@seccompile/constants/netlink'
import { O_EXCL } from '@seccompile/constants/o'
import { PTRACE_ATTACH, PTRACE_TRACEME } from '@seccompile/constants/ptrace'
import { SOCK_DCCP, SOCK_STREAM } from '@seccompile/constants/sock'
import { SOL_IP, SOL_IPV6, SOL_PACKET } from '@seccompile/constants/sol'
import { all, any, policy } from '@seccompile/policy'
import type { Policy, PolicyBuilder } from '@seccompile/policy'

/** The policies on which a record is tried. */
export interface AttackTrial {
  readonly id: string
  readonly stops: readonly [Policy, ...Policy[]]
  readonly lets: Policy
  /** Calls that only a compat ABI makes: the other ABIs are left out of the trial of `stops` at these places. */
  readonly compatOnly?: readonly number[]
}

const open = (): PolicyBuilder => policy({ default: 'allow' })

/** Calls of socketcall. @see include/uapi/linux/net.h */
const [SYS_SOCKET, SYS_SEND, SYS_SENDTO, SYS_SETSOCKOPT, SYS_SENDMSG, SYS_SENDMMSG] = [1, 9, 11, 14, 16, 20]

/** Refuses sockets by the ways whose arguments no filter sees. */
const noHiddenSockets = (mine: PolicyBuilder): PolicyBuilder =>
  mine.deny('socketcall', ({ call }) => call.eq(SYS_SOCKET)).deny('io_uring_setup')

/** Refuses one call of socketcall. */
const noSocketcallOf = (selected: number, mine: PolicyBuilder): PolicyBuilder =>
  mine.deny('socketcall', ({ call }) => call.eq(selected))

/** Refuses user namespaces before Linux 5.3, which brought clone3. */
const noUserNamespacesBeforeClone3 = (mine: PolicyBuilder): PolicyBuilder =>
  mine
    .deny('unshare', ({ unshare_flags: flags }) => flags.hasAny(CLONE_NEWUSER))
    .deny('clone', ({ clone_flags: flags }) => flags.hasAny(CLONE_NEWUSER))
    .deny('setns', ({ flags }) => any(flags.eq(0), flags.hasAny(CLONE_NEWUSER)))

/** Options of AF_PACKET. @see include/uapi/linux/if_packet.h */
const [PACKET_RX_RING, PACKET_VERSION, PACKET_TX_RING] = [5, 10, 13]

const noUserNamespaces = (mine: PolicyBuilder): PolicyBuilder =>
  noUserNamespacesBeforeClone3(mine).deny('clone3')

/** Refuses options of a socket of AF_PACKET. */
const noPacketOptions = (...options: readonly [number, ...number[]]): PolicyBuilder =>
  noSocketcallOf(
    SYS_SETSOCKOPT,
    open().deny('setsockopt', ({ level, optname }) => all(level.eq(SOL_PACKET), optname.in(...options))),
  )

const noPacketSockets = (): PolicyBuilder =>
  noSocketcallOf(
    SYS_SOCKET,
    open().deny('socket', ({ family }) => family.eq(AF_PACKET)),
  )

const noNetlink = (protocol: Constant<'netlink'>): PolicyBuilder =>
  open().deny('socket', (args) => all(args.family.eq(AF_NETLINK), args.protocol.eq(protocol)))

/** A trial for each record, in the order of the records. */
export const trials: readonly AttackTrial[] = [
  {
    id: 'CVE-2013-2094',
    stops: [open().deny('perf_event_open')],
    lets: open().deny('bpf', 'ptrace'),
  },
  {
    id: 'CVE-2014-3153',
    stops: [open().deny('futex', ({ op }) => op.masked(0xfffffe7f).eq(FUTEX_CMP_REQUEUE_PI))],
    // FUTEX_PRIVATE_FLAG is a bit of the same argument.
    lets: open().deny('futex', ({ op }) => op.eq(FUTEX_CMP_REQUEUE_PI)),
  },
  {
    id: 'shocker',
    stops: [open().deny('open_by_handle_at')],
    lets: open().deny('name_to_handle_at'),
  },
  {
    id: 'CVE-2016-0728',
    stops: [
      open().deny('keyctl', ({ option, arg2 }) => all(option.eq(KEYCTL_JOIN_SESSION_KEYRING), arg2.ne(0))),
    ],
    // An anonymous keyring is another thing.
    lets: open().deny('keyctl', ({ option, arg2 }) =>
      all(option.eq(KEYCTL_JOIN_SESSION_KEYRING), arg2.eq(0)),
    ),
  },
  {
    id: 'CVE-2016-8655',
    stops: [
      noUserNamespacesBeforeClone3(open()),
      noPacketSockets(),
      noPacketOptions(PACKET_RX_RING, PACKET_TX_RING),
      noPacketOptions(PACKET_VERSION),
    ],
    lets: noPacketOptions(PACKET_RX_RING),
  },
  {
    id: 'CVE-2017-5123',
    stops: [open().deny('waitid', ({ infop }) => infop.ne(0))],
    lets: open().deny('wait4'),
  },
  {
    id: 'CVE-2017-6074',
    stops: [
      noSocketcallOf(
        SYS_SOCKET,
        open().deny('socket', ({ family, type }) => all(family.eq(AF_INET6), type.masked(0xf).eq(SOCK_DCCP))),
      ),
    ],
    // SOCK_CLOEXEC and SOCK_NONBLOCK are bits of the same argument.
    lets: noSocketcallOf(
      SYS_SOCKET,
      open().deny('socket', ({ family, type }) => all(family.eq(AF_INET6), type.eq(SOCK_DCCP))),
    ),
  },
  {
    id: 'CVE-2017-7308',
    stops: [
      noUserNamespacesBeforeClone3(open()),
      noPacketSockets(),
      noPacketOptions(PACKET_RX_RING, PACKET_TX_RING),
    ],
    lets: noPacketOptions(PACKET_RX_RING),
  },
  {
    id: 'CVE-2019-10063',
    stops: [open().deny('ioctl', ({ cmd }) => cmd.eq(TIOCSTI))],
    lets: open().deny('ptrace'),
  },
  {
    id: 'CVE-2019-13272',
    stops: [open().deny('ptrace', ({ request }) => request.eq(PTRACE_TRACEME))],
    lets: open().deny('ptrace', ({ request }) => request.eq(PTRACE_ATTACH)),
  },
  {
    id: 'CVE-2020-8835',
    stops: [open().deny('bpf', ({ cmd }) => cmd.eq(BPF_PROG_LOAD))],
    lets: open().deny('bpf', ({ cmd }) => cmd.eq(BPF_MAP_CREATE)),
  },
  {
    id: 'CVE-2020-14386',
    stops: [noUserNamespaces(open()), noPacketSockets(), noPacketOptions(PACKET_RX_RING)],
    // A ring for sending is another thing.
    lets: noPacketOptions(PACKET_TX_RING, PACKET_VERSION),
  },
  {
    id: 'CVE-2021-3490',
    stops: [open().deny('bpf', ({ cmd }) => cmd.eq(BPF_PROG_LOAD))],
    lets: open().deny('bpf', ({ cmd }) => cmd.eq(BPF_MAP_CREATE)),
  },
  {
    id: 'CVE-2021-4154',
    stops: [
      noUserNamespaces(open()),
      open().deny('fsopen', 'fspick'),
      open().deny('fsconfig', ({ cmd }) => cmd.in(2, 3, 4, 5)),
    ],
    // FSCONFIG_SET_PATH_EMPTY is left.
    lets: open().deny('fsconfig', ({ cmd }) => cmd.in(2, 3, 5)),
  },
  {
    id: 'CVE-2021-22555',
    stops: [
      noUserNamespaces(open()),
      open()
        .deny('setsockopt', ({ level, optname }) => all(level.in(SOL_IP, SOL_IPV6), optname.in(64, 96)))
        .deny('socketcall', ({ call }) => call.eq(SYS_SETSOCKOPT)),
    ],
    compatOnly: [1],
    lets: open().deny('ioctl'),
  },
  {
    id: 'CVE-2021-26708',
    stops: [
      noSocketcallOf(
        SYS_SOCKET,
        open().deny('socket', ({ family }) => family.eq(AF_VSOCK)),
      ),
    ],
    // The family has sockets of other types.
    lets: noSocketcallOf(
      SYS_SOCKET,
      open().deny('socket', ({ family, type }) => all(family.eq(AF_VSOCK), type.masked(0xf).eq(SOCK_STREAM))),
    ),
  },
  {
    id: 'CVE-2021-41073',
    stops: [open().deny('io_uring_setup')],
    lets: open().deny('io_uring_enter'),
  },
  {
    id: 'CVE-2021-43267',
    stops: [noSocketcallOf(SYS_SOCKET, noNetlink(NETLINK_GENERIC))],
    // A socket of TIPC enables no bearer.
    lets: open().deny('socket', ({ family }) => family.eq(AF_TIPC)),
  },
  {
    id: 'CVE-2022-0185',
    stops: [
      noUserNamespaces(open()),
      open().deny('fsopen', 'fspick'),
      open().deny('fsconfig', ({ cmd }) => cmd.in(0, 1)),
    ],
    lets: open().deny('fsconfig', ({ cmd }) => cmd.eq(1)),
  },
  {
    id: 'CVE-2022-0492',
    stops: [noUserNamespaces(open()), open().deny('mount', 'fsconfig', 'mount_setattr')],
    lets: open().deny('mount', 'fsopen', 'fsmount'),
  },
  {
    id: 'CVE-2022-0847',
    stops: [open().deny('splice', 'sendfile', 'sendfile64', 'io_uring_setup')],
    // sendfile splices too.
    lets: open().deny('splice', 'tee', 'vmsplice', 'io_uring_setup'),
  },
  {
    id: 'CVE-2022-0995',
    stops: [
      open().deny('pipe2', ({ flags }) => flags.hasAny(O_EXCL)),
      open().deny('ioctl', ({ cmd }) => cmd.in(0x5761, 0x20005761)),
    ],
    // O_CLOEXEC may stand beside the flag.
    lets: open().deny('pipe2', ({ flags }) => flags.eq(O_EXCL)),
  },
  {
    id: 'CVE-2022-2588',
    stops: [noUserNamespaces(open()), noHiddenSockets(noNetlink(NETLINK_ROUTE))],
    lets: open().deny('unshare', 'clone3', 'setns'),
  },
  {
    id: 'CVE-2022-29582',
    stops: [open().deny('io_uring_setup')],
    lets: open().deny('io_uring_register'),
  },
  {
    id: 'CVE-2023-0386',
    stops: [
      noUserNamespaces(open()),
      open()
        .deny('mount')
        .deny('fsconfig', ({ cmd }) => cmd.eq(FSCONFIG_CMD_CREATE)),
    ],
    lets: open()
      .deny('mount', 'fspick')
      .deny('fsconfig', ({ cmd }) => cmd.eq(FSCONFIG_CMD_RECONFIGURE)),
  },
  {
    id: 'CVE-2023-2598',
    stops: [open().deny('io_uring_setup')],
    lets: open().deny('io_uring_enter'),
  },
  {
    id: 'CVE-2024-0582',
    stops: [open().deny('io_uring_setup')],
    lets: open().deny('io_uring_register'),
  },
  {
    id: 'CVE-2024-1086',
    stops: [noUserNamespaces(open()), noHiddenSockets(noNetlink(NETLINK_NETFILTER))],
    lets: open().deny('socket', ({ family }) => family.eq(AF_NETLINK)),
  },
  {
    id: 'CVE-2025-21756',
    stops: [noHiddenSockets(open().deny('socket', ({ family }) => family.eq(AF_VSOCK)))],
    lets: open()
      .deny('socket', ({ family }) => family.eq(AF_VSOCK))
      .deny('io_uring_enter'),
  },
  {
    id: 'CVE-2025-38236',
    stops: [
      open()
        .deny('sendto', ({ flags }) => flags.hasAny(MSG_OOB))
        .deny('sendmsg', ({ flags }) => flags.hasAny(MSG_OOB))
        .deny('sendmmsg', ({ flags }) => flags.hasAny(MSG_OOB))
        .deny('socketcall', ({ call }) => call.in(SYS_SEND, SYS_SENDTO, SYS_SENDMSG, SYS_SENDMMSG))
        .deny('io_uring_setup'),
    ],
    // MSG_OOB may stand beside other flags.
    lets: open()
      .deny('sendto', ({ flags }) => flags.eq(MSG_OOB))
      .deny('sendmsg', ({ flags }) => flags.eq(MSG_OOB))
      .deny('sendmmsg', ({ flags }) => flags.eq(MSG_OOB))
      .deny('socketcall')
      .deny('io_uring_setup'),
  },
  {
    id: 'CVE-2026-31431',
    stops: [noHiddenSockets(open().deny('socket', ({ family }) => family.eq(AF_ALG)))],
    lets: open().deny('socket', ({ family }) => family.eq(AF_ALG)),
  },
  {
    id: 'CVE-2026-43284',
    stops: [
      noUserNamespaces(open()),
      noHiddenSockets(noNetlink(NETLINK_XFRM).deny('socket', ({ family }) => family.eq(AF_KEY))),
    ],
    lets: open().deny('unshare'),
  },
  {
    id: 'CVE-2026-43499',
    stops: [
      open()
        .deny('futex', ({ op }) => op.masked(0xfffffe7f).eq(FUTEX_CMP_REQUEUE_PI))
        .deny('futex_time64', ({ op }) => op.masked(0xfffffe7f).eq(FUTEX_CMP_REQUEUE_PI)),
    ],
    // FUTEX_PRIVATE_FLAG is a bit of the same argument.
    lets: open().deny('futex', 'futex_time64', ({ op }) => op.eq(FUTEX_CMP_REQUEUE_PI)),
  },
  {
    id: 'CVE-2026-43500',
    stops: [
      noHiddenSockets(open().deny('socket', ({ family }) => family.eq(AF_RXRPC))),
      open().deny('add_key', 'request_key', 'keyctl'),
    ],
    lets: open().deny('add_key', 'keyctl'),
  },
  {
    id: 'CVE-2026-46331',
    stops: [noUserNamespaces(open()), noHiddenSockets(noNetlink(NETLINK_ROUTE))],
    lets: open().deny('unshare', 'clone3', 'setns'),
  },
]
