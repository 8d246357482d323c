/** Facts that the source of one kernel does not have, each with its source. */
import { COLUMNS } from './columns.mjs'

/** All columns, and the columns with a property. */
const every = Object.keys(COLUMNS)

const hand = (source, calls, columns = every) =>
  Object.entries(calls).map(([call, args]) => ({ call, args, columns, source }))

/**
 * Parameters of calls that the tree does not define. Each is `TYPE NAME`, with `u64` where a 32-bit ABI passes two
 * halves.
 */
export const CALLS = [
  // Calls newer than 6.12, the source of s390.
  ...hand('fs/xattr.c, Linux 6.13', {
    setxattrat: ['int dfd', 'const char __user * pathname', 'unsigned int at_flags', 'const char __user * name', 'const struct xattr_args __user * uargs', 'size_t usize'],
    getxattrat: ['int dfd', 'const char __user * pathname', 'unsigned int at_flags', 'const char __user * name', 'struct xattr_args __user * uargs', 'size_t usize'],
    listxattrat: ['int dfd', 'const char __user * pathname', 'unsigned int at_flags', 'char __user * list', 'size_t size'],
    removexattrat: ['int dfd', 'const char __user * pathname', 'unsigned int at_flags', 'const char __user * name'],
  }, ['s390']), // prettier-ignore
  ...hand('fs/namespace.c, Linux 6.15', {
    open_tree_attr: ['int dfd', 'const char __user * filename', 'unsigned int flags', 'struct mount_attr __user * uattr', 'size_t usize'],
  }, ['s390']), // prettier-ignore
  ...hand('fs/file_attr.c, Linux 6.17', {
    file_getattr: ['int dfd', 'const char __user * filename', 'struct file_attr __user * ufattr', 'size_t usize', 'unsigned int at_flags'],
    file_setattr: ['int dfd', 'const char __user * filename', 'struct file_attr __user * ufattr', 'size_t usize', 'unsigned int at_flags'],
  }, ['s390']), // prettier-ignore

  // Calls that were removed before 7.2.
  ...hand('fs/dcookies.c, Linux 6.6', {
    lookup_dcookie: ['u64 cookie64', 'char __user * buf', 'size_t len'],
  }),
  ...hand('kernel/sysctl_binary.c, Linux 5.4; sysctl(2)', {
    _sysctl: ['struct __sysctl_args __user * args'],
  }),
  ...hand('fs/buffer.c, Linux 5.14; bdflush(2)', { bdflush: ['int func', 'long data'] }),
  ...hand('fs/compat.c, Linux 3.0; nfsservctl(2)', {
    nfsservctl: ['int cmd', 'struct nfsctl_arg __user * arg', 'void __user * res'],
  }),
  ...hand('create_module(2)', { create_module: ['const char __user * name', 'size_t size'] }),
  ...hand('get_kernel_syms(2)', { get_kernel_syms: ['struct kernel_sym __user * table'] }),
  ...hand('query_module(2)', {
    query_module: ['const char __user * name', 'int which', 'void __user * buf', 'size_t bufsize', 'size_t __user * ret'],
  }), // prettier-ignore

  // Entry points in assembly, and calls that no table lists.
  ...hand('arch/arm/kernel/traps.c: arm_syscall()', {
    breakpoint: [],
    cacheflush: ['unsigned long start', 'unsigned long end', 'unsigned long flags'],
    usr26: [],
    usr32: [],
    set_tls: ['unsigned long val'],
    get_tls: [],
  }, ['arm']), // prettier-ignore
  ...hand('arch/m68k/kernel/entry.S: sys_sigreturn', { sigreturn: [] }, ['m68k']),
  ...hand('arch/mips/kernel/scall32-o32.S: sys_syscall', {
    syscall: ['int number', 'long arg1', 'long arg2', 'long arg3', 'long arg4', 'long arg5'],
  }, ['mips']), // prettier-ignore
]

/**
 * Arguments that the kernel reads with less width than their C type has, or with another sign. Bits above `width`
 * change nothing.
 * A value is the width, or width and sign where `signed` differs from that of the type.
 */
const READ_IN_PART = [
  { call: 'clone', arg: 'clone_flags', width: 32, source: 'kernel/fork.c: lower_32_bits(clone_flags)' },
  {
    call: 'mbind',
    arg: 'mode',
    width: 32,
    signed: true,
    source: 'mm/mempolicy.c: kernel_mbind(), int lmode = mode',
  },
  { call: 'mq_open', arg: 'mode', width: 16, source: 'ipc/mqueue.c: do_mq_open(umode_t)' },
  { call: 'mmap', arg: 'fd', width: 32, source: 'mm/mmap.c: ksys_mmap_pgoff(), fget(unsigned int)' },
  { call: 'mmap2', arg: 'fd', width: 32, source: 'mm/mmap.c: ksys_mmap_pgoff(), fget(unsigned int)' },
  {
    call: 'personality',
    arg: 'personality',
    width: 32,
    source: 'kernel/exec_domain.c: ksys_personality(unsigned int)',
  },
  { call: 'preadv', arg: 'fd', width: 32, source: 'fs/read_write.c: do_preadv(), fdget(unsigned int)' },
  { call: 'preadv2', arg: 'fd', width: 32, source: 'fs/read_write.c: do_preadv(), fdget(unsigned int)' },
  {
    call: 'ptrace',
    arg: 'pid',
    width: 32,
    signed: true,
    source: 'kernel/ptrace.c: find_get_task_by_vpid(pid_t)',
  },
  { call: 'pwritev', arg: 'fd', width: 32, source: 'fs/read_write.c: do_pwritev(), fdget(unsigned int)' },
  { call: 'pwritev2', arg: 'fd', width: 32, source: 'fs/read_write.c: do_pwritev(), fdget(unsigned int)' },
  { call: 'readv', arg: 'fd', width: 32, source: 'fs/read_write.c: do_readv(), fdget_pos(unsigned int)' },
  { call: 'utimensat', arg: 'dfd', width: 32, signed: true, source: 'fs/utimes.c: do_utimes(int dfd)' },
  { call: 'writev', arg: 'fd', width: 32, source: 'fs/read_write.c: do_writev(), fdget_pos(unsigned int)' },
]

/** Counts of vectors, which import_iovec() takes as `unsigned`. */
const COUNTS = {
  'fs/read_write.c': [
    'readv.vlen',
    'writev.vlen',
    'preadv.vlen',
    'preadv2.vlen',
    'pwritev.vlen',
    'pwritev2.vlen',
  ],
  'fs/splice.c': ['vmsplice.nr_segs'],
  'mm/process_vm_access.c': ['process_vm_readv.liovcnt', 'process_vm_writev.liovcnt'],
  'mm/madvise.c': ['process_madvise.vlen'],
}

/** Every argument that the kernel reads with less width than its type has. */
export const NARROWER = [
  ...READ_IN_PART,
  ...Object.entries(COUNTS).flatMap(([file, places]) =>
    places.map((place) => {
      const [call, arg] = place.split('.')
      return { call, arg, width: 32, source: `${file}; lib/iov_iter.c: import_iovec(unsigned nr_segs)` }
    }),
  ),
]

/**
 * Entry points that name the halves of 64-bit values, or padding, in C. A text lists the argument in each register,
 * by the name that the call has on other ABIs. `NAME:` is a half; `-` is a register that the kernel does not read.
 * The halves come in the byte order of the ABI.
 */
export const LAYOUTS = {
  // arch/x86/kernel/sys_ia32.c
  sys_ia32_truncate64: 'path length: length:',
  sys_ia32_ftruncate64: 'fd length: length:',
  sys_ia32_pread64: 'fd buf count pos: pos:',
  sys_ia32_pwrite64: 'fd buf count pos: pos:',
  sys_ia32_fadvise64_64: 'fd offset: offset: len: len: advice',
  sys_ia32_fadvise64: 'fd offset: offset: len advice',
  sys_ia32_readahead: 'fd offset: offset: count',
  sys_ia32_sync_file_range: 'fd offset: offset: nbytes: nbytes: flags',
  sys_ia32_fallocate: 'fd mode offset: offset: len: len:',
  // arch/powerpc/kernel/sys_ppc32.c, syscalls.c
  sys_ppc_pread64: 'fd buf count - pos: pos:',
  sys_ppc_pwrite64: 'fd buf count - pos: pos:',
  sys_ppc_readahead: 'fd - offset: offset: count',
  sys_ppc_truncate64: 'path - length: length:',
  sys_ppc_ftruncate64: 'fd - length: length:',
  sys_ppc32_fadvise64: 'fd - offset: offset: len advice',
  sys_ppc_fadvise64_64: 'fd advice offset: offset: len: len:',
  sys_ppc_sync_file_range2: 'fd flags offset: offset: nbytes: nbytes:',
  sys_ppc_fallocate: 'fd mode offset: offset: len: len:',
  // arch/parisc/kernel/sys_parisc.c
  parisc_truncate64: 'path length: length:',
  parisc_ftruncate64: 'fd length: length:',
  parisc_pread64: 'fd buf count pos: pos:',
  parisc_pwrite64: 'fd buf count pos: pos:',
  parisc_readahead: 'fd offset: offset: count',
  parisc_fadvise64_64: 'fd offset: offset: len: len: advice',
  parisc_sync_file_range: 'fd offset: offset: nbytes: nbytes: flags',
  parisc_fallocate: 'fd mode offset: offset: len: len:',
  // arch/s390/kernel/compat_linux.c
  compat_sys_s390_truncate64: 'path length: length:',
  compat_sys_s390_ftruncate64: 'fd length: length:',
  compat_sys_s390_pread64: 'fd buf count pos: pos:',
  compat_sys_s390_pwrite64: 'fd buf count pos: pos:',
  compat_sys_s390_readahead: 'fd offset: offset: count',
  compat_sys_s390_fadvise64: 'fd offset: offset: len advice',
  compat_sys_s390_sync_file_range: 'fd offset: offset: nbytes: nbytes: flags',
  compat_sys_s390_fallocate: 'fd mode offset: offset: len: len:',
  // arch/sh/kernel/sys_sh32.c
  sys_pread_wrapper: 'fd buf count - pos: pos:',
  sys_pwrite_wrapper: 'fd buf count - pos: pos:',
  sys_fadvise64_64_wrapper: 'fd offset: offset: len: len: advice',
}

/** Calls with different meanings on different ABIs. Their arguments keep the names of each ABI. */
export const OWN_NAMES = ['cacheflush', 'set_thread_area']

/** Pairs of names for one argument that no rule finds: x32 passes the whole position in one register. */
export const SAME = [{ calls: ['preadv', 'preadv2', 'pwritev', 'pwritev2'], from: 'pos', to: 'pos_l' }]

/** Calls that do the same as another call, with the arguments in another order. */
export const SAME_CALL = { sync_file_range2: 'sync_file_range', arm_sync_file_range: 'sync_file_range' }

/** Reasons why calls have no signature. */
const ABSENT = [
  {
    calls: ['afs_syscall', 'break', 'ftime', 'getpmsg', 'gtty', 'idle', 'lock', 'mpx', 'multiplexer', 'prof', 'profil', 'putpmsg', 'security', 'stty', 'tuxcall', 'ulimit', 'vserver'],
    reason: 'never implemented (unimplemented(2))',
  },
  { calls: ['epoll_ctl_old', 'epoll_wait_old'], reason: 'a number that never had an entry point' },
  { calls: ['timerfd'], reason: 'the number of a call that was replaced before a release' },
] // prettier-ignore

/** Whether the signature of a call on the ABIs of a column is one of {@link CALLS}. */
export function isByHand(call, column) {
  return CALLS.some((entry) => entry.call === call && entry.columns.includes(column))
}

/** The reason why a call has no signature. */
export function reasonOf(call) {
  const known = ABSENT.find(({ calls }) => calls.includes(call))
  return known?.reason ?? 'sys_ni_syscall on this ABI, and no C function to take the arguments from'
}
