import { CLONE_NEWNET, CLONE_NEWUSER } from '@seccompile/constants/clone'
import { PROT_EXEC } from '@seccompile/constants/prot'
import { errno, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import type { LintExample } from '@seccompile/lint'
import { messagesOf } from './messages-of.ts'

/** ENOSYS on most ABIs; on mips it is 89, and parisc differs too. */
const ENOSYS_OF_MOST = 38

const found = (given: Policy, target?: LintExample['target']): readonly string[] =>
  messagesOf('sibling-open', given, target)

describe('sibling-open', () => {
  const open = policy({ default: 'allow' })
  const list = policy({ default: 'deny' })

  it('finds a call from the kernel that has it', () => {
    const given = list.allow('execveat')
    expect(found(given, { kernel: { major: 3, minor: 18 } })).toEqual([])
    expect(found(given, { kernel: { major: 3, minor: 19 } })).toEqual([
      'execveat(…) can execute a file, and execve(…) is refused',
    ])
  })

  it('shows the values of a call in the order of its C function, on s390x too', () => {
    const mine = policy({ default: 'allow', abis: ['s390x'] })
      .deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER))
      .deny('unshare', errno('EPERM'))
    expect(found(mine)).toEqual([
      'clone3(…) and setns(…) can enter another user namespace, and clone(CLONE_NEWUSER, …) is refused',
    ])
  })

  it('leaves variants in a list of what may not run to variant-gap', () => {
    expect(found(open.deny('execve', 'open', 'openat', 'fork', 'vfork', 'clone'))).toEqual([])
  })

  it('finds nothing where one of the known calls runs', () => {
    expect(found(open.deny('open'))).toEqual([])
    expect(found(open.deny('fork', 'vfork'))).toEqual([])
    expect(found(list.allow('openat', 'openat2', 'execve'))).toEqual([])
  })

  it('finds openat2 in a list of what may run that has no other way to open files', () => {
    expect(found(list.allow('openat2'))).toEqual(['openat2(…) can open a file, and open(…) is refused'])
    expect(found(policy({ default: 'deny', abis: ['aarch64'] }).allow('openat2'))).toEqual([
      'openat2(…) can open a file, and openat(…) is refused',
    ])
  })

  it('counts open_by_handle_at with the capability that the kernel asks for', () => {
    const given = open.deny('open', 'openat', 'openat2', 'creat')
    expect(found(given)).toEqual([])
    expect(found(given, { caps: ['CAP_DAC_READ_SEARCH'] })).toEqual([
      'open_by_handle_at(…) can open a file, and open(…) is refused',
    ])
  })

  it('takes a refusal by ENOSYS for none', () => {
    expect(found(open.deny('mount', 'umount2', errno('ENOSYS')))).toEqual([])
  })

  it('finds clone3 where clone runs, and with some arguments is refused by ENOSYS', () => {
    const listed = policy({ default: errno('ENOSYS') }).allow('clone', ({ clone_flags }) =>
      clone_flags.hasNone(CLONE_NEWUSER),
    )
    expect(found(listed)).toEqual([])
    expect(found(listed.allow('clone3'))).toEqual([
      'clone3(…) can enter another user namespace, and clone(CLONE_NEWUSER, …) is refused',
    ])
    expect(
      found(open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER), errno('ENOSYS'))),
    ).toHaveLength(1)
  })

  it('takes the number of ENOSYS of another ABI for an errno', () => {
    const given = (abi: AbiToken): Policy =>
      policy({ default: 'allow', abis: [abi] }).deny('mount', 'umount2', errno(ENOSYS_OF_MOST))
    expect(found(given('x86_64'))).toEqual([])
    expect(found(given('mips64'))).toHaveLength(1)
  })

  it('leaves out the word before the first argument on m68k', () => {
    const given = policy({ default: 'allow', abis: ['m68k'] })
      .deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER))
      .deny('clone3', 'setns')
    expect(found(given)).toEqual([
      'unshare(CLONE_NEWUSER, …) can enter another user namespace, and clone(CLONE_NEWUSER, …) is refused',
    ])
  })

  it('finds the other ways to a namespace that clone may not make', () => {
    const given = open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER))
    expect(found(given)).toEqual([
      'clone3(…), setns(…) and unshare(CLONE_NEWUSER, …) can enter another user namespace, and clone(CLONE_NEWUSER, …) is refused',
    ])
    const closed = given
      .deny('clone3', errno('ENOSYS'))
      .deny('setns')
      .deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(CLONE_NEWUSER))
    expect(found(closed)).toEqual([])
  })

  it('tells of one kind of namespace where several are refused', () => {
    const given = open.deny('clone', ({ clone_flags }) => clone_flags.hasAny(CLONE_NEWUSER, CLONE_NEWNET))
    expect(found(given)).toHaveLength(1)
  })

  it('finds clone(2) where only unshare is refused, and a namespace of another kind', () => {
    const given = open
      .deny('clone3', 'setns')
      .deny('unshare', ({ unshare_flags }) => unshare_flags.hasAny(CLONE_NEWNET))
    expect(found(given)).toEqual([
      'clone(CLONE_NEWNET, …) can enter another network namespace, and unshare(CLONE_NEWNET, …) is refused',
    ])
  })

  it('counts a list of what may run that tests the flags of clone, and none that leaves calls out', () => {
    const tested = list.allow('clone', ({ clone_flags }) => clone_flags.hasNone(CLONE_NEWUSER))
    expect(found(tested)).toEqual([])
    expect(found(tested.allow('clone3'))).toHaveLength(1)
    expect(found(list.allow('clone', 'clone3'))).toEqual([])
    expect(found(list.allow('clone3', 'sendto', 'socket', 'pwrite64', 'process_vm_readv'))).toEqual([])
  })

  it('needs all that makes a mount', () => {
    const given = open.deny('mount', 'mount_setattr', 'open_tree', 'open_tree_attr')
    expect(found(given)).toEqual([
      'move_mount(…) and fsconfig(…) can change what is mounted, and mount(…) is refused',
    ])
    expect(found(given.deny('fsmount', 'fspick'))).toEqual([])
  })

  it('looks at the address of sendto, and needs a socket', () => {
    const given = open.deny('connect', 'sendmsg', 'sendmmsg')
    expect(found(given)).toEqual([
      'sendto(0, 0, 0, 0, 1, 1, …) can send to any address, and connect(…) is refused',
    ])
    expect(found(given.deny('sendto', ({ addr }) => addr.ne(0)))).toEqual([])
    expect(found(given.deny('sendto', ({ addr_len }) => addr_len.ne(0)))).toEqual([])
    expect(found(given.deny('socket'))).toEqual([])
  })

  it('finds memory that pkey_mprotect or shmat makes executable', () => {
    const tested = list.allow('mprotect', ({ prot }) => prot.hasNone(PROT_EXEC))
    expect(found(tested)).toEqual([])
    expect(found(tested.allow('shmat', 'pkey_mprotect'))).toEqual([
      'pkey_mprotect(0, 0, PROT_EXEC, …) and shmat(0, 0, SHM_EXEC, …) can make memory executable, and mprotect(0, 0, PROT_EXEC, …) is refused',
    ])
    expect(found(list.allow('shmat'))).toEqual([])
  })

  it('finds ways into other processes and files in lists of what may not run', () => {
    expect(found(open.deny('ptrace', 'write', 'writev'))).toEqual([
      'process_vm_writev(…), process_vm_readv(…) and pidfd_getfd(…) can reach into another process, and ptrace(…) is refused',
      'pwrite64(…), pwritev(…), pwritev2(…), sendfile(…), splice(…) and copy_file_range(…) can write to a file, and write(…) is refused',
    ])
  })

  it.each([
    [['sendto'], 'sendmsg(…) and sendmmsg(…) can send a message, and sendto(…) is refused'],
    [['recvfrom'], 'recvmsg(…) and recvmmsg(…) can receive a message, and recvfrom(…) is refused'],
    [
      ['read', 'readv'],
      'pread64(…), preadv(…), preadv2(…), sendfile(…), splice(…) and copy_file_range(…) can read a file, and read(…) is refused',
    ],
    [['setrlimit'], 'prlimit64(0, 0, 1, …) can change a limit, and setrlimit(…) is refused'],
    [
      ['settimeofday'],
      'clock_settime(…), adjtimex(…) and clock_adjtime(…) can set the clock, and settimeofday(…) is refused',
    ],
    [
      ['sched_setscheduler', 'sched_setparam'],
      'sched_setattr(…) can change how a process is scheduled, and sched_setscheduler(…) is refused',
    ],
    [
      ['setpriority'],
      'sched_setattr(…) can change how a process is scheduled, and setpriority(…) is refused',
    ],
    [['setuid'], 'setreuid(…) and setresuid(…) can become another user, and setuid(…) is refused'],
    [['setgid'], 'setregid(…) and setresgid(…) can become another group, and setgid(…) is refused'],
    [
      ['statfs', 'fstatfs'],
      'ustat(…) and statmount(…) can ask about a mounted file system, and statfs(…) is refused',
    ],
    [
      ['futex'],
      'futex_wait(…), futex_waitv(…), futex_wake(…) and futex_requeue(…) can wait on a word of memory, or wake who waits, and futex(…) is refused',
    ],
    [['inotify_init', 'inotify_init1'], 'fanotify_init(…) can watch files, and inotify_init(…) is refused'],
    [
      ['mount', 'move_mount', 'mount_setattr', 'open_tree_attr'],
      'fsconfig(…) can change what is mounted, and mount(…) is refused',
    ],
  ] as const)('finds what does the same as %s in a list of what may not run', (names, message) => {
    expect(found(open.deny(...names))).toEqual([message])
    expect(found(list.allow('execve'))).toEqual([])
  })

  it('takes a question about a limit for no change of it', () => {
    const given = open.deny('setrlimit')
    expect(found(given.deny('prlimit64', ({ new_rlim }) => new_rlim.ne(0)))).toEqual([])
  })

  it('needs a socket to send by, and to receive by', () => {
    expect(found(open.deny('sendto', 'recvfrom', 'socket', 'socketpair'))).toEqual([])
  })

  it('names the ABI that has the gap', () => {
    const both = policy({ default: 'allow', abis: ['x86_64', 'x86'] })
      .deny('ptrace', 'process_vm_writev', 'process_vm_readv')
      .on(['x86_64'], (rules) => rules.deny('pidfd_getfd'))
    expect(found(both)).toEqual([
      'pidfd_getfd(…) can reach into another process, and ptrace(…) is refused (x86)',
    ])
  })
})
