/*
 * A process that emulates a graphics card. Most calls are free; some have sets of values, flags, or a mask.
 *
 * Modelled on crosvm's device `gpu`: chromium.googlesource.com/crosvm/crosvm, main of 2026-08,
 * jail/seccomp/x86_64/gpu_device.policy and gpu_common.policy.
 */
import { arg, KILL_PROCESS, policy } from '@seccompile/policy'

const ALLOWED = `
  access brk clock_gettime clock_nanosleep clone3 close connect dup dup2 epoll_create1 epoll_ctl epoll_pwait epoll_wait
  eventfd2 exit exit_group fallocate flock fstat fstatfs ftruncate futex getcwd getdents getdents64 getegid geteuid getgid
  getpid getrandom getsockopt gettid gettimeofday getuid inotify_add_watch inotify_init1 inotify_rm_watch io_uring_enter
  io_uring_register io_uring_setup kcmp kill lseek lstat membarrier memfd_create mkdir mremap munmap nanosleep newfstatat
  open openat pipe2 poll ppoll read readlink readlinkat readv recvfrom recvmsg rename restart_syscall rseq rt_sigaction
  rt_sigprocmask rt_sigreturn sched_getaffinity sched_setaffinity sched_setscheduler sched_yield sendmsg sendto
  set_robust_list setpriority shutdown sigaltstack stat statx sysinfo uname unlink unlinkat userfaultfd write writev`

export default policy({ default: KILL_PROCESS, name: 'crosvm-gpu' })
  .allow(...ALLOWED.trim().split(/\s+/))
  .allow('clone', arg(0).maskedEq(0x10000, 0x10000))
  .allow('fcntl', arg(1).in([1, 4], 1030, 1033, 1034))
  .allow('ioctl', arg(1).in(0x5421, 0x5451, 0xaa00, 0x40086200, 0x40087543, 0xc018aa3f))
  // Any of the three bits of 0x6400 is set.
  .allow('ioctl', arg(1).maskedEq(0x400, 0x400))
  .allow('ioctl', arg(1).maskedEq(0x2000, 0x2000))
  .allow('ioctl', arg(1).maskedEq(0x4000, 0x4000))
  .allow('madvise', arg(2).in(4, 8, 9, 12, 16, 102, 103))
  .allow('mmap', arg(2).in([0, 3], 5))
  .allow('mprotect', arg(2).in(0, 1, 3))
  .allow('prctl', arg(0).in(1, 15, 16, 0x41555856, 0x53564d41))
  // Only bits of SOCK_STREAM, SOCK_NONBLOCK and SOCK_CLOEXEC may be set.
  .allow('socket', arg(0).eq(1), arg(1).maskedEq(0xffff_ffff_fff7_f7fen, 0), arg(2).eq(0))
  .allow('tgkill', arg(2).eq(6))
