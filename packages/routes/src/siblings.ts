/* Groups of calls with the same effect: the calls that everybody knows, and the calls that people forget. */
import {
  CLONE_NEWCGROUP,
  CLONE_NEWIPC,
  CLONE_NEWNET,
  CLONE_NEWNS,
  CLONE_NEWPID,
  CLONE_NEWUSER,
  CLONE_NEWUTS,
} from '@seccompile/constants/clone'
import { valueOn } from '@seccompile/constants'
import type { Constant } from '@seccompile/constants'
import { PROT_EXEC } from '@seccompile/constants/prot'
import { SHM_EXEC } from '@seccompile/constants/shm'
import type { Capability } from '@seccompile/policy'
import { all, argument, not } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import { argumentOf } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { argumentIs } from './argument-is.ts'

/** A call by which a program does what the group is about. */
export interface SiblingCall {
  readonly name: string
  /**
   * The arguments with which the call does it; any arguments where absent. `undefined` where the ABI lacks the
   * argument.
   */
  readonly args?: (abi: AbiTable) => Predicate | undefined
  /** Lists of further calls. The call has its effect only if all calls of one list run too. */
  readonly with?: readonly (readonly string[])[]
  /** The capability without which the kernel always refuses the call. */
  readonly cap?: Capability
}

/** Calls with the same effect. */
export interface Siblings {
  /** The effect of the calls: `open a file`. */
  readonly does: string
  /** The topic of the group. For groups with one topic, only the first gap is reported. */
  readonly topic: string
  /** The calls that everybody knows. A filter that refuses them is meant to refuse their effect. */
  readonly known: readonly SiblingCall[]
  /** The calls that people forget. */
  readonly others: readonly SiblingCall[]
  /**
   * The filters in which a refusal of the known calls shows that their effect is to be refused: allow-lists, deny-lists,
   * or filters under which the known calls run with other arguments (`tested`). An allow-list may also lack calls only
   * because its programs do not need them.
   */
  readonly meant: readonly ('allow-list' | 'deny-list' | 'tested')[]
}

const ways = (...names: readonly string[]): readonly SiblingCall[] => names.map((name) => ({ name }))

/** The condition that the argument has the bit of `flag` set. */
const flagged =
  (name: string, wanted: string, flag: Constant) =>
  (abi: AbiTable): Predicate | undefined => {
    const found = argumentOf(abi, name, wanted)
    const value = valueOn(flag, abi.token)
    if (found === undefined || found.high !== undefined || value === undefined) return undefined
    const bit = BigInt(value)
    return argument(found.index, [{ lo: bit, hi: bit }], bit)
  }

/**
 * The condition that sendto has an address. A length of 0 means that it has none; on m68k no register holds the
 * length.
 * @see net/socket.c: __sys_sendto(), move_addr_to_kernel()
 */
function addressed(abi: AbiTable): Predicate | undefined {
  const given = ['addr', 'addr_len'].flatMap((name) => argumentIs(abi, 'sendto', name, 0n) ?? [])
  return given.length === 0 ? undefined : all(given.map(not))
}

const NAMESPACES: readonly (readonly [Constant<'clone'>, string])[] = [
  [CLONE_NEWUSER, 'user'],
  [CLONE_NEWNS, 'mount'],
  [CLONE_NEWNET, 'network'],
  [CLONE_NEWPID, 'process'],
  [CLONE_NEWIPC, 'IPC'],
  [CLONE_NEWUTS, 'UTS'],
  [CLONE_NEWCGROUP, 'cgroup'],
]

/** The groups about one kind of namespace. `clone` has the flag in a register, `clone3` in memory. */
function namespaces(flag: Constant<'clone'>, kind: string): readonly Siblings[] {
  const clone: SiblingCall = { name: 'clone', args: flagged('clone', 'clone_flags', flag) }
  const unshare: SiblingCall = { name: 'unshare', args: flagged('unshare', 'unshare_flags', flag) }
  const rest = ways('clone3', 'setns')
  const does = `enter another ${kind} namespace`
  return [
    { does, topic: 'namespaces', known: [clone], others: [...rest, unshare], meant: ['tested'] },
    { does, topic: 'namespaces', known: [unshare], others: [...rest, clone], meant: ['deny-list', 'tested'] },
  ]
}

/**
 * The condition that prlimit64 changes a limit. With a null address for the new limit, the call only reads.
 * @see kernel/sys.c: prlimit64
 */
function changingLimit(abi: AbiTable): Predicate | undefined {
  const asking = argumentIs(abi, 'prlimit64', 'new_rlim', 0n)
  return asking && not(asking)
}

/** A message needs a socket, which one of two calls makes. */
const SOCKET = [['socket'], ['socketpair']] as const

/** The groups about messages: sendmsg without an address does what sendto does. @see net/socket.c */
const MESSAGES: readonly Siblings[] = [
  {
    does: 'send a message',
    topic: 'messages to',
    known: ways('send', 'sendto'),
    others: ['sendmsg', 'sendmmsg'].map((name) => ({ name, with: SOCKET })),
    meant: ['deny-list'],
  },
  {
    does: 'receive a message',
    topic: 'messages from',
    known: ways('recv', 'recvfrom'),
    others: ['recvmsg', 'recvmmsg', 'recvmmsg_time64'].map((name) => ({ name, with: SOCKET })),
    meant: ['deny-list'],
  },
]

/** Groups of calls of which a newer one, or one with more to say, does what the known ones do. */
const MORE_THAN_KNOWN: readonly Siblings[] = (
  [
    ['change how a process is scheduled', ['sched_setscheduler', 'sched_setparam'], ['sched_setattr']],
    ['change how a process is scheduled', ['nice', 'setpriority'], ['sched_setattr']],
    [
      'set the clock',
      ['stime', 'settimeofday'],
      ['clock_settime', 'clock_settime64', 'adjtimex', 'clock_adjtime', 'clock_adjtime64'],
    ],
    ['become another user', ['setuid', 'setuid32'], ['setreuid', 'setreuid32', 'setresuid', 'setresuid32']],
    ['become another group', ['setgid', 'setgid32'], ['setregid', 'setregid32', 'setresgid', 'setresgid32']],
    [
      'ask about a mounted file system',
      ['statfs', 'statfs64', 'fstatfs', 'fstatfs64'],
      ['ustat', 'statmount'],
    ],
    [
      'wait on a word of memory, or wake who waits',
      ['futex', 'futex_time64'],
      ['futex_wait', 'futex_waitv', 'futex_wake', 'futex_requeue'],
    ],
    ['watch files', ['inotify_init', 'inotify_init1'], ['fanotify_init']],
  ] as const
).map(([does, known, others]) => ({
  does,
  topic: does,
  known: ways(...known),
  others: ways(...others),
  meant: ['deny-list'],
}))

/** Every group. */
export const SIBLINGS: readonly Siblings[] = [
  // openat2 has its flags in memory; open_by_handle_at needs no path.
  {
    does: 'open a file',
    topic: 'open',
    known: ways('open', 'openat'),
    others: [...ways('openat2', 'creat'), { name: 'open_by_handle_at', cap: 'CAP_DAC_READ_SEARCH' }],
    meant: ['allow-list', 'deny-list'],
  },
  // With AT_EMPTY_PATH, execveat executes what a descriptor is open on.
  {
    does: 'execute a file',
    topic: 'execute',
    known: ways('execve'),
    others: ways('execveat'),
    meant: ['allow-list', 'deny-list'],
  },
  ...NAMESPACES.flatMap(([flag, kind]) => namespaces(flag, kind)),
  // The mount API of Linux 5.2, which util-linux uses alone: CVE-2021-41133.
  {
    does: 'change what is mounted',
    topic: 'mounts',
    known: ways('mount'),
    others: [
      { name: 'move_mount', with: [['open_tree'], ['fsopen', 'fsconfig', 'fsmount']] },
      { name: 'mount_setattr' },
      { name: 'open_tree_attr' },
      { name: 'fsconfig', with: [['fspick']] }, // fsconfig changes the options of a mounted file system
    ],
    meant: ['deny-list'],
  },
  {
    does: 'reach into another process',
    topic: 'tracing',
    known: ways('ptrace'),
    others: ways('process_vm_writev', 'process_vm_readv', 'pidfd_getfd'),
    meant: ['deny-list'],
  },
  // A datagram needs no connection, and with MSG_FASTOPEN a stream makes one.
  {
    does: 'send to any address',
    topic: 'sending',
    known: ways('connect'),
    others: [
      { name: 'sendto', args: addressed, with: [['socket']] },
      { name: 'sendmsg', with: [['socket']] },
      { name: 'sendmmsg', with: [['socket']] },
    ],
    meant: ['deny-list'],
  },
  ...MESSAGES,
  {
    does: 'read a file',
    topic: 'reading',
    known: ways('read', 'readv'),
    others: ways('pread64', 'preadv', 'preadv2', 'sendfile', 'sendfile64', 'splice', 'copy_file_range'),
    meant: ['deny-list'],
  },
  {
    does: 'write to a file',
    topic: 'writing',
    known: ways('write', 'writev'),
    others: ways('pwrite64', 'pwritev', 'pwritev2', 'sendfile', 'sendfile64', 'splice', 'copy_file_range'),
    meant: ['deny-list'],
  },
  {
    does: 'change a limit',
    topic: 'limits',
    known: ways('setrlimit'),
    others: [{ name: 'prlimit64', args: changingLimit }],
    meant: ['deny-list'],
  },
  ...MORE_THAN_KNOWN,
  // @see systemd.exec(5): MemoryDenyWriteExecute
  {
    does: 'make memory executable',
    topic: 'code',
    known: [{ name: 'mprotect', args: flagged('mprotect', 'prot', PROT_EXEC) }],
    others: [
      { name: 'pkey_mprotect', args: flagged('pkey_mprotect', 'prot', PROT_EXEC) },
      { name: 'shmat', args: flagged('shmat', 'shmflg', SHM_EXEC) },
    ],
    meant: ['tested'],
  },
]
