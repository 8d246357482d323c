/**
 * The family of constants that an argument takes. A family is a subpath of @seccompile/constants.
 *
 * An entry is `CALL.ARGUMENT`, with the names that the generator gives to arguments. An entry that no ABI has is an error.
 * Two kinds of arguments have no family: those whose meaning depends on another argument (the `arg` of fcntl), and those
 * with flags that are in no family. For them the builder accepts every constant.
 * The manual page of a call is the source: it lists the constants.
 */
const BY_FAMILY = {
  af: 'socket.family socketpair.family',
  sock: 'socket.type socketpair.type accept4.flags',
  msg: 'send.flags recv.flags sendto.flags recvfrom.flags sendmsg.flags recvmsg.flags sendmmsg.flags recvmmsg.flags recvmmsg_time64.flags',
  shut: 'shutdown.how',
  clone: 'clone.clone_flags unshare.unshare_flags setns.flags',
  o: 'open.flags openat.flags mq_open.oflag pipe2.flags dup3.flags open_by_handle_at.flags fanotify_init.event_f_flags memfd_secret.flags delete_module.flags',
  at: 'openat.dfd openat2.dfd mkdirat.dfd mknodat.dfd fchownat.dfd fchownat.flag futimesat.dfd newfstatat.dfd newfstatat.flag fstatat64.dfd fstatat64.flag unlinkat.dfd unlinkat.flag renameat.olddfd renameat.newdfd renameat2.olddfd renameat2.newdfd linkat.olddfd linkat.newdfd linkat.flags symlinkat.newdfd readlinkat.dfd fchmodat.dfd fchmodat2.dfd fchmodat2.flags faccessat.dfd faccessat2.dfd faccessat2.flags utimensat.dfd utimensat.flags utimensat_time64.dfd utimensat_time64.flags execveat.fd execveat.flags statx.dfd statx.flags name_to_handle_at.dfd open_by_handle_at.mountdirfd fanotify_mark.dfd open_tree.dfd open_tree_attr.dfd move_mount.from_dfd move_mount.to_dfd fspick.dfd mount_setattr.dfd mount_setattr.flags setxattrat.dfd setxattrat.at_flags getxattrat.dfd getxattrat.at_flags listxattrat.dfd listxattrat.at_flags removexattrat.dfd removexattrat.at_flags file_getattr.dfd file_getattr.at_flags file_setattr.dfd file_setattr.at_flags',
  s: 'open.mode openat.mode creat.mode mkdir.mode mkdirat.mode mknod.mode mknodat.mode chmod.mode fchmod.mode fchmodat.mode fchmodat2.mode mq_open.mode umask.mask spu_create.mode',
  access: 'access.mode faccessat.mode faccessat2.mode',
  seek: 'lseek.whence _llseek.whence',
  prot: 'mmap.prot mmap2.prot mprotect.prot pkey_mprotect.prot remap_file_pages.prot',
  map: 'mmap.flags mmap2.flags remap_file_pages.flags',
  madv: 'madvise.behavior process_madvise.behavior',
  mremap: 'mremap.flags',
  msync: 'msync.flags',
  mount: 'mount.flags',
  mcl: 'mlockall.flags',
  mlock: 'mlock2.flags',
  mfd: 'memfd_create.flags',
  pr: 'prctl.option',
  'arch-prctl': 'arch_prctl.option',
  futex: 'futex.op futex_time64.op',
  futex2: 'futex_wait.flags futex_wake.flags',
  f: 'fcntl.cmd fcntl64.cmd',
  lock: 'flock.cmd',
  sig: 'kill.sig tkill.sig tgkill.sig signal.sig sigaction.sig rt_sigaction.sig rt_sigqueueinfo.sig rt_tgsigqueueinfo.sig pidfd_send_signal.sig s390_runtime_instr.signum',
  'sig-how': 'sigprocmask.how rt_sigprocmask.how',
  seccomp: 'seccomp.op',
  'seccomp-flag': 'seccomp.flags',
  ioctl: 'ioctl.cmd',
  ipc: 'msgsnd.msgflg',
  shm: 'shmat.shmflg',
  key: 'keyctl.option add_key.ringid request_key.destringid',
  ptrace: 'ptrace.request',
  bpf: 'bpf.cmd',
  perf: 'perf_event_open.flags',
  clock: 'clock_gettime.which_clock clock_gettime64.which_clock clock_settime.which_clock clock_settime64.which_clock clock_adjtime.which_clock clock_adjtime64.which_clock clock_getres.which_clock clock_getres_time64.which_clock clock_nanosleep.which_clock clock_nanosleep_time64.which_clock timer_create.which_clock timerfd_create.clockid futex_wait.clockid futex_waitv.clockid',
  timer: 'clock_nanosleep.flags clock_nanosleep_time64.flags timer_settime.flags timer_settime64.flags',
  itimer: 'getitimer.which setitimer.which',
  tfd: 'timerfd_create.flags timerfd_settime.flags timerfd_settime64.flags',
  efd: 'eventfd2.flags',
  sfd: 'signalfd4.flags',
  epoll: 'epoll_create1.flags epoll_ctl.op',
  in: 'inotify_add_watch.mask',
  'in-init': 'inotify_init1.flags',
  fan: 'fanotify_init.flags',
  'fan-mark': 'fanotify_mark.flags',
  'fan-event': 'fanotify_mark.mask',
  prio: 'getpriority.which setpriority.which',
  ioprio: 'ioprio_get.which ioprio_set.which',
  sched: 'sched_setscheduler.policy sched_get_priority_max.policy sched_get_priority_min.policy',
  rlimit: 'getrlimit.resource setrlimit.resource ugetrlimit.resource prlimit64.resource',
  rusage: 'getrusage.who',
  wait: 'wait4.options waitid.options waitpid.options',
  idtype: 'waitid.which',
  grnd: 'getrandom.flags',
  statx: 'statx.mask',
  rename: 'renameat2.flags',
  rwf: 'preadv2.flags pwritev2.flags',
  'sync-range': 'sync_file_range.flags sync_file_range2.flags arm_sync_file_range.flags',
  splice: 'splice.flags tee.flags vmsplice.flags',
  falloc: 'fallocate.mode',
  fadvise: 'fadvise64.advice fadvise64_64.advice arm_fadvise64_64.advice',
  umount: 'umount2.flags',
  fsopen: 'fsopen.flags',
  fsconfig: 'fsconfig.cmd',
  fsmount: 'fsmount.flags',
  fspick: 'fspick.flags',
  'move-mount': 'move_mount.flags',
  'mount-attr': 'fsmount.attr_flags',
  landlock: 'landlock_create_ruleset.flags',
  'landlock-rule': 'landlock_add_rule.rule_type',
  membarrier: 'membarrier.cmd',
  'membarrier-flag': 'membarrier.flags',
  rseq: 'rseq.flags',
  reboot: 'reboot.magic1 reboot.magic2 reboot.cmd',
  swap: 'swapon.swap_flags',
  kexec: 'kexec_load.flags',
  'kexec-file': 'kexec_file_load.flags',
  module: 'finit_module.flags',
  kcmp: 'kcmp.type',
  personality: 'personality.personality',
  mpol: 'mbind.mode set_mempolicy.mode',
  'mpol-f': 'get_mempolicy.flags',
  'mpol-mf': 'mbind.flags move_pages.flags',
  'io-uring': 'io_uring_register.opcode',
  'io-uring-enter': 'io_uring_enter.flags',
  pidfd: 'pidfd_open.flags',
  'pidfd-signal': 'pidfd_send_signal.flags',
  pkey: 'pkey_alloc.init_val',
  'close-range': 'close_range.flags',
  syslog: 'syslog.type',
  xattr: 'setxattr.flags lsetxattr.flags fsetxattr.flags',
} // prettier-ignore

/**
 * Arguments that take constants of several families. A builder accepts all of them. The first family also gives a value
 * its name, unless the values of the families overlap and another argument says which one is meant (`overlap`).
 */
const SEVERAL = [
  // clone(2): the low byte of the flags is the signal that the parent receives.
  { places: 'clone.clone_flags', families: 'clone sig' },
  // protocol: of the Internet families, or of AF_NETLINK.
  { places: 'socket.protocol socketpair.protocol', families: 'ipproto netlink', overlap: true },
  // SOL_TCP is IPPROTO_TCP; manual pages write the latter: tcp(7), ip(7), ipv6(7).
  { places: 'setsockopt.level getsockopt.level', families: 'sol ipproto' },
  { places: 'setsockopt.optname getsockopt.optname', families: 'so tcp ip ipv6', overlap: true },
  // IPC_CREAT and IPC_EXCL beside permission bits: ipc_namespaces(7), sysvipc(7).
  { places: 'semget.semflg msgget.msgflg', families: 'ipc s' },
  { places: 'shmget.shmflg', families: 'shm ipc s' },
  { places: 'msgrcv.msgflg', families: 'msq ipc' },
  { places: 'semctl.cmd', families: 'sem ipc' },
  { places: 'msgctl.cmd', families: 'msq ipc', overlap: true },
  { places: 'shmctl.cmd', families: 'shm ipc', overlap: true },
  // include/uapi/linux/quota.h: QCMD() moves Q_QUOTAON and the like up by 8 bits, so the constants as they are match no call.
  { places: 'quotactl.cmd quotactl_fd.cmd', families: 'quota-type', overlap: true },
  // fs/userfaultfd.c: UFFD_SHARED_FCNTL_FLAGS are O_CLOEXEC and O_NONBLOCK.
  { places: 'userfaultfd.flags', families: 'o uffd' },
  // fs/namespace.c, fs/fhandle.c: the calls accept AT_ flags beside their own.
  { places: 'open_tree.flags open_tree_attr.flags', families: 'open-tree at' },
  { places: 'name_to_handle_at.flag', families: 'name-to-handle at' },
]

const each = (places) => places.split(' ')

/** A Map from `CALL.ARGUMENT` to the families that the builder accepts. */
export const ACCEPTED = new Map([
  ...Object.entries(BY_FAMILY).flatMap(([family, places]) => each(places).map((place) => [place, [family]])),
  ...SEVERAL.flatMap(({ places, families }) => each(places).map((place) => [place, each(families)])),
])

/** A Map from `CALL.ARGUMENT` to the family that gives a value its name. */
export const FAMILIES = new Map([
  ...Object.entries(BY_FAMILY).flatMap(([family, places]) => each(places).map((place) => [place, family])),
  ...SEVERAL.filter(({ overlap }) => overlap !== true).flatMap(({ places, families }) =>
    each(places).map((place) => [place, each(families)[0]]),
  ),
])
