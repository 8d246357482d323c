/**
 * The version of Linux in which a call appeared.
 *
 * Versions have two numbers here: a call of any 2.6.x has version 2.6. Where the manual gives two versions for a call
 * that was backported to an older series, the version of the development series counts.
 */

/** @see syscalls(2) of man-pages 6.9.1 */
// prettier-ignore
const BY_MANUAL = {
  '1.0':
    'access acct adjtimex alarm brk chdir chmod chroot clone close creat create_module delete_module dup ' +
    'dup2 execve exit fchdir fchmod fchown fcntl fork fstat fstatfs fsync ftruncate get_kernel_syms ' +
    'getegid geteuid getgid getgroups getitimer getpgid getpgrp getpid getppid getpriority getrlimit ' +
    'getrusage gettimeofday getuid init_module ioctl ioperm iopl ipc kill lchown link lseek lstat mkdir ' +
    'mknod mmap modify_ldt mount mprotect munmap nice oldfstat oldlstat oldolduname oldstat olduname open ' +
    'pause pipe ptrace quotactl read readdir readlink reboot rename rmdir select setdomainname setgid ' +
    'setgroups sethostname setitimer setpgid setpriority setregid setreuid setrlimit setsid settimeofday ' +
    'setuid sgetmask sigaction signal sigpending sigprocmask sigreturn sigsuspend socketcall ssetmask ' +
    'stat statfs stime swapoff swapon symlink sync syscall sysinfo syslog time times truncate umask ' +
    'umount uname unlink uselib ustat utime vhangup vm86old wait4 waitpid write',
  '1.2': '_llseek bdflush cacheflush personality setfsgid setfsuid sysfs',
  '2.0':
    '_newselect _sysctl accept bind connect fdatasync flock getdents getpagesize getpeername getsid ' +
    'getsockname getsockopt listen mlock mlockall mremap msgctl msgget msgrcv msgsnd msync munlock ' +
    'munlockall nanosleep pciconfig_read pciconfig_write poll readv recv recvfrom recvmsg ' +
    'sched_get_priority_max sched_get_priority_min sched_getparam sched_getscheduler ' +
    'sched_rr_get_interval sched_setparam sched_setscheduler sched_yield semctl semget semop send sendmsg ' +
    'sendto setsockopt shmat shmctl shmdt shmget shutdown socket socketpair vm86 writev',
  '2.2':
    'breakpoint capget capset chown getcwd getresgid getresuid nfsservctl pciconfig_iobase prctl ' +
    'query_module rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo rt_sigreturn rt_sigsuspend ' +
    'rt_sigtimedwait sendfile setresgid setresuid sigaltstack umount2 utimes vfork',
  '2.4':
    'chown32 fchown32 fcntl64 fstat64 ftruncate64 getdents64 getegid32 geteuid32 getgid32 getgroups32 ' +
    'getresgid32 getresuid32 gettid getuid32 lchown32 lstat64 madvise mincore mmap2 pivot_root readahead ' +
    'setfsgid32 setfsuid32 setgid32 setgroups32 setregid32 setresgid32 setresuid32 setreuid32 setuid32 ' +
    'stat64 truncate64 ugetrlimit usr26 usr32',
  '2.6':
    'accept4 add_key arch_prctl atomic_barrier atomic_cmpxchg_32 clock_adjtime clock_getres clock_gettime ' +
    'clock_nanosleep clock_settime dup3 epoll_create epoll_create1 epoll_ctl epoll_pwait epoll_wait ' +
    'eventfd eventfd2 exit_group faccessat fadvise64 fadvise64_64 fallocate fanotify_init fanotify_mark ' +
    'fchmodat fchownat fgetxattr flistxattr fremovexattr fsetxattr fstatat64 fstatfs64 futex futimesat ' +
    'get_mempolicy get_robust_list get_thread_area getcpu getxattr inotify_add_watch inotify_init ' +
    'inotify_init1 inotify_rm_watch io_cancel io_destroy io_getevents io_setup io_submit ioprio_get ' +
    'ioprio_set kexec_load keyctl lgetxattr linkat listxattr llistxattr lookup_dcookie lremovexattr ' +
    'lsetxattr mbind migrate_pages mkdirat mknodat move_pages mq_getsetattr mq_notify mq_open ' +
    'mq_timedreceive mq_timedsend mq_unlink name_to_handle_at newfstatat open_by_handle_at openat ' +
    'perf_event_open pipe2 ppoll preadv prlimit64 pselect6 pwritev readlinkat recvmmsg remap_file_pages ' +
    'removexattr renameat request_key restart_syscall rt_tgsigqueueinfo rtas sched_getaffinity ' +
    'sched_setaffinity semtimedop sendfile64 set_mempolicy set_robust_list set_thread_area ' +
    'set_tid_address set_tls setxattr signalfd signalfd4 splice spu_create spu_run statfs64 subpage_prot ' +
    'swapcontext symlinkat sync_file_range sync_file_range2 syncfs sys_debug_setcontext sysmips tee ' +
    'tgkill timer_create timer_delete timer_getoverrun timer_gettime timer_settime timerfd_create ' +
    'timerfd_gettime timerfd_settime tkill unlinkat unshare utimensat vmsplice waitid',
  '3.0': 'sendmmsg setns',
  '3.2': 'process_vm_readv process_vm_writev',
  '3.5': 'kcmp',
  '3.7': 's390_runtime_instr',
  '3.8': 'finit_module',
  '3.14': 'sched_getattr sched_setattr',
  '3.15': 'renameat2',
  '3.17': 'getrandom kexec_file_load memfd_create seccomp',
  '3.18': 'bpf',
  '3.19': 'execveat s390_pci_mmio_read s390_pci_mmio_write',
  '4.1': 'switch_endian',
  '4.3': 'userfaultfd',
  '4.4': 'mlock2',
  '4.5': 'copy_file_range',
  '4.6': 'preadv2 pwritev2',
  '4.11': 'statx',
  '4.12': 's390_guarded_storage',
  '4.15': 'get_tls riscv_flush_icache s390_sthyi',
  '4.18': 'io_pgetevents rseq',
  '5.1': 'io_uring_enter io_uring_register io_uring_setup pidfd_send_signal',
  '5.2': 'fsconfig fsmount fsopen fspick move_mount open_tree',
  '5.3': 'clone3 pidfd_open',
  '5.6': 'openat2 pidfd_getfd',
  '5.8': 'faccessat2',
  '5.9': 'close_range',
  '5.10': 'process_madvise',
  '5.11': 'epoll_pwait2',
  '5.13': 'landlock_add_rule landlock_create_ruleset landlock_restrict_self',
  '5.14': 'memfd_secret quotactl_fd',
}

/** Calls whose own page has another version than syscalls(2): membarrier(2), pkey_alloc(2), mprotect(2). */
// prettier-ignore
const BY_OWN_PAGE = {
  '4.3': 'membarrier',
  '4.9': 'pkey_alloc pkey_free pkey_mprotect',
}

/** Calls that this edition of the manual lacks, by the tables of the releases (arch/x86/entry/syscalls, arch/ARCH). */
// prettier-ignore
const BY_TABLES = {
  '2.2': 'pread64 pwrite64',
  '2.6': 'arm_fadvise64_64 arm_sync_file_range',
  '5.1':
    'clock_adjtime64 clock_getres_time64 clock_gettime64 clock_nanosleep_time64 clock_settime64 ' +
    'futex_time64 io_pgetevents_time64 mq_timedreceive_time64 mq_timedsend_time64 ppoll_time64 ' +
    'pselect6_time64 recvmmsg_time64 rt_sigtimedwait_time64 sched_rr_get_interval_time64 ' +
    'semtimedop_time64 timer_gettime64 timer_settime64 timerfd_gettime64 timerfd_settime64 ' +
    'utimensat_time64',
  '5.12': 'mount_setattr',
  '5.15': 'process_mrelease',
  '5.16': 'futex_waitv',
  '5.17': 'set_mempolicy_home_node',
  '6.4': 'riscv_hwprobe',
  '6.5': 'cachestat',
  '6.6': 'fchmodat2 map_shadow_stack',
  '6.7': 'futex_requeue futex_wait futex_wake',
  '6.8': 'listmount lsm_get_self_attr lsm_list_modules lsm_set_self_attr statmount',
  '6.10': 'mseal',
  '6.11': 'uretprobe',
  '6.13': 'getxattrat listxattrat removexattrat setxattrat',
  '6.15': 'open_tree_attr',
  '6.17': 'file_getattr file_setattr',
  '6.18': 'uprobe',
  '6.19': 'listns',
  '7.0': 'rseq_slice_yield',
}

/**
 * ABIs that are younger than most calls, with their first version. No call of such an ABI is older.
 * @see the releases that added arch/arm64 (3.7), arch/riscv (4.15), arch/loongarch (5.19), and the x32 ABI (3.4)
 */
const FIRST_OF_ABI = { x32: '3.4', aarch64: '3.7', riscv64: '4.15', loongarch64: '5.19' }

/** Calls that some ABIs got later than others. */
const LATER = [
  {
    source: 'socket(2) and the others; commits 9dea5dc921b5 (x86), 977108f89c98 (s390)',
    version: '4.3',
    columns: ['x86', 's390', 's390x'],
    calls:
      'socket socketpair bind connect listen accept4 getsockopt setsockopt getsockname getpeername sendto sendmsg ' +
      'recvfrom recvmsg shutdown',
  },
  {
    source: 'commit 0d6040d46817',
    version: '5.1',
    columns: ['x86', 'm68k', 'mips', 'ppc', 'ppc64', 's390', 's390x', 'sh'],
    calls: 'semget semctl shmget shmctl shmat shmdt msgget msgsnd msgrcv msgctl',
  },
  { source: 'commit 0d6040d46817', version: '5.1', columns: ['ppc64', 's390x'], calls: 'semtimedop' },
  {
    source: 'commit 4e21565b7fd4',
    version: '5.0',
    columns: ['aarch64', 'riscv64'],
    calls: 'kexec_file_load',
  },
  {
    source: 'commits c35559f94ebc (x86_64), 2fd0ebad27bc (the others)',
    version: '6.7',
    columns: [
      'x86',
      'x32',
      'aarch64',
      'arm',
      'loongarch64',
      'm68k',
      'mips',
      'mips64',
      'mips64n32',
      'parisc',
      'parisc64',
      'ppc',
      'ppc64',
      'riscv64',
      's390',
      's390x',
      'sh',
    ],
    calls: 'map_shadow_stack',
  },
  { source: 'commit abca6583a2aa', version: '7.0', columns: ['loongarch64'], calls: 'memfd_secret' },
  { source: 'arch_prctl(2)', version: '4.12', columns: ['x86'], calls: 'arch_prctl' },
]

const CALLS = new Map(
  [BY_MANUAL, BY_OWN_PAGE, BY_TABLES].flatMap((versions) =>
    Object.entries(versions).flatMap(([version, names]) => names.split(' ').map((name) => [name, version])),
  ),
)

const numbers = (version) => version.split('.').map(Number)
const isLater = (a, b) => {
  const [[major, minor], [otherMajor, otherMinor]] = [numbers(a), numbers(b)]
  return major > otherMajor || (major === otherMajor && minor > otherMinor)
}

/** The version as `MAJOR.MINOR` in which the ABI of `column` got `call`; undefined where the version is unknown. */
export function sinceOf(call, column) {
  const later = LATER.find(
    ({ columns, calls }) => columns.includes(column) && calls.split(' ').includes(call),
  )
  const known = later?.version ?? CALLS.get(call)
  if (known === undefined) return undefined
  return atLeast(FIRST_OF_ABI[column], known)
}

/** The first version of the ABI of `column`; undefined where the ABI is as old as its calls. */
export const firstOf = (column) => FIRST_OF_ABI[column]

/** The later of two versions; undefined where `version` is undefined. */
export const atLeast = (first, version) =>
  first !== undefined && version !== undefined && isLater(first, version) ? first : version

/** Every call that has a version. */
export const versionedCalls = [...CALLS.keys()]
