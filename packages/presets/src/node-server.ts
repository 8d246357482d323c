/*
 * A server that runs on Node.
 *
 * Node needs files to read and to write, sockets, threads, signals and polling. It starts no processes: `clone` makes
 * only threads, so `child_process` and `cluster` fail with EPERM. The sockets are those of TCP, UDP and unix, and
 * AF_NETLINK, by which getaddrinfo() of glibc and os.networkInterfaces() ask for the addresses of the machine.
 */
import { AF_INET, AF_INET6, AF_NETLINK, AF_UNIX } from '@seccompile/constants/af'
import { FICLONE, SIOCGIFINDEX, SIOCGIFNAME, TCSETS, TCSETSF, TCSETSW } from '@seccompile/constants/ioctl'
import { IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP } from '@seccompile/constants/ipproto'
import { SOCK_DGRAM, SOCK_STREAM, SOCK_TYPE_MASK } from '@seccompile/constants/sock'
import { groups } from '@seccompile/groups'
import { all, errno, KILL_PROCESS, policy } from '@seccompile/policy'
import type { PolicyBuilder } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import type { Preset } from './preset.ts'
import { harmlessIoctl, harmlessPrctl, threadsAlone, without } from './program-parts.ts'

/** The ABIs that Node.js is not built for. */
// prettier-ignore
const WITHOUT_NODE: readonly AbiToken[] = [
  'x32', 'm68k', 'mips', 'mipsel', 'mips64', 'mipsel64', 'mips64n32', 'mipsel64n32', 'parisc', 'parisc64', 'ppc', 'ppc64',
  's390', 'sh', 'sheb',
]

/**
 * The preset `node-server`: an allow-list for an HTTP server on Node, with worker threads and without child processes. Other
 * calls fail with EPERM.
 */
export const nodeServer: PolicyBuilder = policy({
  name: 'node-server',
  default: 'deny',
  badArch: KILL_PROCESS,
  unknown: errno('ENOSYS'),
  notFor: [
    { abis: WITHOUT_NODE, reason: 'Node.js is not built for it' },
    { abis: ['x86'], reason: 'its C libraries make sockets by socketcall, whose arguments are in memory' },
  ],
})
  .allow(...groups.base, ...groups.filesToRead)
  .allow(...without(groups.filesToWrite, 'mknod', 'mknodat'))
  .allow(...without(groups.descriptors, 'memfd_create', 'memfd_secret'))
  .allow(...without(groups.transfers, 'splice', 'tee', 'vmsplice'))
  .allow(...without(groups.watching, 'fanotify_init', 'fanotify_mark'))
  .allow(...groups.memory, ...groups.polling, ...groups.time, ...groups.systemInformation)
  .allow(...groups.identity, ...groups.resources, ...groups.scheduling)
  .allow(...without(groups.signals, 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'))
  .extend(threadsAlone)
  .extend(harmlessPrctl)
  .extend(harmlessIoctl)
  // setRawMode(), copyFile() by reference, and names of network interfaces need these requests.
  .allow('ioctl', ({ cmd }) => cmd.in(TCSETS, TCSETSW, TCSETSF, FICLONE, SIOCGIFNAME, SIOCGIFINDEX))
  // Sockets.
  .allow(...without(groups.sockets, 'socket', 'socketpair', 'socketcall'))
  .allow('socket', ({ family, type, protocol }) =>
    all(
      family.in(AF_UNIX, AF_INET, AF_INET6),
      type.masked(SOCK_TYPE_MASK).in(SOCK_STREAM, SOCK_DGRAM),
      protocol.in(IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP),
    ),
  )
  .allow('socket', ({ family, protocol }) => all(family.eq(AF_NETLINK), protocol.eq(0)))
  .allow('socketpair', ({ family }) => family.eq(AF_UNIX))
  // glibc of s390x makes sockets by socketcall, unless it was built for Linux 4.3 and newer.
  .on(['s390x'], (rules) => rules.allow('socketcall'))
  // A launcher such as bwrap waits for the server.
  .allow('wait4', 'waitid')

/** The preset `node-server`, with its note. */
export const nodeServerPreset: Preset = {
  name: 'node-server',
  summary:
    'a server on Node: files, TCP, UDP and unix sockets, worker threads and signals, and no child processes',
  policy: nodeServer,
  note: {
    against:
      'Code that an attacker runs in a server on Node, through a package or a hole: it starts no process, makes no namespace, ' +
      'loads nothing into the kernel, traces no other process, and reaches few of the parts of the kernel that exploits use.',
    leavesOpen: [
      'All files and all addresses that the user of the server may reach, for reading, writing and connecting: the filter sees ' +
        'no path and no address. Use file permissions, Landlock or a container besides.',
      '/proc/PID/mem, which is a file: the server reads and writes the memory of other processes of its user there, and they ' +
        'have no such filter. Give the server a user or a PID namespace of its own.',
      'execve, because starting Node takes it: the server may become another program, also a shell, under the same filter.',
      'kill, tkill and tgkill to other processes of the same user, and prlimit64, setpriority and sched_setscheduler on them, ' +
        'unless a PID namespace hides them.',
      'Code made in memory: the compiler of V8 needs memory that is writable and then executable.',
      'AF_NETLINK with NETLINK_ROUTE: with CAP_NET_ADMIN it changes addresses and routes.',
      'On s390x, socketcall, which makes sockets of every family.',
    ],
    breaks: [
      'child_process and cluster: fork, vfork and clone without CLONE_THREAD fail with EPERM.',
      'io_uring of libuv, which falls back on threads; SCTP, MPTCP and raw sockets; perf and inspection of other processes.',
      'Programs of another ABI, such as 32-bit programs on x86_64, end with SIGSYS at their first call.',
      'Addons that need further calls, such as those for serial ports, which need requests of ioctl.',
    ],
    needs:
      'Linux 3.17 for getrandom, which Node needs; before 4.14 a call of another ABI ends the thread alone. ' +
      'HTTP, HTTPS, DNS, fs, fs.watch, workers and process.kill work with Node 20.',
    sources: [
      'calls of node 20.20, read from strace on Linux 6.18',
      'socket(2), clone(2), socketcall(2), netlink(7)',
      'glibc: sysdeps/unix/sysv/linux/s390/kernel-features.h',
      'https://github.com/nodejs/node/blob/main/BUILDING.md',
    ],
  },
  keeps: [
    { call: 'execve' },
    { call: 'socket', args: { family: 2, type: 1 } },
    { call: 'bind' },
    { call: 'listen' },
    { call: 'accept4' },
    { call: 'epoll_ctl' },
    { call: 'clone', args: { clone_flags: 0x3d0f00 } },
  ],
}
