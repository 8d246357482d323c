/**
 * The calls whose work io_uring does: a program writes an operation into memory that it shares with the kernel, and no filter
 * sees the operation. So a filter that refuses `socket` and allows `io_uring_setup` refuses no socket from Linux 5.19 on.
 */

/** Operations of io_uring that one kernel introduced, by the calls that have the same effect. */
export interface RingOperations {
  readonly since: readonly [major: number, minor: number]
  readonly calls: readonly string[]
  /**
   * Further calls with the effect of an operation: other forms of `calls` (`stat` for `statx`), and calls that wait, wake, close, or
   * read the options and the name of a socket. A filter seldom refuses these alone to protect something. `futex` is not one of them,
   * since it also moves waiters and hands out locks, which no operation does.
   */
  readonly further?: readonly string[]
}

/**
 * The operations of io_uring, the oldest first. Operations on sockets such as setsockopt are commands of IORING_OP_URING_CMD.
 * @see include/uapi/linux/io_uring.h: enum io_uring_op, enum io_uring_socket_op; io_uring_enter(2) and io_uring_prep_cmd(3) have the versions
 */
export const RING_OPERATIONS: readonly RingOperations[] = [
  {
    since: [5, 1],
    calls: ['readv', 'writev', 'fsync', 'preadv2', 'pwritev2'],
    further: ['preadv', 'pwritev', 'fdatasync'],
  },
  {
    since: [5, 1],
    calls: [],
    further: ['poll', 'ppoll', 'ppoll_time64', 'select', '_newselect', 'pselect6', 'pselect6_time64'],
  },
  { since: [5, 2], calls: ['sync_file_range'], further: ['sync_file_range2'] },
  { since: [5, 3], calls: ['sendmsg', 'recvmsg'] },
  { since: [5, 5], calls: ['accept4', 'connect'], further: ['accept'] },
  {
    since: [5, 6],
    calls: ['openat', 'openat2', 'statx', 'read', 'write', 'pread64', 'pwrite64', 'fallocate'],
    further: ['open', 'creat', 'close'],
  },
  {
    since: [5, 6],
    calls: [],
    further: ['stat', 'lstat', 'fstat', 'newfstatat', 'stat64', 'lstat64', 'fstat64', 'fstatat64'],
  },
  { since: [5, 6], calls: [], further: ['oldstat', 'oldlstat', 'oldfstat'] },
  {
    since: [5, 6],
    calls: ['fadvise64', 'madvise', 'sendto', 'recvfrom', 'epoll_ctl'],
    further: ['fadvise64_64', 'arm_fadvise64_64', 'send', 'recv'],
  },
  { since: [5, 7], calls: ['splice'] },
  { since: [5, 8], calls: ['tee'] },
  {
    since: [5, 11],
    calls: ['shutdown', 'renameat2', 'unlinkat'],
    further: ['rename', 'renameat', 'unlink', 'rmdir'],
  },
  {
    since: [5, 15],
    calls: ['mkdirat', 'symlinkat', 'linkat'],
    further: ['mkdir', 'symlink', 'link'],
  },
  { since: [5, 19], calls: ['setxattr', 'fsetxattr', 'getxattr', 'fgetxattr', 'socket'] },
  {
    since: [6, 7],
    calls: ['waitid', 'setsockopt'],
    further: ['wait4', 'waitpid', 'getsockopt', 'futex_wait', 'futex_wake', 'futex_waitv'],
  },
  { since: [6, 9], calls: ['ftruncate'], further: ['ftruncate64'] },
  { since: [6, 11], calls: ['bind', 'listen'] },
  { since: [6, 15], calls: [], further: ['epoll_wait', 'epoll_pwait', 'epoll_pwait2'] },
  { since: [6, 16], calls: ['pipe2'], further: ['pipe'] },
  { since: [6, 19], calls: [], further: ['getsockname', 'getpeername'] },
]
