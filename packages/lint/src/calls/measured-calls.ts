// Written by tools/gen-libc-calls from the table of @seccompile/libc-calls (glibc 2.41, musl 1.2.5), by the choices in its lint-choices.mjs.
// Make it again: node tools/gen-libc-calls/gen-lint-calls.mjs
import { CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID } from '@seccompile/constants/clone'
import { TCGETS, TCGETS2 } from '@seccompile/constants/ioctl'
import { SIGCHLD } from '@seccompile/constants/sig'
import type { Constant } from '@seccompile/constants'

/** A call that a library makes for a function. */
export interface FirstCall {
  readonly name: string
  /** The constants of an argument, joined by bitwise or, that tell the call from others of its name; absent where any call will do. */
  readonly test?: { readonly argument: string; readonly constants: readonly Constant[] }
  /** The libraries of today that make the call first; absent where they make it only after ENOSYS, or only older versions make it. */
  readonly by?: string
  /** Whether these libraries make another call after ENOSYS. */
  readonly fallsBack?: true
}

/** Newer calls, each with the older calls that a library makes after ENOSYS. */
export const OLDER_AFTER_ENOSYS: Readonly<Record<string, readonly string[]>> = {
  clock_adjtime64: ['clock_adjtime', 'adjtimex'],
  clock_getres_time64: ['clock_getres'],
  clock_gettime64: ['clock_gettime'],
  clock_nanosleep_time64: ['clock_nanosleep', 'nanosleep'],
  clock_settime64: ['clock_settime'],
  clone3: ['clone'],
  execveat: ['execve'],
  faccessat2: ['faccessat'],
  fchmodat2: ['chmod', 'fchmodat'],
  futex_time64: ['futex'],
  mq_timedreceive_time64: ['mq_timedreceive'],
  mq_timedsend_time64: ['mq_timedsend'],
  ppoll_time64: ['ppoll'],
  preadv2: ['preadv'],
  pselect6_time64: ['pselect6', '_newselect'],
  pwritev2: ['pwritev'],
  recvmmsg_time64: ['recvmmsg'],
  rt_sigtimedwait_time64: ['rt_sigtimedwait'],
  sched_rr_get_interval_time64: ['sched_rr_get_interval'],
  semtimedop_time64: ['ipc', 'semtimedop'],
  statx: ['newfstatat', 'fstatat64', 'lstat', 'fstat64', 'lstat64', 'stat64', 'stat'],
  timer_gettime64: ['timer_gettime'],
  timer_settime64: ['timer_settime'],
  timerfd_gettime64: ['timerfd_gettime'],
  timerfd_settime64: ['timerfd_settime'],
}

/** On these ABIs, the calls that libraries make for each function. A function for which all make one call is not there. */
// prettier-ignore
export const FIRST_CALLS: readonly { readonly abis: string; readonly functions: Readonly<Record<string, readonly FirstCall[]>> }[] = [
  {
    abis: 'x86_64 x86 x32 arm m68k mips mipsel mips64 mipsel64 mips64n32 mipsel64n32 ppc ppc64 ppc64le s390x sh sheb',
    functions: {
      open: [{ name: 'openat', by: 'glibc' }, { name: 'open', by: 'musl' }],
      pipe: [{ name: 'pipe2', by: 'glibc' }, { name: 'pipe', by: 'musl' }],
      fork: [{ name: 'clone', test: { argument: 'clone_flags', constants: [CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID, SIGCHLD] }, by: 'glibc' }, { name: 'fork', by: 'musl' }],
      epoll_create: [{ name: 'epoll_create', by: 'glibc' }, { name: 'epoll_create1', by: 'musl', fallsBack: true }],
      epoll_wait: [{ name: 'epoll_wait', by: 'glibc' }, { name: 'epoll_pwait', by: 'musl', fallsBack: true }],
      inotify_init: [{ name: 'inotify_init', by: 'glibc' }, { name: 'inotify_init1', by: 'musl', fallsBack: true }],
      eventfd: [{ name: 'eventfd2', by: 'glibc and musl' }, { name: 'eventfd' }],
      signalfd: [{ name: 'signalfd4', by: 'glibc and musl' }, { name: 'signalfd' }],
      readdir: [{ name: 'getdents64', by: 'glibc and musl' }, { name: 'getdents' }],
    },
  },
  {
    abis: 'x86_64 x32 ppc64 ppc64le s390x',
    functions: {
      stat: [{ name: 'newfstatat', by: 'glibc' }, { name: 'stat', by: 'musl' }],
      lstat: [{ name: 'newfstatat', by: 'glibc' }, { name: 'lstat', by: 'musl' }],
    },
  },
  {
    abis: 'x86_64 x32 aarch64 ppc64 ppc64le riscv64 s390x',
    functions: {
      fstat: [{ name: 'fstat', by: 'glibc and musl' }, { name: 'newfstatat', by: 'glibc before 2.39' }],
    },
  },
  {
    abis: 'x86_64 x32 s390x',
    functions: {
      select: [{ name: 'pselect6', by: 'glibc' }, { name: 'select', by: 'musl' }],
    },
  },
  {
    abis: 'x86 arm m68k mips mipsel mips64n32 mipsel64n32 ppc ppc64 ppc64le sh sheb',
    functions: {
      select: [{ name: 'pselect6', by: 'glibc' }, { name: '_newselect', by: 'musl' }],
    },
  },
  {
    abis: 'x86_64 x86 x32 aarch64 arm loongarch64 m68k mips mipsel mips64 mipsel64 mips64n32 mipsel64n32 ppc ppc64 ppc64le riscv64 s390x sh sheb',
    functions: {
      nanosleep: [{ name: 'clock_nanosleep', by: 'glibc' }, { name: 'nanosleep', by: 'musl' }],
      raise: [{ name: 'tgkill', by: 'glibc' }, { name: 'tkill', by: 'musl' }],
      tcgetattr: [{ name: 'ioctl', test: { argument: 'cmd', constants: [TCGETS] }, by: 'glibc before 2.42 and musl' }, { name: 'ioctl', test: { argument: 'cmd', constants: [TCGETS2] }, by: 'glibc since 2.42' }],
    },
  },
  {
    abis: 'aarch64 loongarch64 riscv64',
    functions: {
      fork: [{ name: 'clone', test: { argument: 'clone_flags', constants: [CLONE_CHILD_CLEARTID, CLONE_CHILD_SETTID, SIGCHLD] }, by: 'glibc' }, { name: 'clone', test: { argument: 'clone_flags', constants: [SIGCHLD] }, by: 'musl' }],
    },
  },
  {
    abis: 'parisc s390',
    functions: {
      eventfd: [{ name: 'eventfd2', by: 'glibc' }, { name: 'eventfd' }],
      signalfd: [{ name: 'signalfd4', by: 'glibc' }, { name: 'signalfd' }],
      readdir: [{ name: 'getdents64', by: 'glibc' }, { name: 'getdents' }],
      setrlimit: [{ name: 'prlimit64', by: 'glibc' }, { name: 'setrlimit' }],
      tcgetattr: [{ name: 'ioctl', test: { argument: 'cmd', constants: [TCGETS] }, by: 'glibc before 2.42' }, { name: 'ioctl', test: { argument: 'cmd', constants: [TCGETS2] }, by: 'glibc since 2.42' }],
    },
  },
  {
    abis: 'x86_64 x32 aarch64 mips64 mipsel64 riscv64 s390x',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc and musl' }, { name: 'getrlimit' }],
    },
  },
  {
    abis: 'x86 m68k ppc sh sheb',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc and musl' }, { name: 'ugetrlimit', by: 'glibc' }, { name: 'getrlimit' }],
    },
  },
  {
    abis: 'arm',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc and musl' }, { name: 'ugetrlimit', by: 'glibc' }],
    },
  },
  {
    abis: 'mips mipsel mips64n32 mipsel64n32 parisc',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc' }, { name: 'getrlimit', by: 'glibc' }],
    },
  },
  {
    abis: 'ppc64 ppc64le',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc and musl' }, { name: 'getrlimit' }, { name: 'ugetrlimit' }],
    },
  },
  {
    abis: 's390',
    functions: {
      getrlimit: [{ name: 'prlimit64', by: 'glibc' }, { name: 'ugetrlimit', by: 'glibc' }, { name: 'getrlimit' }],
    },
  },
  {
    abis: 'x86_64 x86 x32 aarch64 arm m68k mips mipsel mips64 mipsel64 mips64n32 mipsel64n32 ppc ppc64 ppc64le riscv64 s390x sh sheb',
    functions: {
      setrlimit: [{ name: 'prlimit64', by: 'glibc and musl' }, { name: 'setrlimit' }],
    },
  },
]
