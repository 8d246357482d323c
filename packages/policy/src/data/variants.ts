/*
 * Calls that do the same under several names.
 *
 * A C library chooses a variant by its version and by the ABI: open() calls `open` or `openat`, and aarch64 has no
 * `open`. A rule for one variant does not apply to the others.
 * @see the manual page of each call; include/uapi/asm-generic/unistd.h: __ARCH_WANT_RENAMEAT and others, for calls
 * that new ABIs lack
 */
import { didYouMean, quote } from '@seccompile/shape'
import { PolicyError } from './policy-error.ts'

/** The families of variants, by the name of the oldest call. */
const FAMILIES = {
  accept: ['accept', 'accept4'],
  access: ['access', 'faccessat', 'faccessat2'],
  chmod: ['chmod', 'fchmod', 'fchmodat', 'fchmodat2'],
  chown: ['chown', 'chown32', 'lchown', 'lchown32', 'fchown', 'fchown32', 'fchownat'],
  clock_adjtime: ['clock_adjtime', 'clock_adjtime64'],
  clock_getres: ['clock_getres', 'clock_getres_time64'],
  clock_gettime: ['clock_gettime', 'clock_gettime64'],
  clock_nanosleep: ['clock_nanosleep', 'clock_nanosleep_time64'],
  clock_settime: ['clock_settime', 'clock_settime64'],
  clone: ['clone', 'clone2', 'clone3', 'fork', 'vfork'],
  dup2: ['dup2', 'dup3'],
  epoll_create: ['epoll_create', 'epoll_create1'],
  epoll_wait: ['epoll_wait', 'epoll_pwait', 'epoll_pwait2'],
  eventfd: ['eventfd', 'eventfd2'],
  execve: ['execve', 'execveat'],
  fcntl: ['fcntl', 'fcntl64'],
  fstatfs: ['fstatfs', 'fstatfs64'],
  ftruncate: ['ftruncate', 'ftruncate64'],
  futex: ['futex', 'futex_time64'],
  getdents: ['getdents', 'getdents64'],
  getegid: ['getegid', 'getegid32'],
  geteuid: ['geteuid', 'geteuid32'],
  getgid: ['getgid', 'getgid32'],
  getgroups: ['getgroups', 'getgroups32'],
  getresgid: ['getresgid', 'getresgid32'],
  getresuid: ['getresuid', 'getresuid32'],
  getuid: ['getuid', 'getuid32'],
  getxattr: ['getxattr', 'lgetxattr', 'fgetxattr', 'getxattrat'],
  init_module: ['init_module', 'finit_module'],
  inotify_init: ['inotify_init', 'inotify_init1'],
  io_getevents: ['io_getevents', 'io_pgetevents', 'io_pgetevents_time64'],
  kexec_load: ['kexec_load', 'kexec_file_load'],
  kill: ['kill', 'tkill', 'tgkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'],
  link: ['link', 'linkat'],
  listxattr: ['listxattr', 'llistxattr', 'flistxattr', 'listxattrat'],
  lseek: ['lseek', '_llseek'],
  mkdir: ['mkdir', 'mkdirat'],
  mknod: ['mknod', 'mknodat'],
  mlock: ['mlock', 'mlock2'],
  mmap: ['mmap', 'mmap2'],
  mprotect: ['mprotect', 'pkey_mprotect'],
  mq_timedreceive: ['mq_timedreceive', 'mq_timedreceive_time64'],
  mq_timedsend: ['mq_timedsend', 'mq_timedsend_time64'],
  open: ['open', 'creat', 'openat', 'openat2'],
  pipe: ['pipe', 'pipe2'],
  poll: ['poll', 'ppoll', 'ppoll_time64'],
  preadv: ['preadv', 'preadv2'],
  pwritev: ['pwritev', 'pwritev2'],
  quotactl: ['quotactl', 'quotactl_fd'],
  readlink: ['readlink', 'readlinkat'],
  recvmmsg: ['recvmmsg', 'recvmmsg_time64'],
  removexattr: ['removexattr', 'lremovexattr', 'fremovexattr', 'removexattrat'],
  rename: ['rename', 'renameat', 'renameat2'],
  rmdir: ['rmdir', 'unlinkat'],
  rt_sigtimedwait: ['rt_sigtimedwait', 'rt_sigtimedwait_time64'],
  sched_rr_get_interval: ['sched_rr_get_interval', 'sched_rr_get_interval_time64'],
  select: ['select', '_newselect', 'pselect6', 'pselect6_time64'],
  semop: ['semop', 'semtimedop', 'semtimedop_time64'],
  sendfile: ['sendfile', 'sendfile64'],
  setfsgid: ['setfsgid', 'setfsgid32'],
  setfsuid: ['setfsuid', 'setfsuid32'],
  setgid: ['setgid', 'setgid32'],
  setgroups: ['setgroups', 'setgroups32'],
  setregid: ['setregid', 'setregid32'],
  setresgid: ['setresgid', 'setresgid32'],
  setresuid: ['setresuid', 'setresuid32'],
  setreuid: ['setreuid', 'setreuid32'],
  setuid: ['setuid', 'setuid32'],
  setxattr: ['setxattr', 'lsetxattr', 'fsetxattr', 'setxattrat'],
  signalfd: ['signalfd', 'signalfd4'],
  stat: [
    'stat',
    'stat64',
    'lstat',
    'lstat64',
    'fstat',
    'fstat64',
    'fstatat64',
    'newfstatat',
    'statx',
    'oldstat',
    'oldlstat',
    'oldfstat',
  ],
  statfs: ['statfs', 'statfs64'],
  symlink: ['symlink', 'symlinkat'],
  timer_gettime: ['timer_gettime', 'timer_gettime64'],
  timer_settime: ['timer_settime', 'timer_settime64'],
  timerfd_gettime: ['timerfd_gettime', 'timerfd_gettime64'],
  timerfd_settime: ['timerfd_settime', 'timerfd_settime64'],
  truncate: ['truncate', 'truncate64'],
  umount: ['umount', 'umount2'],
  unlink: ['unlink', 'unlinkat'],
  utime: ['utime', 'utimes', 'futimesat', 'utimensat', 'utimensat_time64'],
} as const

/** The name of a family of variants. */
export type VariantName = keyof typeof FAMILIES

/** The names of the families, sorted. */
export const variantNames: readonly VariantName[] = Object.freeze(Object.keys(FAMILIES) as VariantName[])

/**
 * The calls that do what `name` does, on any ABI: `variants('open')` is open, creat, openat and openat2. A rule may
 * name calls that an ABI lacks.
 * @throws PolicyError E_NAME where no family has that name
 */
export function variants<const Name extends VariantName>(name: Name): (typeof FAMILIES)[Name] {
  if (!Object.hasOwn(FAMILIES, name)) {
    const given: unknown = name // JavaScript may leave the name out
    const text = String(given)
    throw new PolicyError(
      'E_NAME',
      `no variants are known of ${quote(text)}${didYouMean(text, variantNames)}`,
    )
  }
  return FAMILIES[name]
}

/** The families of each call. */
const FAMILIES_OF: ReadonlyMap<string, readonly (readonly string[])[]> = variantNames.reduce(
  (found, name) => {
    const names: readonly string[] = FAMILIES[name]
    for (const call of names) found.set(call, [...(found.get(call) ?? []), names])
    return found
  },
  new Map<string, readonly (readonly string[])[]>(),
)

/** The families of variants that `call` is in: each with all of its calls. */
export function variantsOf(call: string): readonly (readonly string[])[] {
  return FAMILIES_OF.get(call) ?? []
}
