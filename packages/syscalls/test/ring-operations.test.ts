import { isSyscallName, RING_OPERATIONS } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const names = RING_OPERATIONS.flatMap(({ calls, further = [] }) => [...calls, ...further])

it('names calls that exist, each once', () => {
  expect(names.filter((name) => !isSyscallName(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

it('lists the versions in their order', () => {
  const versions = RING_OPERATIONS.map(({ since: [major, minor] }) => 1000 * major + minor)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
})

/** The version that brought each opcode, by io_uring_enter(2) and io_uring_prep_cmd(3), and the calls that do what it does. */
const OPCODES: readonly (readonly [opcode: string, version: string, calls: string])[] = [
  ['READV', '5.1', 'readv preadv2'],
  ['WRITEV', '5.1', 'writev pwritev2'],
  ['FSYNC', '5.1', 'fsync'],
  ['SYNC_FILE_RANGE', '5.2', 'sync_file_range'],
  ['SENDMSG', '5.3', 'sendmsg'],
  ['RECVMSG', '5.3', 'recvmsg'],
  ['ACCEPT', '5.5', 'accept4'],
  ['CONNECT', '5.5', 'connect'],
  ['FALLOCATE', '5.6', 'fallocate'],
  ['OPENAT', '5.6', 'openat'],
  ['OPENAT2', '5.6', 'openat2'],
  ['STATX', '5.6', 'statx'],
  ['READ', '5.6', 'read pread64'],
  ['WRITE', '5.6', 'write pwrite64'],
  ['FADVISE', '5.6', 'fadvise64'],
  ['MADVISE', '5.6', 'madvise'],
  ['SEND', '5.6', 'sendto'],
  ['RECV', '5.6', 'recvfrom'],
  ['EPOLL_CTL', '5.6', 'epoll_ctl'],
  ['SPLICE', '5.7', 'splice'],
  ['TEE', '5.8', 'tee'],
  ['SHUTDOWN', '5.11', 'shutdown'],
  ['RENAMEAT', '5.11', 'renameat2'],
  ['UNLINKAT', '5.11', 'unlinkat'],
  ['MKDIRAT', '5.15', 'mkdirat'],
  ['SYMLINKAT', '5.15', 'symlinkat'],
  ['LINKAT', '5.15', 'linkat'],
  ['FSETXATTR', '5.19', 'fsetxattr'],
  ['SETXATTR', '5.19', 'setxattr'],
  ['FGETXATTR', '5.19', 'fgetxattr'],
  ['GETXATTR', '5.19', 'getxattr'],
  ['SOCKET', '5.19', 'socket'],
  ['SOCKET_URING_OP_SETSOCKOPT', '6.7', 'setsockopt'],
  ['WAITID', '6.7', 'waitid'],
  ['FTRUNCATE', '6.9', 'ftruncate'],
  ['BIND', '6.11', 'bind'],
  ['LISTEN', '6.11', 'listen'],
  ['PIPE', '6.16', 'pipe2'],
]

it('has the calls of each opcode from the kernel that brought it', () => {
  const theirs = OPCODES.flatMap(([, version, calls]) => calls.split(' ').map((call) => `${call} ${version}`))
  const ours = RING_OPERATIONS.flatMap(({ since, calls }) =>
    calls.map((call) => `${call} ${since.join('.')}`),
  )
  expect(ours.toSorted()).toEqual(theirs.toSorted())
})
