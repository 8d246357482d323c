/*
 * Files by path: reading them, changing them, watching them, and finding them by handle.
 *
 * A filter sees no path and no contents, so it cannot tell one file from another. `open` is in both groups, because
 * its flags decide what it does: `.allow('openat', ({ flags }) => …)` instead keeps files from being opened for
 * writing.
 * @see include/asm-generic/audit_read.h, audit_write.h, audit_dir_write.h and audit_change_attr.h, which class the calls
 * for the audit of the kernel
 */
import type { Group } from './group.ts'

/** Calls that open files, read them and look at their attributes. */
// prettier-ignore
export const filesToRead: Group<'files-to-read'> = {
  name: 'files-to-read',
  summary: 'opening and reading files and directories, and reading attributes; flags of open may ask for more',
  calls: [
    'open', 'openat', 'openat2', 'close', 'close_range', 'access', 'faccessat', 'faccessat2',
    'read', 'readv', 'pread64', 'preadv', 'preadv2', 'lseek', '_llseek', 'flock',
    'readahead', 'fadvise64', 'fadvise64_64', 'arm_fadvise64_64', 'cachestat',
    'stat', 'stat64', 'lstat', 'lstat64', 'fstat', 'fstat64', 'fstatat64', 'newfstatat', 'statx',
    'oldstat', 'oldlstat', 'oldfstat', 'statfs', 'statfs64', 'fstatfs', 'fstatfs64', 'ustat', 'file_getattr',
    'getdents', 'getdents64', 'readdir', 'readlink', 'readlinkat', 'getcwd', 'chdir', 'fchdir',
    'getxattr', 'lgetxattr', 'fgetxattr', 'getxattrat', 'listxattr', 'llistxattr', 'flistxattr', 'listxattrat',
  ],
}

/** Calls that write files, and that make, rename and remove names and attributes. */
// prettier-ignore
export const filesToWrite: Group<'files-to-write'> = {
  name: 'files-to-write',
  summary: 'making, writing, renaming and removing files and directories, and changing attributes',
  calls: [
    'open', 'openat', 'openat2', 'creat', 'close', 'close_range', 'umask',
    'write', 'writev', 'pwrite64', 'pwritev', 'pwritev2', 'lseek', '_llseek', 'flock',
    'truncate', 'truncate64', 'ftruncate', 'ftruncate64', 'fallocate', 'copy_file_range',
    'sync', 'syncfs', 'fsync', 'fdatasync', 'sync_file_range', 'sync_file_range2', 'arm_sync_file_range',
    'mkdir', 'mkdirat', 'rmdir', 'mknod', 'mknodat', 'link', 'linkat', 'symlink', 'symlinkat',
    'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2',
    'chmod', 'fchmod', 'fchmodat', 'fchmodat2',
    'chown', 'chown32', 'fchown', 'fchown32', 'lchown', 'lchown32', 'fchownat',
    'utime', 'utimes', 'futimesat', 'utimensat', 'utimensat_time64', 'file_setattr',
    'setxattr', 'lsetxattr', 'fsetxattr', 'setxattrat', 'removexattr', 'lremovexattr', 'fremovexattr', 'removexattrat',
  ],
}

/**
 * Calls that name a file by a handle. With CAP_DAC_READ_SEARCH, a process can open every file of a mounted file
 * system by guessing handles, also files outside its root.
 * @see open_by_handle_at(2)
 */
export const fileHandles: Group<'file-handles'> = {
  name: 'file-handles',
  summary: 'files by handle instead of path, which leads past the root of the process',
  calls: ['name_to_handle_at', 'open_by_handle_at'],
}

/** Calls of inotify and fanotify. */
// prettier-ignore
export const watching: Group<'watching'> = {
  name: 'watching',
  summary: 'notification of changes in files: inotify and fanotify',
  calls: [
    'inotify_init', 'inotify_init1', 'inotify_add_watch', 'inotify_rm_watch', 'fanotify_init', 'fanotify_mark',
  ],
}
