/* The preset `no-io-uring`: a filter does not see the operations of a ring, so the preset refuses rings. */
import type { PolicyBuilder } from '@seccompile/policy'
import { BREAKS_WITH_EVERY_LIST, denyIoUring, denyList } from './deny-list.ts'
import type { Preset } from './preset.ts'

/**
 * The preset `no-io-uring`: the three calls of io_uring fail with ENOSYS, as on a kernel before 5.1. io_uring_enter and
 * io_uring_register are refused too, for a ring that the program inherits.
 */
export const noIoUring: PolicyBuilder = denyIoUring(denyList('no-io-uring'))

/** The preset `no-io-uring`, with its note. */
export const noIoUringPreset: Preset = {
  name: 'no-io-uring',
  summary: 'no io_uring, whose operations no filter sees; libraries fall back on other calls',
  policy: noIoUring,
  note: {
    against:
      'A program that opens files and sockets through io_uring, past a filter that refuses openat or socket, and attacks on ' +
      'io_uring itself, in which many holes of the kernel were found.',
    leavesOpen: [
      'A ring with IORING_SETUP_SQPOLL that the program inherits or receives over a unix socket: a thread of the kernel takes ' +
        'its operations from shared memory, and no call is made.',
      'Linux AIO (io_setup, io_submit), which reads, writes and polls files that are open, and opens none.',
    ],
    breaks: [
      'Programs that have no other way than io_uring. libuv, and with it Node.js, and most databases fall back.',
      ...BREAKS_WITH_EVERY_LIST,
    ],
    needs: 'No kernel in particular; io_uring is there from Linux 5.1 on.',
    sources: [
      'io_uring_setup(2): ENOSYS and the sysctl kernel.io_uring_disabled of Linux 6.6',
      'https://github.com/moby/moby/pull/46762',
      'https://security.googleblog.com/2023/06/learnings-from-kctf-vrps-42-linux.html',
    ],
  },
  keeps: [],
}
