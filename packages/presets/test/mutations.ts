/** Faults that the tests of this package must catch: each leaves a way open that a preset claims to shut. */
export const mutations: readonly {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
}[] = [
  {
    name: 'lets calls run that no table knows',
    file: 'src/deny-list.ts',
    find: " unknown: errno('ENOSYS'),",
    replace: ' unknown: errno(1),',
  },
  {
    name: 'leaves programs of another ABI alone with errors',
    file: 'src/deny-list.ts',
    find: 'badArch: KILL_PROCESS',
    replace: "badArch: errno('ENOSYS')",
  },
  {
    name: 'forgets that s390x has socketcall',
    file: 'src/socketcall.ts',
    find: " 's390x',",
    replace: '',
  },
  {
    name: 'no-network makes sockets',
    file: 'src/no-network.ts',
    find: ".deny('socket', 'connect', REFUSED)",
    replace: ".deny('connect', REFUSED)",
  },
  {
    name: 'no-network makes pairs of any type',
    file: 'src/no-network.ts',
    find: 'any(family.ne(AF_UNIX), type.masked(SOCK_TYPE_MASK).notIn(SOCK_STREAM, SOCK_SEQPACKET))',
    replace: 'any(family.ne(AF_UNIX), type.masked(SOCK_TYPE_MASK).eq(0))',
  },
  {
    name: 'no-network refuses pairs that close at exec',
    file: 'src/no-network.ts',
    find: 'type.masked(SOCK_TYPE_MASK).notIn',
    replace: 'type.notIn',
  },
  {
    name: 'no-network makes pairs of any family',
    file: 'src/no-network.ts',
    find: 'any(family.ne(AF_UNIX), ',
    replace: 'any(family.eq(0), ',
  },
  {
    name: 'no-network sends to short addresses',
    file: 'src/no-network.ts',
    find: 'addr_len.ne(0)',
    replace: 'addr_len.ge(16)',
  },
  {
    name: 'no-network sends to any address on m68k',
    file: 'src/no-network.ts',
    find: 'addr.ne(0)',
    replace: 'addr.eq(1)',
  },
  {
    name: 'no-network connects through socketcall',
    file: 'src/no-network.ts',
    find: "operationsOf('socket', 'connect', 'socketpair', 'sendto')",
    replace: "operationsOf('socket', 'socketpair', 'sendto')",
  },
  {
    name: 'no-network lets an inherited ring work',
    file: 'src/no-network.ts',
    find: ".deny('io_uring_setup', 'io_uring_enter', 'io_uring_register', errno('ENOSYS'))",
    replace: ".deny('io_uring_setup', errno('ENOSYS'))",
  },
  {
    name: 'unix-sockets-only makes pairs of any family',
    file: 'src/unix-sockets-only.ts',
    find: ".deny('socket', 'socketpair', ",
    replace: ".deny('socket', ",
  },
  {
    name: 'unix-sockets-only lets families below AF_UNIX be',
    file: 'src/unix-sockets-only.ts',
    find: 'family.ne(AF_UNIX)',
    replace: 'family.gt(AF_UNIX)',
  },
  {
    name: 'unix-sockets-only makes pairs through socketcall',
    file: 'src/unix-sockets-only.ts',
    find: "operationsOf('socket', 'socketpair')",
    replace: "operationsOf('socket')",
  },
  {
    name: 'no-io-uring lets rings be registered',
    file: 'src/no-io-uring.ts',
    find: "  'io_uring_register',\n",
    replace: '',
  },
  {
    name: 'no-tty-injection forgets TIOCLINUX',
    file: 'src/no-tty-injection.ts',
    find: 'cmd.in(TIOCSTI, TIOCLINUX)',
    replace: 'cmd.eq(TIOCSTI)',
  },
  {
    name: 'no-tty-injection has the numbers of x86_64 for all ABIs',
    file: 'src/no-tty-injection.ts',
    find: 'cmd.in(TIOCSTI, TIOCLINUX)',
    replace: 'cmd.in(0x5412, 0x541c)',
  },
  {
    name: 'no-new-namespaces forgets cgroups',
    file: 'src/clone-namespaces.ts',
    find: '[\n  CLONE_NEWNS,\n  CLONE_NEWCGROUP,',
    replace: '[\n  CLONE_NEWNS,',
  },
  {
    name: 'no-new-namespaces refuses clone only with all flags',
    file: 'src/no-new-namespaces.ts',
    find: 'clone_flags.hasAny(',
    replace: 'clone_flags.hasAll(',
  },
  {
    name: 'no-new-namespaces unshares into a time namespace',
    file: 'src/no-new-namespaces.ts',
    find: 'CLONE_NEWTIME, UNSHARE_EMPTY_MNTNS)',
    replace: 'UNSHARE_EMPTY_MNTNS)',
  },
  {
    name: 'no-new-namespaces lets C libraries take EPERM of clone3 for an answer',
    file: 'src/no-new-namespaces.ts',
    find: ".deny('clone3', errno('ENOSYS'))",
    replace: ".deny('clone3')",
  },
  {
    name: 'no-new-namespaces enters any namespace where setns names none',
    file: 'src/no-new-namespaces.ts',
    find: ".deny('setns')",
    replace: ".deny('setns', ({ flags }) => flags.ne(0))",
  },
  {
    name: 'no-tracing takes descriptors of other processes',
    file: 'src/no-tracing.ts',
    find: ".deny('pidfd_getfd', 'kcmp')",
    replace: ".deny('kcmp')",
  },
  {
    name: 'pure-compute opens files that it empties',
    file: 'src/pure-compute.ts',
    find: 'O_CREAT, O_TRUNC)',
    replace: 'O_CREAT)',
  },
  {
    name: 'pure-compute leaves openat2 to the default',
    file: 'src/pure-compute.ts',
    find: ".deny('openat2', errno('ENOSYS'))",
    replace: '',
  },
  {
    name: 'programs make processes',
    file: 'src/program-parts.ts',
    find: 'clone_flags.hasAll(CLONE_THREAD),',
    replace: 'clone_flags.ge(0),',
  },
  {
    name: 'threads make namespaces',
    file: 'src/program-parts.ts',
    find: ', clone_flags.hasNone(...CLONE_NAMESPACES)',
    replace: '',
  },
  {
    name: 'node-server makes sockets of any protocol',
    file: 'src/node-server.ts',
    find: 'protocol.in(IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP)',
    replace: 'protocol.ge(0)',
  },
  {
    name: 'node-server talks to every part of the kernel by AF_NETLINK',
    file: 'src/node-server.ts',
    find: ', protocol.eq(0))',
    replace: ')',
  },
  {
    name: 'mode-strict returns from handlers by one call on every ABI',
    file: 'src/mode-strict.ts',
    find: ".on(['x86', 's390', 's390x', 'ppc'],",
    replace: ".on(['x86', 's390', 's390x'],",
  },
  {
    name: 'nested-sandbox does not change the root',
    file: 'src/nested-sandbox.ts',
    find: "\n  .allow('pivot_root')",
    replace: '',
  },
]
