/*
 * Calls of other versions of the libraries than those that were measured, by hand. They are few: what is allowed for a program of an
 * older or newer image.
 */
import type { LibcName } from './libcs.ts'

/** A call that versions of a library make for a function, beside the measured one. */
export interface OlderCall {
  readonly function: string
  readonly libc: LibcName
  readonly call: string
  /** The value of the argument `cmd` as a constant, for a request of ioctl. */
  readonly request?: string
  /** The versions: `before 2.39`, `since 2.42`. */
  readonly versions: string
  /** Whether images of today have such a version, so that a policy for all images needs the call. */
  readonly isToday: boolean
  /** The file of the library that says so. */
  readonly source: string
}

/** Every such call. */
export const OLDER_CALLS: readonly OlderCall[] = [
  {
    function: 'fstat',
    libc: 'glibc',
    call: 'newfstatat',
    versions: 'before 2.39',
    isToday: true,
    source: 'glibc 2.38 sysdeps/unix/sysv/linux/fstat64.c',
  },
  {
    function: 'tcgetattr',
    libc: 'glibc',
    call: 'ioctl',
    request: 'TCGETS2',
    versions: 'since 2.42',
    isToday: true,
    source: 'glibc 2.42 sysdeps/unix/sysv/linux/tcgetattr.c',
  },
  ...(
    [
      ['readdir', 'getdents', 'before 2.28', 'glibc 2.27 sysdeps/unix/sysv/linux/getdents.c'],
      ['utime', 'utime', 'before 2.32', 'glibc 2.31 sysdeps/unix/syscalls.list'],
      ['utimes', 'utimes', 'before 2.32', 'glibc 2.31 sysdeps/unix/sysv/linux/utimes.c'],
      [
        'getrlimit',
        'getrlimit',
        'before 2.13',
        'glibc 2.13 sysdeps/unix/sysv/linux/getrlimit64.c, the first with prlimit64',
      ],
      [
        'setrlimit',
        'setrlimit',
        'before 2.13',
        'glibc 2.13 sysdeps/unix/sysv/linux/setrlimit64.c, the first with prlimit64',
      ],
    ] as const
  ).map(([name, call, versions, source]): OlderCall => ({
    function: name,
    libc: 'glibc',
    call,
    versions,
    isToday: false,
    source,
  })),
]
