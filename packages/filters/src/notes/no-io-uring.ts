// Written by tools/gen-filters from the preset no-io-uring of @seccompile/presets, by @seccompile/compiler.
// Make it again: npm run gen filters

import type { FilterNote } from '../filter/note.ts'

/** The note of the preset no-io-uring. */
export const note: FilterNote = {
  summary: 'no io_uring, whose operations no filter sees; libraries fall back on other calls',
  against:
    'A program that opens files and sockets through io_uring, past a filter that refuses openat or socket, and attacks on io_uring itself, in which many holes of the kernel were found.',
  leavesOpen: [
    'A ring with IORING_SETUP_SQPOLL that the program inherits or receives over a unix socket: a thread of the kernel takes its operations from shared memory, and no call is made.',
    'Linux AIO (io_setup, io_submit), which reads, writes and polls files that are open, and opens none.',
  ],
  breaks: [
    'Programs that have no other way than io_uring. libuv, and with it Node.js, and most databases fall back.',
    'Programs of an ABI that the filter is not for end with SIGSYS at their first call, such as 32-bit programs under a filter for x86_64 alone. Commands take further ABIs by --abi.',
    'Calls that are newer than the tables (Linux 7.2) fail with ENOSYS, as they do on an older kernel.',
  ],
  needs: 'No kernel in particular; io_uring is there from Linux 5.1 on.',
  sources: [
    'io_uring_setup(2): ENOSYS and the sysctl kernel.io_uring_disabled of Linux 6.6',
    'https://github.com/moby/moby/pull/46762',
    'https://security.googleblog.com/2023/06/learnings-from-kctf-vrps-42-linux.html',
  ],
}
