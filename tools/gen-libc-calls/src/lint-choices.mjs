/*
 * What the table of measurements does not say: which of its functions lint speaks of, and which of the calls of a function stand for
 * others. All is by the names of the table, and a test holds that the table has them.
 */

/**
 * The oldest Linux on which glibc 2.41 runs. A call of that Linux never fails with ENOSYS, so only newer calls have older ones.
 * @see glibc 2.41 sysdeps/unix/sysv/linux/configure.ac: arch_minimum_kernel
 */
export const OLDEST_LINUX = [3, 2]

/**
 * The functions that programs of every kind call. A list that allows the call of a rare function, such as adjtimex(), often has it for
 * another purpose. `tests` is an argument that tells the call of the function from others of its name; `beside` are calls that the
 * function makes too, and that are no other call for the same purpose.
 */
export const FUNCTIONS = [
  { function: 'open' },
  { function: 'stat' },
  { function: 'lstat' },
  { function: 'fstat' },
  { function: 'pipe' },
  { function: 'select' },
  { function: 'nanosleep' },
  {
    function: 'fork',
    tests: 'clone_flags',
    beside: ['rt_sigprocmask', 'set_robust_list', 'set_tid_address'],
  },
  { function: 'epoll_create' },
  { function: 'epoll_wait' },
  { function: 'inotify_init' },
  { function: 'raise', beside: ['getpid', 'gettid', 'rt_sigprocmask'] },
  { function: 'eventfd' },
  { function: 'signalfd', beside: ['fcntl', 'fcntl64'] },
  { function: 'readdir' },
  { function: 'getrlimit' },
  { function: 'setrlimit' },
  { function: 'tcgetattr', tests: 'cmd' },
]

/** Calls that a library makes beside the older call after ENOSYS. They do not do what the newer call does. */
export const BESIDE = {
  clone3: ['rt_sigaction'],
  execveat: ['newfstatat', 'statx'],
  faccessat2: ['getegid', 'geteuid', 'getgid', 'getuid', 'getegid32', 'geteuid32', 'getgid32', 'getuid32'],
  fchmodat2: ['newfstatat', 'openat', 'stat', 'statx'],
}

/** Newer calls without an older one: after ENOSYS a library does the work by calls for other purposes. */
export const WITHOUT_OLDER = ['close_range', 'getrandom']

/** Older calls after ENOSYS that no probe shows, each with the file that has them. */
export const NOT_MEASURED = [
  // A signal has to end a wait until after 2038, and sigtimedwait() of musl waits again after a signal.
  {
    call: 'rt_sigtimedwait_time64',
    older: 'rt_sigtimedwait',
    source: 'musl 1.2.5 src/signal/sigtimedwait.c',
  },
  // For a time after 2038 on ABIs without `ipc`. They run under qemu-user, which cannot answer a call with ENOSYS.
  { call: 'semtimedop_time64', older: 'semtimedop', source: 'musl 1.2.5 src/ipc/semtimedop.c' },
  // The probe of statx() does not follow links, so musl makes `lstat`.
  { call: 'statx', older: 'stat', source: 'musl 1.2.5 src/linux/statx.c, src/stat/fstatat.c' },
  // For a time before 2038, musl makes the newer call only where a program asks for the time that was set before. No probe asks.
  { call: 'timerfd_settime64', older: 'timerfd_settime', source: 'musl 1.2.5 src/linux/timerfd.c' },
]
