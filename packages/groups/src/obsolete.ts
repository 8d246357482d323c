/*
 * Calls that programs of today do not make.
 *
 * Most have a number but no code, so the kernel answers ENOSYS. The others exist for binaries of the 1990s.
 * @see kernel/sys_ni.c; the entries sys_ni_syscall of arch/x86/entry/syscalls/syscall_32.tbl and its like
 */
import type { Group } from './group.ts'

/** Calls without code in the kernel, and forms that later ones replaced before 2.6. */
// prettier-ignore
export const obsolete: Group<'obsolete'> = {
  name: 'obsolete',
  summary: 'calls without code in the kernel, and old forms that no C library makes any more',
  calls: [
    // Numbers without code.
    '_sysctl', 'afs_syscall', 'bdflush', 'break', 'create_module', 'epoll_ctl_old', 'epoll_wait_old', 'ftime',
    'get_kernel_syms', 'getpmsg', 'gtty', 'idle', 'lock', 'lookup_dcookie', 'mpx', 'multiplexer', 'nfsservctl', 'prof',
    'profil', 'putpmsg', 'query_module', 'security', 'stty', 'timerfd', 'tuxcall', 'ulimit', 'vserver',
    // Old forms.
    'oldfstat', 'oldlstat', 'oldolduname', 'oldstat', 'olduname', 'readdir', 'sgetmask', 'signal', 'ssetmask',
    'sysfs', 'uselib', 'ustat',
  ],
}
