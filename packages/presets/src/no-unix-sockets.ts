/*
 * The preset `no-unix-sockets`: a program has the network that it is given, and reaches no service of its machine by
 * unix sockets.
 *
 * Connected pairs stay, because programs make the pipes to their child processes from them. An end of a stream or
 * sequenced-packet pair has its peer for ever: the kernel refuses to connect it again (EISCONN) or to make it listen.
 * An end of a datagram pair sends to any address, so the preset refuses datagram pairs. The kernel makes a datagram
 * pair of SOCK_RAW too. The flags SOCK_CLOEXEC and SOCK_NONBLOCK are in the same argument as the type, so the type is
 * compared under SOCK_TYPE_MASK.
 * @see net/unix/af_unix.c: unix_create(), unix_stream_connect(), unix_listen(), unix_dgram_sendmsg()
 */
import { AF_UNIX } from '@seccompile/constants/af'
import { SOCK_SEQPACKET, SOCK_STREAM, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
import { all, errno } from '@seccompile/policy'
import type { Action, PolicyBuilder } from '@seccompile/policy'
import {
  BREAKS_WITH_EVERY_LIST,
  BREAKS_WITHOUT_SOCKETCALL,
  denyList,
  denyUnseenSockets,
  NEEDS_WITHOUT_SOCKETCALL,
} from './deny-list.ts'
import type { Preset } from './preset.ts'

/** The errno that a security module gives for a refused socket. @see socket(2) */
const REFUSED: Action = errno('EACCES')

/**
 * The preset `no-unix-sockets`: EACCES for sockets of AF_UNIX, and for its pairs other than stream and
 * sequenced-packet ones; ENOSYS for io_uring, which opens sockets where no filter looks.
 */
export const noUnixSockets: PolicyBuilder = denyUnseenSockets(
  denyList('no-unix-sockets')
    .deny('socket', ({ family }) => family.eq(AF_UNIX), REFUSED)
    .deny(
      'socketpair',
      ({ family, type }) =>
        all(family.eq(AF_UNIX), type.masked(SOCK_TYPE_MASK).notIn(SOCK_STREAM, SOCK_SEQPACKET)),
      REFUSED,
    ),
  ['socket', 'socketpair'],
  REFUSED,
)

/** The preset `no-unix-sockets`, with its note. */
export const noUnixSocketsPreset: Preset = {
  name: 'no-unix-sockets',
  summary: 'no unix sockets but connected pairs, so no service of the machine; no io_uring',
  policy: noUnixSockets,
  note: {
    against:
      'A program that leaves its sandbox by a service behind a unix socket, which does for the program what the sandbox ' +
      'refuses: Docker and its like, D-Bus with systemd, X11, ssh-agent, gpg-agent.',
    leavesOpen: [
      'All other families: AF_INET and AF_INET6 with every service of the machine on them, AF_NETLINK, AF_VSOCK, AF_ALG. ' +
        'no-exotic-sockets beside this preset shuts the rare ones, and no-network all.',
      'Unix sockets that the program inherits, or receives over a pair from a process outside: all calls on them run. From ' +
        'a datagram socket among them, sendto and connect reach any address; a listening one takes connections.',
      'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole ' +
        'process that has one. no-tracing beside this preset shuts the calls, and not the file.',
      'With CAP_SYS_ADMIN, mount of 9p with trans=unix: the kernel itself connects to a unix socket then.',
      'Other ways to talk to programs outside: a FIFO, a shared folder, message queues and shared memory of System V and ' +
        'POSIX, signals.',
    ],
    breaks: [
      'Everything that talks by unix sockets: X11, Wayland, D-Bus, ssh-agent, syslog(), nscd, databases on a unix socket, ' +
        'Docker, tmux, and the build servers of some tools. glibc does without nscd.',
      'Chromium, also without a window: it makes a unix socket when it starts, and ends. agent-command lets it make one.',
      'multiprocessing of Python with a Manager, or with forkserver, which is the default of Python 3.14.',
      'Datagram socketpairs, which Python’s socket.socketpair(type=SOCK_DGRAM) makes.',
      BREAKS_WITHOUT_SOCKETCALL,
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: NEEDS_WITHOUT_SOCKETCALL,
    sources: [
      'socket(2), socketpair(2), unix(7)',
      'net/unix/af_unix.c: unix_create(), unix_stream_connect(), unix_listen(); net/socket.c: sys_socketcall()',
      'net/9p/trans_fd.c: p9_fd_create_unix(); chrome/browser/process_singleton_posix.cc of Chromium',
      'io_uring_prep_socket(3), io_uring_prep_connect(3)',
      'https://github.com/openai/codex/pull/26625 for connected pairs',
    ],
  },
  keeps: [],
}
