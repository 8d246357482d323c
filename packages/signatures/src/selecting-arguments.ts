/*
 * The arguments that select what a call does.
 *
 * `ioctl` with TIOCGWINSZ asks for the size of a terminal, and with TIOCSTI it types into it. A policy made from recordings
 * narrows such a call to the values that were seen. It must not narrow arguments whose values change from run to run: it
 * would then refuse the same program tomorrow. So an argument is in the table only if a value that was not seen is a thing
 * that the program was not seen to do.
 *
 * Not in the table: descriptors, signals, sizes and times; `op` of `futex`, which depends on who waits; `behavior` of
 * `madvise`, which an allocator chooses under pressure; flags of `openat`, of which the permissions of the file decide;
 * `clone3`, whose flags are in memory.
 */

/** An argument that selects what a call does. */
export interface SelectingArgument {
  readonly call: string
  /** The kernel's name of the parameter, such as `family`. */
  readonly argument: string
  /** Whether the argument is one value, or independent bits, each of which adds something. */
  readonly kind: 'value' | 'flags'
  /** The bits that select, where others of the argument do not. */
  readonly bits?: number
  /** What the argument selects, and the manual page that says so. */
  readonly reason: string
}

const value = (call: string, argument: string, reason: string, bits?: number): SelectingArgument => ({
  call,
  argument,
  kind: 'value',
  ...(bits === undefined ? {} : { bits }),
  reason,
})

const flags = (call: string, argument: string, reason: string, bits?: number): SelectingArgument => ({
  ...value(call, argument, reason, bits),
  kind: 'flags',
})

/** SOCK_TYPE_MASK. The other bits are SOCK_CLOEXEC and SOCK_NONBLOCK, which say nothing of the socket. */
const SOCKET_TYPE = 0xf
/** The bits of `clone_flags` other than CSIGNAL, the signal that the parent gets. */
const CLONE_BITS = 0xffff_ff00

const SOCKETS: readonly SelectingArgument[] = ['socket', 'socketpair'].flatMap((call) => [
  value(call, 'family', `the family, and so the code of the kernel that serves the socket: ${call}(2)`),
  value(call, 'type', `stream, datagram, raw or packet: ${call}(2)`, SOCKET_TYPE),
  value(
    call,
    'protocol',
    'the protocol of the family; for AF_NETLINK a part of the kernel: socket(2), netlink(7)',
  ),
])

const OPTIONS: readonly SelectingArgument[] = ['setsockopt', 'getsockopt'].flatMap((call) => [
  value(call, 'level', 'the layer whose option it is: setsockopt(2)'),
  value(call, 'optname', 'the option; each has code of its own: setsockopt(2), socket(7), ip(7), tcp(7)'),
])

const MEMORY: readonly SelectingArgument[] = ['mmap', 'mmap2', 'mprotect', 'pkey_mprotect'].map((call) =>
  flags(call, 'prot', 'PROT_EXEC makes memory executable, PROT_WRITE writable: mmap(2), mprotect(2)'),
)

const CONTROLS: readonly SelectingArgument[] = ['shmctl', 'msgctl', 'semctl'].map((call) =>
  value(call, 'cmd', `the operation: to ask, to change the owner, to remove, to lock: ${call}(2)`),
)

/** Every argument that selects what its call does. The arguments of one call stand together, in their order. */
export const SELECTING_ARGUMENTS: readonly SelectingArgument[] = [
  ...SOCKETS,
  ...OPTIONS,
  value('socketcall', 'call', 'the socket call that is made; its own arguments are in memory: socketcall(2)'),
  value('ipc', 'call', 'the call of System V IPC that is made: ipc(2)'),
  flags('clone', 'clone_flags', 'a process, a thread, or new namespaces: clone(2)', CLONE_BITS),
  flags('unshare', 'unshare_flags', 'the namespaces that are new: unshare(2)'),
  // With 0 the kernel enters a namespace of any kind, so fewer bits are not less.
  value('setns', 'flags', 'the kind of namespace that is entered, 0 for any: setns(2)'),
  ...MEMORY,
  flags('shmat', 'shmflg', 'SHM_EXEC makes the segment executable: shmat(2)'),
  value('ioctl', 'cmd', 'the request; each device has its own: ioctl(2)'),
  value('fcntl', 'cmd', 'the operation on the descriptor: fcntl(2)'),
  value('fcntl64', 'cmd', 'the operation on the descriptor: fcntl(2)'),
  value('prctl', 'option', 'the property of the process that is read or changed: prctl(2)'),
  value('arch_prctl', 'option', 'the property of the thread that is read or changed: arch_prctl(2)'),
  value('personality', 'personality', 'the execution domain; 0xffffffff asks for it: personality(2)'),
  value('keyctl', 'option', 'the operation on keys: keyctl(2)'),
  value('bpf', 'cmd', 'the operation: to load a program, to make a map: bpf(2)'),
  value('seccomp', 'op', 'the operation: to attach a filter, to ask what is there: seccomp(2)'),
  value('ptrace', 'request', 'the operation on the traced process: ptrace(2)'),
  value('kcmp', 'type', 'the resource that two processes are compared by: kcmp(2)'),
  ...CONTROLS,
  // MS_REMOUNT, MS_BIND, MS_MOVE and none of them are four operations, so fewer bits are not less.
  value('mount', 'flags', 'the operation: to mount, to bind, to move, to change options: mount(2)'),
  value('fsconfig', 'cmd', 'the operation on the configuration of a file system: fsconfig(2)'),
  flags('execveat', 'flags', 'AT_EMPTY_PATH executes what a descriptor is open on: execveat(2)'),
  value('io_uring_register', 'opcode', 'the operation on the rings: io_uring_register(2)'),
  value('reboot', 'cmd', 'the operation: to restart, to halt, to load another kernel: reboot(2)'),
  value(
    'syslog',
    'type',
    'the operation on the log of the kernel: to read, to clear, to turn off: syslog(2)',
  ),
]
