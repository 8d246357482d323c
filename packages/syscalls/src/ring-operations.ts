/**
 * The calls whose work io_uring does: a program writes an operation into memory that it shares with the kernel, and no filter
 * sees the operation. So a filter that refuses `socket` and allows `io_uring_setup` refuses no socket from Linux 5.19 on.
 */

/** Operations of io_uring that one kernel introduced, by the calls that have the same effect. */
export interface RingOperations {
  readonly since: readonly [major: number, minor: number]
  readonly calls: readonly string[]
}

/**
 * The operations of io_uring, the oldest first. setsockopt is a command of IORING_OP_URING_CMD. Operations that wait, wake a
 * futex, close a descriptor or read the options and the name of a socket have no entry: a filter seldom refuses their calls to
 * protect something. A record of an attack that needs such a call names io_uring_setup beside it.
 * @see include/uapi/linux/io_uring.h: enum io_uring_op, enum io_uring_socket_op; io_uring_enter(2) and io_uring_prep_cmd(3) have the versions
 */
export const RING_OPERATIONS: readonly RingOperations[] = [
  { since: [5, 1], calls: ['readv', 'writev', 'fsync', 'preadv2', 'pwritev2'] },
  { since: [5, 2], calls: ['sync_file_range'] },
  { since: [5, 3], calls: ['sendmsg', 'recvmsg'] },
  { since: [5, 5], calls: ['accept4', 'connect'] },
  {
    since: [5, 6],
    calls: ['openat', 'openat2', 'statx', 'read', 'write', 'pread64', 'pwrite64', 'fallocate'],
  },
  { since: [5, 6], calls: ['fadvise64', 'madvise', 'sendto', 'recvfrom', 'epoll_ctl'] },
  { since: [5, 7], calls: ['splice'] },
  { since: [5, 8], calls: ['tee'] },
  { since: [5, 11], calls: ['shutdown', 'renameat2', 'unlinkat'] },
  { since: [5, 15], calls: ['mkdirat', 'symlinkat', 'linkat'] },
  { since: [5, 19], calls: ['setxattr', 'fsetxattr', 'getxattr', 'fgetxattr', 'socket'] },
  { since: [6, 7], calls: ['waitid', 'setsockopt'] },
  { since: [6, 9], calls: ['ftruncate'] },
  { since: [6, 11], calls: ['bind', 'listen'] },
  { since: [6, 16], calls: ['pipe2'] },
]
