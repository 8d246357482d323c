/*
 * Policies that stop the attack of a record, and one that does not.
 *
 * `stops` has one deny-list for each smallest set of clauses that stops the attack. Each denies nothing else, so every call
 * that it refuses is a way: the tests open each of them in turn. Write each call that does it on any ABI: multiplexers and
 * io_uring too.
 */
import { AF_ALG, AF_KEY, AF_NETLINK } from '@seccompile/constants/af'
import { CLONE_NEWUSER } from '@seccompile/constants/clone'
import { TIOCSTI } from '@seccompile/constants/ioctl'
import { NETLINK_XFRM } from '@seccompile/constants/netlink'
import { SOL_IP, SOL_IPV6 } from '@seccompile/constants/sol'
import { all, any, policy } from '@seccompile/policy'
import type { Policy, PolicyBuilder } from '@seccompile/policy'

/** The policies on which a record is tried. */
export interface Trial {
  readonly id: string
  readonly stops: readonly [Policy, ...Policy[]]
  readonly lets: Policy
  /** Calls that only a compat ABI makes: the other ABIs are left out of the trial of `stops` at these places. */
  readonly compatOnly?: readonly number[]
}

const open = (): PolicyBuilder => policy({ default: 'allow' })

/** SYS_SOCKET and SYS_SETSOCKOPT of socketcall. @see include/uapi/linux/net.h */
const [SYS_SOCKET, SYS_SETSOCKOPT] = [1, 14]

/** Refuses sockets by the ways whose arguments no filter sees. */
const noHiddenSockets = (mine: PolicyBuilder): PolicyBuilder =>
  mine.deny('socketcall', ({ call }) => call.eq(SYS_SOCKET)).deny('io_uring_setup')

const noUserNamespaces = (mine: PolicyBuilder): PolicyBuilder =>
  mine
    .deny('unshare', ({ unshare_flags: flags }) => flags.hasAny(CLONE_NEWUSER))
    .deny('clone', ({ clone_flags: flags }) => flags.hasAny(CLONE_NEWUSER))
    .deny('clone3')
    .deny('setns', ({ flags }) => any(flags.eq(0), flags.hasAny(CLONE_NEWUSER)))

export const trials: readonly Trial[] = [
  {
    id: 'CVE-2019-10063',
    stops: [open().deny('ioctl', ({ cmd }) => cmd.eq(TIOCSTI))],
    lets: open().deny('ptrace'),
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
    id: 'CVE-2026-31431',
    stops: [noHiddenSockets(open().deny('socket', ({ family }) => family.eq(AF_ALG)))],
    lets: open().deny('socket', ({ family }) => family.eq(AF_ALG)),
  },
  {
    id: 'CVE-2026-43284',
    stops: [
      noUserNamespaces(open()),
      noHiddenSockets(
        open()
          .deny('socket', ({ family, protocol }) => all(family.eq(AF_NETLINK), protocol.eq(NETLINK_XFRM)))
          .deny('socket', ({ family }) => family.eq(AF_KEY)),
      ),
    ],
    lets: open().deny('unshare'),
  },
]
