/*
 * Calls that do the same under several names.
 *
 * A C library picks a variant by its version and by the ABI: open() is `open` or `openat`, and aarch64 has no `open`.
 * A rule for one variant leaves the others to the default.
 * @see the manual page of each call; include/uapi/asm-generic/unistd.h: __ARCH_WANT_RENAMEAT and others, for calls that
 * new ABIs lack
 */
import { didYouMean, quote } from '@seccompile/abi'
import { PolicyError } from './policy-error.ts'

/** The families of variants, by the name of the oldest call. */
const FAMILIES = {
  access: ['access', 'faccessat', 'faccessat2'],
  chmod: ['chmod', 'fchmod', 'fchmodat', 'fchmodat2'],
  chown: ['chown', 'chown32', 'lchown', 'lchown32', 'fchown', 'fchown32', 'fchownat'],
  clock_gettime: ['clock_gettime', 'clock_gettime64'],
  clock_nanosleep: ['clock_nanosleep', 'clock_nanosleep_time64'],
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
  inotify_init: ['inotify_init', 'inotify_init1'],
  init_module: ['init_module', 'finit_module'],
  kexec_load: ['kexec_load', 'kexec_file_load'],
  kill: ['kill', 'tkill', 'tgkill', 'rt_sigqueueinfo', 'rt_tgsigqueueinfo', 'pidfd_send_signal'],
  link: ['link', 'linkat'],
  lseek: ['lseek', '_llseek'],
  mkdir: ['mkdir', 'mkdirat'],
  mknod: ['mknod', 'mknodat'],
  mmap: ['mmap', 'mmap2'],
  mprotect: ['mprotect', 'pkey_mprotect'],
  open: ['open', 'creat', 'openat', 'openat2'],
  pipe: ['pipe', 'pipe2'],
  poll: ['poll', 'ppoll', 'ppoll_time64'],
  readlink: ['readlink', 'readlinkat'],
  recvmmsg: ['recvmmsg', 'recvmmsg_time64'],
  rename: ['rename', 'renameat', 'renameat2'],
  rmdir: ['rmdir', 'unlinkat'],
  select: ['select', '_newselect', 'pselect6', 'pselect6_time64'],
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
  truncate: ['truncate', 'truncate64'],
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
    const given: unknown = name // JavaScript may leave it out
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
