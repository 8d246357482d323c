/*
 * The preset `no-network`: no sockets except pairs that are connected to each other.
 *
 * Programs that never use a network still use socketpairs: Node.js makes the pipes to its child processes from them,
 * and libraries write to them by sendto() without an address. So pairs are allowed, and the list makes sure that a
 * pair leads nowhere else. An end of a stream pair refuses an address (EISCONN), and one of a sequenced-packet pair
 * ignores it; an end of a datagram pair sends to any address, and for sendmsg() that address is in memory. So
 * datagram pairs are refused. AF_TIPC has pairs too, and these lead to a network.
 * @see net/unix/af_unix.c: unix_stream_sendmsg(), unix_seqpacket_sendmsg(), unix_dgram_sendmsg(); net/tipc/socket.c
 *
 * For sendto() with an address of length 0, the kernel passes no address on (net/socket.c: move_addr_to_kernel()). So
 * the preset tests the length, which is one word, and not the pointer, which is two. m68k hides the sixth argument,
 * so there the preset tests the pointer.
 *
 * bind, listen and accept are not refused. Because socket() is refused, they can only use sockets that the program
 * inherits. A program can read and write these anyway, and sendmsg() sends from them to any address.
 *
 * io_uring opens and connects sockets where no filter looks, so it is refused as well.
 */
import { AF_UNIX } from '@seccompile/constants/af'
import { SOCK_SEQPACKET, SOCK_STREAM, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
import { any, errno } from '@seccompile/policy'
import type { Action, PolicyBuilder } from '@seccompile/policy'
import { abis } from '@seccompile/syscalls'
import { BREAKS_WITH_EVERY_LIST, denyList, denyUnseenSockets, HELPER_LOOKS_UP_NAMES } from './deny-list.ts'
import type { Preset } from './preset.ts'

/** The errno that a security module gives for a refused socket. @see socket(2), connect(2) */
const REFUSED: Action = errno('EACCES')

/** The ABIs on which a filter sees the sixth argument. @see arch/m68k/kernel/entry.S */
const WITH_SIX_ARGUMENTS = abis.map(({ token }) => token).filter((token) => token !== 'm68k')

/**
 * The preset `no-network`: EACCES for sockets of every family, and for every call that gives a socket a peer; ENOSYS
 * for io_uring. Allowed are connected pairs of AF_UNIX, and sendto() without an address.
 */
export const noNetwork: PolicyBuilder = denyUnseenSockets(
  denyList('no-network')
    .deny('socket', 'connect', REFUSED)
    .deny(
      'socketpair',
      ({ family, type }) =>
        any(family.ne(AF_UNIX), type.masked(SOCK_TYPE_MASK).notIn(SOCK_STREAM, SOCK_SEQPACKET)),
      REFUSED,
    )
    .on(WITH_SIX_ARGUMENTS, (rules) => rules.deny('sendto', ({ addr_len }) => addr_len.ne(0), REFUSED))
    .on(['m68k'], (rules) => rules.deny('sendto', ({ addr }) => addr.ne(0), REFUSED)),
  ['socket', 'connect', 'socketpair', 'sendto'],
  REFUSED,
)

/** The preset `no-network`, with its note. */
export const noNetworkPreset: Preset = {
  name: 'no-network',
  summary: 'no way to a network: no sockets but connected pairs, no io_uring',
  policy: noNetwork,
  note: {
    against:
      'A program that sends data out, loads code, attacks the machine’s network services, or talks to services outside its ' +
      'sandbox by unix sockets: an agent’s shell command, a build, a plug-in.',
    leavesOpen: [
      'Sockets that are open already: those that the program inherits, and those that a process outside passes to it over a ' +
        'socketpair. All calls on them run but connect and sendto with an address. sendmsg and sendmmsg send to any ' +
        'address: it lies in memory. Close such sockets before the program starts.',
      'Other processes of the same user: with ptrace, pidfd_getfd or /proc/PID/mem a program takes a socket, or a whole ' +
        'process that has one. no-tracing beside this preset shuts the calls, and not the file.',
      'Files that lead out: a mounted network file system, a FIFO or a shared folder that a process outside reads, ' +
        'descriptors of devices such as /dev/net/tun and /dev/kvm.',
      HELPER_LOOKS_UP_NAMES,
      'Message queues and shared memory of System V and POSIX, by which programs outside talk to it.',
      'With CAP_SYS_ADMIN, mount of a network file system: the kernel itself connects then.',
    ],
    breaks: [
      'Everything that talks by sockets, also by unix sockets: DNS, databases on the same machine, X11, Wayland, D-Bus, ' +
        'ssh-agent, Docker. Where unix sockets are needed, take unix-sockets-only.',
      'bubblewrap with --unshare-net or --unshare-all inside the filter: it makes a socket to start the loopback device.',
      'Datagram socketpairs, which Python’s socket.socketpair(type=SOCK_DGRAM) makes.',
      'Socketpairs, and sendto without an address, of programs whose C library makes them through socketcall, such as a ' +
        'glibc for kernels before 4.3 on x86, s390 and s390x: the arguments lie in memory, so the operation is refused whole.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: 'No kernel in particular.',
    sources: [
      'socket(2), socketpair(2), send(2), unix(7)',
      'net/socket.c: __sys_sendto(), sys_socketcall(); net/unix/af_unix.c',
      'io_uring_prep_socket(3), io_uring_prep_connect(3)',
    ],
  },
  keeps: [],
}
