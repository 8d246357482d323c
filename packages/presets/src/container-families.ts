/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */

/*
 * The system calls that every container may make, grouped by purpose.
 *
 * Old and new forms of one call stand together: the forms of 32-bit ABIs (`chown32`, `futex_time64`), extended
 * forms of later kernels (`dup3`), and forms that only some ABIs ever had. The set of calls is that of Docker's
 * default profile (moby/profiles v0.2.3); the families are ours.
 */
import type { SyscallName } from '@seccompile/syscalls'

/** A list of calls that belong together. */
type Family = readonly SyscallName[]

/** Opening, creating and closing files, and testing whether a file can be opened. */
// prettier-ignore
export const OPENING: Family = [
  'open', 'openat', 'openat2', 'creat', 'close', 'close_range', 'access', 'faccessat', 'faccessat2',
  'name_to_handle_at', 'memfd_create', 'memfd_secret', 'mknod', 'mknodat', 'umask',
]

/** Reading, writing and moving the bytes of files. */
// prettier-ignore
export const READING_AND_WRITING: Family = [
  'read', 'readv', 'pread64', 'preadv', 'preadv2', 'write', 'writev', 'pwrite64', 'pwritev', 'pwritev2',
  'lseek', '_llseek', 'sendfile', 'sendfile64', 'copy_file_range', 'splice', 'tee', 'vmsplice', 'readahead',
  'fadvise64', 'fadvise64_64', 'fallocate', 'truncate', 'truncate64', 'ftruncate', 'ftruncate64', 'fsync',
  'fdatasync', 'sync', 'syncfs', 'sync_file_range', 'cachestat', 'flock',
]

/** Making and changing descriptors. */
// prettier-ignore
export const DESCRIPTORS: Family = [
  'dup', 'dup2', 'dup3', 'fcntl', 'fcntl64', 'ioctl', 'pipe', 'pipe2', 'eventfd', 'eventfd2', 'signalfd',
  'signalfd4', 'timerfd_create', 'timerfd_gettime', 'timerfd_gettime64', 'timerfd_settime',
  'timerfd_settime64',
]

/** Directories, links and names. */
// prettier-ignore
export const DIRECTORIES: Family = [
  'mkdir', 'mkdirat', 'rmdir', 'getdents', 'getdents64', 'getcwd', 'chdir', 'fchdir', 'link', 'linkat',
  'symlink', 'symlinkat', 'readlink', 'readlinkat', 'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2',
]

/** The attributes of a file: its owner, mode and times. */
// prettier-ignore
export const ATTRIBUTES: Family = [
  'stat', 'stat64', 'lstat', 'lstat64', 'fstat', 'fstat64', 'fstatat64', 'newfstatat', 'statx', 'statfs',
  'statfs64', 'fstatfs', 'fstatfs64', 'statmount', 'listmount', 'chmod', 'fchmod', 'fchmodat', 'fchmodat2',
  'chown', 'chown32', 'fchown', 'fchown32', 'lchown', 'lchown32', 'fchownat', 'utime', 'utimes',
  'futimesat', 'utimensat', 'utimensat_time64',
]

/** Extended attributes. */
// prettier-ignore
export const EXTENDED_ATTRIBUTES: Family = [
  'getxattr', 'lgetxattr', 'fgetxattr', 'getxattrat', 'setxattr', 'lsetxattr', 'fsetxattr', 'setxattrat',
  'listxattr', 'llistxattr', 'flistxattr', 'listxattrat', 'removexattr', 'lremovexattr', 'fremovexattr',
  'removexattrat',
]

/** Notification of changes in files. */
// prettier-ignore
export const WATCHING: Family = [
  'inotify_init', 'inotify_init1', 'inotify_add_watch', 'inotify_rm_watch', 'fanotify_mark',
]

/** Waiting for descriptors. */
// prettier-ignore
export const POLLING: Family = [
  'poll', 'ppoll', 'ppoll_time64', 'select', '_newselect', 'pselect6', 'pselect6_time64', 'epoll_create',
  'epoll_create1', 'epoll_ctl', 'epoll_ctl_old', 'epoll_wait', 'epoll_wait_old', 'epoll_pwait',
  'epoll_pwait2',
]

/** Asynchronous input and output; io_uring is not among them. */
// prettier-ignore
export const ASYNCHRONOUS_IO: Family = [
  'io_setup', 'io_destroy', 'io_submit', 'io_cancel', 'io_getevents', 'io_pgetevents',
  'io_pgetevents_time64', 'ioprio_get', 'ioprio_set',
]

/** Memory of the process. */
// prettier-ignore
export const MEMORY: Family = [
  'brk', 'mmap', 'mmap2', 'munmap', 'mremap', 'remap_file_pages', 'mprotect', 'madvise', 'mincore', 'msync',
  'mlock', 'mlock2', 'mlockall', 'munlock', 'munlockall', 'mseal', 'pkey_alloc', 'pkey_free',
  'pkey_mprotect', 'map_shadow_stack', 'membarrier',
]

/** Starting programs and processes, waiting for them and ending. The calls to clone have rules of their own. */
// prettier-ignore
export const PROCESSES: Family = [
  'fork', 'vfork', 'execve', 'execveat', 'exit', 'exit_group', 'wait4', 'waitid', 'waitpid', 'pidfd_open',
  'pidfd_send_signal', 'process_mrelease', 'prctl', 'uname', 'sysinfo', 'times', 'getrusage', 'getrlimit',
  'ugetrlimit', 'setrlimit', 'prlimit64', 'restart_syscall', 'uretprobe', 'riscv_hwprobe',
]

/** Threads, and the locks that they wait for. */
// prettier-ignore
export const THREADS: Family = [
  'futex', 'futex_time64', 'futex_wait', 'futex_waitv', 'futex_wake', 'futex_requeue', 'set_robust_list',
  'get_robust_list', 'rseq', 'set_tid_address', 'set_thread_area', 'get_thread_area', 'gettid', 'getcpu',
]

/** Scheduling. */
// prettier-ignore
export const SCHEDULING: Family = [
  'sched_yield', 'sched_getaffinity', 'sched_setaffinity', 'sched_getattr', 'sched_setattr',
  'sched_getparam', 'sched_setparam', 'sched_getscheduler', 'sched_setscheduler', 'sched_get_priority_max',
  'sched_get_priority_min', 'sched_rr_get_interval', 'sched_rr_get_interval_time64', 'getpriority',
  'setpriority',
]

/** Signals. */
// prettier-ignore
export const SIGNALS: Family = [
  'kill', 'tkill', 'tgkill', 'pause', 'sigaltstack', 'sigprocmask', 'sigreturn', 'rt_sigaction',
  'rt_sigpending', 'rt_sigprocmask', 'rt_sigqueueinfo', 'rt_sigreturn', 'rt_sigsuspend', 'rt_sigtimedwait',
  'rt_sigtimedwait_time64', 'rt_tgsigqueueinfo',
]

/**
 * Clocks and timers. Calls that set the clock are not among them; adjusting the clock fails without the
 * capability.
 */
// prettier-ignore
export const TIME: Family = [
  'time', 'gettimeofday', 'clock_gettime', 'clock_gettime64', 'clock_getres', 'clock_getres_time64',
  'clock_nanosleep', 'clock_nanosleep_time64', 'nanosleep', 'alarm', 'adjtimex', 'clock_adjtime',
  'clock_adjtime64', 'getitimer', 'setitimer', 'timer_create', 'timer_delete', 'timer_getoverrun',
  'timer_gettime', 'timer_gettime64', 'timer_settime', 'timer_settime64',
]

/** The identity of a process: ids, groups, sessions, capabilities. */
// prettier-ignore
export const IDENTITY: Family = [
  'getpid', 'getppid', 'getpgid', 'getpgrp', 'setpgid', 'getsid', 'setsid', 'getuid', 'getuid32', 'geteuid',
  'geteuid32', 'getresuid', 'getresuid32', 'setuid', 'setuid32', 'setreuid', 'setreuid32', 'setresuid',
  'setresuid32', 'setfsuid', 'setfsuid32', 'getgid', 'getgid32', 'getegid', 'getegid32', 'getresgid',
  'getresgid32', 'setgid', 'setgid32', 'setregid', 'setregid32', 'setresgid', 'setresgid32', 'setfsgid',
  'setfsgid32', 'getgroups', 'getgroups32', 'setgroups', 'setgroups32', 'capget', 'capset',
]

/** Use of sockets. The call that makes one, `socket`, has its own rule. */
// prettier-ignore
export const SOCKETS: Family = [
  'accept', 'accept4', 'bind', 'connect', 'listen', 'shutdown', 'socketpair', 'socketcall', 'getsockname',
  'getpeername', 'getsockopt', 'setsockopt', 'send', 'sendto', 'sendmsg', 'sendmmsg', 'recv', 'recvfrom',
  'recvmsg', 'recvmmsg', 'recvmmsg_time64',
]

/** Shared memory, semaphores and message queues, of System V and of POSIX. */
// prettier-ignore
export const INTERPROCESS: Family = [
  'ipc', 'shmget', 'shmat', 'shmdt', 'shmctl', 'semget', 'semop', 'semctl', 'semtimedop',
  'semtimedop_time64', 'msgget', 'msgsnd', 'msgrcv', 'msgctl', 'mq_open', 'mq_unlink', 'mq_getsetattr',
  'mq_notify', 'mq_timedsend', 'mq_timedsend_time64', 'mq_timedreceive', 'mq_timedreceive_time64',
]

/** Randomness, and giving up rights. */
// prettier-ignore
export const SANDBOXING: Family = [
  'getrandom', 'seccomp', 'landlock_create_ruleset', 'landlock_add_rule', 'landlock_restrict_self',
]
