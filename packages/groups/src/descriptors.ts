/* Descriptors of every kind: making and copying them, waiting for them, moving data from one to another. */
import type { Group } from './group.ts'

/** Calls that make, copy and close descriptors that have no path. */
// prettier-ignore
export const descriptors: Group<'descriptors'> = {
  name: 'descriptors',
  summary: 'copying and closing descriptors; pipes, events, and files in memory',
  calls: [
    'close', 'close_range', 'dup', 'dup2', 'dup3', 'fcntl', 'fcntl64', 'pipe', 'pipe2', 'eventfd', 'eventfd2',
    'memfd_create', 'memfd_secret',
  ],
}

/**
 * `ioctl` alone. Its requests reach every driver, and some are dangerous: TIOCSTI writes into the terminal, so allow it
 * with a condition on `cmd` where the program is not trusted.
 */
export const deviceControl: Group<'device-control'> = {
  name: 'device-control',
  summary: 'ioctl: any request to any driver, among them TIOCSTI',
  calls: ['ioctl'],
}

/** Calls that wait until descriptors are ready. */
// prettier-ignore
export const polling: Group<'polling'> = {
  name: 'polling',
  summary: 'waiting for descriptors: poll, select and epoll',
  calls: [
    'poll', 'ppoll', 'ppoll_time64', 'select', '_newselect', 'pselect6', 'pselect6_time64',
    'epoll_create', 'epoll_create1', 'epoll_ctl', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2',
  ],
}

/** Calls that move data between two descriptors within the kernel. */
// prettier-ignore
export const transfers: Group<'transfers'> = {
  name: 'transfers',
  summary: 'moving data between descriptors inside the kernel: sendfile, splice and their kind',
  calls: ['sendfile', 'sendfile64', 'copy_file_range', 'splice', 'tee', 'vmsplice'],
}

/** Asynchronous input and output of Linux 2.6: the kernel carries out the reads and writes that a filter does not see. */
// prettier-ignore
export const asynchronousIo: Group<'asynchronous-io'> = {
  name: 'asynchronous-io',
  summary: 'asynchronous reads and writes, the old way: io_setup, io_submit and their kind',
  calls: [
    'io_setup', 'io_destroy', 'io_submit', 'io_cancel', 'io_getevents', 'io_pgetevents', 'io_pgetevents_time64',
  ],
}

/**
 * Calls of io_uring. The kernel carries out operations from a ring in memory: it opens files and sockets, connects and
 * sends, and no filter sees any of them.
 * @see io_uring_setup(2)
 */
export const ioUring: Group<'io-uring'> = {
  name: 'io-uring',
  summary: 'io_uring, which opens files and sockets past the filter',
  calls: ['io_uring_setup', 'io_uring_enter', 'io_uring_register'],
}
