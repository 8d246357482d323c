/* The preset `unix-sockets-only`: a program talks to processes of its machine, but to no network. */
import { AF_UNIX } from '@seccompile/constants/af'
import { errno } from '@seccompile/policy'
import type { Action, PolicyBuilder } from '@seccompile/policy'
import {
  BREAKS_WITH_EVERY_LIST,
  BREAKS_WITHOUT_SOCKETCALL,
  denyList,
  denyUnseenSockets,
  HELPER_LOOKS_UP_NAMES,
  NEEDS_WITHOUT_SOCKETCALL,
} from './deny-list.ts'
import type { Preset } from './preset.ts'

/** The errno of a kernel without the family; programs then try another family. @see socket(2) */
const REFUSED: Action = errno('EAFNOSUPPORT')

/**
 * The preset `unix-sockets-only`: EAFNOSUPPORT for sockets and socketpairs of every family except AF_UNIX, at the 32
 * bits of `family` that the kernel reads; ENOSYS for io_uring, which opens sockets where no filter looks.
 */
export const unixSocketsOnly: PolicyBuilder = denyUnseenSockets(
  denyList('unix-sockets-only').deny('socket', 'socketpair', ({ family }) => family.ne(AF_UNIX), REFUSED),
  ['socket', 'socketpair'],
  REFUSED,
)

/** The preset `unix-sockets-only`, with its note. */
export const unixSocketsOnlyPreset: Preset = {
  name: 'unix-sockets-only',
  summary: 'no sockets but those of AF_UNIX, socketpairs included; no io_uring',
  policy: unixSocketsOnly,
  note: {
    against:
      'A program that reaches a network or a protocol of the kernel by sockets: AF_INET and AF_INET6, AF_NETLINK and ' +
      'AF_PACKET, AF_ALG, AF_VSOCK, which reaches the host of a virtual machine, and all families to come.',
    leavesOpen: [
      'Every unix socket that the program can reach, by a path or by an abstract name: the filter does not see the address. ' +
        'The socket of Docker gives root on the machine; X11, D-Bus, ssh-agent and systemd-resolved are others. Hide the ' +
        'paths, and give the program a network namespace of its own: abstract names belong to it.',
      'Sockets of other families that the program inherits, or receives over a unix socket: all calls on them run.',
      'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole ' +
        'process that has one. no-tracing beside this preset shuts the calls, and not the file.',
      HELPER_LOOKS_UP_NAMES,
    ],
    breaks: [
      'All networking, DNS included, and what asks the kernel by netlink: ip, ss, getifaddrs(), and bubblewrap with ' +
        '--unshare-net or --unshare-all inside the filter.',
      BREAKS_WITHOUT_SOCKETCALL,
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: NEEDS_WITHOUT_SOCKETCALL,
    sources: [
      'socket(2), unix(7), address_families(7)',
      'net/socket.c: sys_socketcall()',
      'CVE-2026-31431 for AF_ALG',
      'https://github.com/flatpak/flatpak/pull/6773 for socketcall',
    ],
  },
  keeps: [{ call: 'socket', args: { family: AF_UNIX } }],
}
