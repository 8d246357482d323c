/*
 * The default profile of Podman, without CAP_AUDIT_WRITE: calls, two errnos, and the sockets of the audit family.
 *
 * Names and conditions: github.com/containers/common, pkg/seccomp/seccomp.json (2025-08), Apache-2.0; changed:
 * resolved for x86_64 and Podman's default capabilities.
 */
import { arg, errno, policy } from '@seccompile/policy'

const ALLOWED = `
  accept accept4 access adjtimex alarm arch_prctl bind brk capget capset chdir chmod chown chroot
  clock_adjtime clock_getres clock_gettime clock_nanosleep clone clone3 close close_range connect
  copy_file_range creat dup dup2 dup3 epoll_create epoll_create1 epoll_ctl epoll_ctl_old epoll_pwait
  epoll_pwait2 epoll_wait epoll_wait_old eventfd eventfd2 execve execveat exit exit_group faccessat
  faccessat2 fadvise64 fallocate fanotify_init fanotify_mark fchdir fchmod fchmodat fchmodat2 fchown
  fchownat fcntl fdatasync fgetxattr flistxattr flock fork fremovexattr fsconfig fsetxattr fsmount fsopen
  fspick fstat fstatfs fsync ftruncate futex futimesat get_mempolicy get_robust_list get_thread_area getcpu
  getcwd getdents getdents64 getegid geteuid getgid getgroups getitimer getpeername getpgid getpgrp getpid
  getppid getpriority getrandom getresgid getresuid getrlimit getrusage getsid getsockname getsockopt gettid
  gettimeofday getuid getxattr inotify_add_watch inotify_init inotify_init1 inotify_rm_watch io_cancel
  io_destroy io_getevents io_setup io_submit ioctl ioprio_get ioprio_set keyctl kill landlock_add_rule
  landlock_create_ruleset landlock_restrict_self lchown lgetxattr link linkat listen listxattr llistxattr
  lremovexattr lseek lsetxattr lstat madvise mbind membarrier memfd_create memfd_secret mincore mkdir
  mkdirat mknod mknodat mlock mlock2 mlockall mmap modify_ldt mount mount_setattr move_mount mprotect
  mq_getsetattr mq_notify mq_open mq_timedreceive mq_timedsend mq_unlink mremap msgctl msgget msgrcv msgsnd
  msync munlock munlockall munmap name_to_handle_at nanosleep newfstatat open open_tree openat openat2 pause
  pidfd_getfd pidfd_open pidfd_send_signal pipe pipe2 pivot_root pkey_alloc pkey_free pkey_mprotect poll
  ppoll prctl pread64 preadv preadv2 prlimit64 process_mrelease process_vm_readv process_vm_writev pselect6
  ptrace pwrite64 pwritev pwritev2 read readahead readlink readlinkat readv reboot recvfrom recvmmsg recvmsg
  remap_file_pages removexattr rename renameat renameat2 restart_syscall rmdir rseq rt_sigaction
  rt_sigpending rt_sigprocmask rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_tgsigqueueinfo
  sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getattr sched_getparam
  sched_getscheduler sched_rr_get_interval sched_setaffinity sched_setattr sched_setparam sched_setscheduler
  sched_yield seccomp select semctl semget semop semtimedop sendfile sendmmsg sendmsg sendto set_mempolicy
  set_robust_list set_thread_area set_tid_address setfsgid setfsuid setgid setgroups setitimer setns setpgid
  setpriority setregid setresgid setresuid setreuid setrlimit setsid setsockopt setuid setxattr shmat shmctl
  shmdt shmget shutdown sigaltstack signalfd signalfd4 socketpair splice stat statfs statx symlink symlinkat
  sync sync_file_range syncfs sysinfo syslog tee tgkill time timer_create timer_delete timer_getoverrun
  timer_gettime timer_settime timerfd_create timerfd_gettime timerfd_settime times tkill truncate umask
  umount2 uname unlink unlinkat unshare utime utimensat utimes vfork wait4 waitid write writev`

const REFUSED = `
  acct bpf cachestat clock_settime delete_module finit_module futex_requeue futex_wait futex_waitv
  futex_wake init_module io_pgetevents ioperm iopl kcmp kexec_file_load kexec_load lookup_dcookie
  map_shadow_stack migrate_pages move_pages nfsservctl open_by_handle_at perf_event_open process_madvise
  query_module quotactl quotactl_fd setdomainname sethostname settimeofday swapoff swapon sysfs uselib
  userfaultfd ustat vhangup vmsplice`

const names = (text) => text.trim().split(/\s+/)

export default policy({ default: errno(38), name: 'podman' })
  .allow(...names(ALLOWED))
  .deny(...names(REFUSED), errno(1))
  .allow('personality', arg(0).in(0, 8, 0x20000, 0x20008, 0xffffffff))
  .allow('socket', arg(0).ne(16))
  .allow('socket', arg(2).ne(9))
  .deny('socket', arg(0).eq(16), arg(2).eq(9), errno(22))
