/**
 * The families: which names of which headers belong to each, and how a value is read back.
 *
 * A family is what one argument of a call takes. Where the kernel gives one prefix to several arguments, whose values
 * overlap, each has a family of its own (`fan`, `fan-mark`, `fan-event`).
 *
 * `id`       the family, which is the subpath too
 * `what`     what it is, for the comment of the file
 * `from`     the headers, below include/uapi or below the tree; a name from another header is not in the family
 * `match`    the names
 * `skip`     names that `match` and that are left out: sizes, masks of the kernel's own, what never reaches a call
 * `kind`     `enum`: a value is one constant; `flags`: bits joined by or; `fields`: bits, beside numbers under `masks`;
 *            `various`: of several arguments, so that a value alone has no name
 * `masks`    numbers, or names of constants of the family, which have the bits of a field
 * `aliases`  names that come second where another has the same value
 * `type`     the name of a type with all names; `lookup`, a function of the entry by hand that takes such a name; `names`, what
 *            its file exports beside it
 * `base`     how numbers are written: 16 unless given
 *
 * The file is longer than 400 lines because it is one table of facts.
 */
const words = (text) => text.split(/\s+/).filter((word) => word !== '')

const of = (id, what, kind, from, match, more = {}) => ({
  id,
  what,
  kind,
  from: words(from),
  match,
  base: kind === 'enum' ? 10 : 16,
  ...more,
  skip: new Set(words(more.skip ?? '')),
  aliases: new Set(words(more.aliases ?? '')),
  masks: more.masks ?? [],
})

/** The field for the size of huge pages: include/uapi/asm-generic/hugetlb_encode.h. */
const HUGE = 0xfc000000

const MMAN = 'asm/mman.h asm-generic/mman.h asm-generic/mman-common.h linux/mman.h by-hand'
const SIGNAL = 'asm/signal.h asm-generic/signal.h asm-generic/signal-defs.h'
const FCNTL = 'asm/fcntl.h asm-generic/fcntl.h linux/fcntl.h'
const PRCTL_OPTION =
  /^PR_((GET|SET)_(?!MM_|VMA_|PTRACER_ANY)\w+|CAPBSET_\w+|CAP_AMBIENT|TASK_PERF_EVENTS_\w+|LOCK_SHADOW_STACK_STATUS|TIMER_CREATE_RESTORE_IDS|FUTEX_HASH|RSEQ_SLICE_EXTENSION|MCE_KILL(_GET)?|MPX_\w+|(SVE|SME)_[GS]ET_VL|PAC_(RESET_KEYS|[GS]ET_ENABLED_KEYS)|SCHED_CORE|RISCV_V_[GS]ET_CONTROL|RISCV_SET_ICACHE_FLUSH_CTX|PPC_[GS]ET_DEXCR)$/

export const FAMILIES = [
  of('af', 'address families, of socket and socketpair', 'enum', 'include/linux/socket.h', /^AF_/, {
    skip: 'AF_MAX',
    aliases: 'AF_LOCAL AF_ROUTE',
  }),
  of(
    'sock',
    'types of sockets, and flags beside them',
    'fields',
    'include/linux/net.h arch/socket.h',
    /^SOCK_/,
    {
      skip: 'SOCK_MAX',
      masks: ['SOCK_TYPE_MASK'],
    },
  ),
  of('ipproto', 'protocols of Internet sockets', 'enum', 'linux/in.h linux/in6.h', /^IPPROTO_/, {
    skip: 'IPPROTO_MAX',
    aliases: 'IPPROTO_HOPOPTS',
  }),
  of('netlink', 'protocols of netlink sockets', 'enum', 'linux/netlink.h', /^NETLINK_/, {
    skip: `NETLINK_ADD_MEMBERSHIP NETLINK_DROP_MEMBERSHIP NETLINK_PKTINFO NETLINK_BROADCAST_ERROR NETLINK_NO_ENOBUFS
      NETLINK_RX_RING NETLINK_TX_RING NETLINK_LISTEN_ALL_NSID NETLINK_LIST_MEMBERSHIPS NETLINK_CAP_ACK NETLINK_EXT_ACK
      NETLINK_GET_STRICT_CHK NETLINK_UNCONNECTED NETLINK_CONNECTED`,
    aliases: 'NETLINK_INET_DIAG',
  }),
  of(
    'sol',
    'levels of socket options',
    'enum',
    'asm/socket.h asm-generic/socket.h include/linux/socket.h',
    /^SOL_/,
  ),
  of('so', 'socket options at SOL_SOCKET', 'enum', 'asm/socket.h asm-generic/socket.h', /^SO_/, {
    aliases: `SO_GET_FILTER SO_DETACH_BPF SO_RCVTIMEO SO_SNDTIMEO SO_TIMESTAMP SO_TIMESTAMPNS SO_TIMESTAMPING
      SO_STYLE`,
  }),
  of('tcp', 'socket options at IPPROTO_TCP', 'enum', 'linux/tcp.h', /^TCP_[A-Z0-9_]+$/, {
    skip: `TCP_MSS_DEFAULT TCP_MSS_DESIRED TCP_MD5SIG_MAXKEYLEN TCP_MD5SIG_FLAG_PREFIX TCP_MD5SIG_FLAG_IFINDEX
      TCP_AO_MAXKEYLEN TCP_AO_KEYF_IFINDEX TCP_AO_KEYF_EXCLUDE_OPT TCP_REPAIR_ON TCP_REPAIR_OFF TCP_REPAIR_OFF_NO_WP
      TCP_FLAG_CWR TCP_FLAG_ECE TCP_FLAG_URG TCP_FLAG_ACK TCP_FLAG_PSH TCP_FLAG_RST TCP_FLAG_SYN TCP_FLAG_FIN
      TCP_RESERVED_BITS TCP_DATA_OFFSET TCP_NO_QUEUE TCP_RECV_QUEUE TCP_SEND_QUEUE TCP_QUEUES_NR
      TCP_FLAG_AE TCP_CA_CWR TCP_RECEIVE_ZEROCOPY_FLAG_TLB_CLEAN_HINT`,
    aliases: 'TCP_CM_INQ',
    unless: /^TCP_(NLA|ACCECN)_/,
  }),
  of('ip', 'socket options at IPPROTO_IP', 'enum', 'linux/in.h', /^(IP|MCAST)_/, {
    skip: 'IP_DEFAULT_MULTICAST_TTL IP_DEFAULT_MULTICAST_LOOP MCAST_EXCLUDE MCAST_INCLUDE',
    aliases: 'IP_RECVRETOPTS IP_ORIGDSTADDR',
    unless: /^IP_PMTUDISC_/,
  }),
  of('ipv6', 'socket options at IPPROTO_IPV6', 'enum', 'linux/in6.h', /^IPV6_/, {
    skip: 'IPV6_TLV_PAD1 IPV6_TLV_PADN IPV6_TLV_ROUTERALERT IPV6_TLV_CALIPSO IPV6_TLV_IOAM IPV6_TLV_JUMBO IPV6_TLV_HAO',
    aliases: 'IPV6_ORIGDSTADDR',
    unless: /^IPV6_(PMTUDISC|PREFER_SRC|FL_|PRIORITY_|FLOWINFO_)/,
  }),
  of('msg', 'flags of send and receive calls', 'flags', 'include/linux/socket.h', /^MSG_/, {
    skip: `MSG_SENDPAGE_NOPOLICY MSG_SENDPAGE_DECRYPTED MSG_NO_SHARED_FRAGS MSG_SPLICE_PAGES MSG_SOCK_DEVMEM
      MSG_CMSG_COMPAT`,
    aliases: 'MSG_TRYHARD MSG_EOF',
  }),
  of('shut', 'which directions shutdown closes', 'enum', 'include/linux/net.h', /^SHUT_/),
  of('clone', 'flags of clone, unshare and setns', 'fields', 'linux/sched.h', /^(CLONE_|CSIGNAL$)/, {
    skip: 'CLONE_ARGS_SIZE_VER0 CLONE_ARGS_SIZE_VER1 CLONE_ARGS_SIZE_VER2',
    masks: ['CSIGNAL'],
  }),
  of('o', 'flags of open', 'fields', FCNTL, /^O_/, { aliases: 'O_NDELAY', masks: ['O_ACCMODE'] }),
  of('resolve', 'resolve flags of openat2', 'flags', 'linux/openat2.h', /^RESOLVE_/),
  of(
    'at',
    'flags of calls that take a directory, and AT_FDCWD',
    'flags',
    'linux/fcntl.h',
    /^AT_(?!RENAME_|HANDLE_)/,
    {
      skip: 'AT_STATX_SYNC_TYPE',
      aliases: 'AT_EACCESS AT_STATX_SYNC_AS_STAT',
    },
  ),
  of(
    'name-to-handle',
    'flags of name_to_handle_at beside those of at',
    'flags',
    'linux/fcntl.h',
    /^AT_HANDLE_/,
  ),
  of('s', 'modes of files', 'fields', 'linux/stat.h', /^S_I/, { masks: ['S_IFMT'], base: 8 }),
  of('access', 'modes of access', 'flags', 'by-hand', /^[FRWX]_OK$/),
  of('seek', 'whence of lseek', 'enum', 'linux/fs.h', /^SEEK_/, { skip: 'SEEK_MAX' }),
  of('prot', 'protections of memory', 'flags', MMAN, /^PROT_/),
  of('map', 'flags of mmap', 'fields', MMAN, /^MAP_/, {
    skip: 'MAP_HUGE_SHIFT MAP_HUGE_MASK',
    aliases: 'MAP_FILE MAP_ANON',
    masks: ['MAP_TYPE', HUGE],
  }),
  of('madv', 'advice of madvise', 'enum', MMAN, /^MADV_/),
  of('mremap', 'flags of mremap', 'flags', MMAN, /^MREMAP_/),
  of('msync', 'flags of msync', 'flags', MMAN, /^MS_/),
  of('mcl', 'flags of mlockall', 'flags', MMAN, /^MCL_/),
  of('mlock', 'flags of mlock2', 'flags', MMAN, /^MLOCK_/),
  of('pkey', 'access rights of pkey_alloc', 'flags', MMAN, /^PKEY_/, { skip: 'PKEY_ACCESS_MASK' }),
  of('mfd', 'flags of memfd_create', 'fields', 'linux/memfd.h', /^MFD_/, {
    skip: 'MFD_HUGE_SHIFT MFD_HUGE_MASK',
    masks: [HUGE],
  }),
  of('mount', 'flags of mount', 'flags', 'linux/mount.h', /^MS_/, {
    skip: `MS_SUBMOUNT MS_NOREMOTELOCK MS_NOSEC MS_BORN MS_ACTIVE MS_NOUSER MS_KERNMOUNT MS_RMT_MASK MS_MGC_VAL
      MS_MGC_MSK`,
    aliases: 'MS_VERBOSE',
  }),
  of('umount', 'flags of umount2', 'flags', 'include/linux/fs.h', /^U?M(OU)?NT_/, { skip: 'UMOUNT_UNUSED' }),
  of('fsopen', 'flags of fsopen', 'flags', 'linux/mount.h', /^FSOPEN_/),
  of('fsconfig', 'commands of fsconfig', 'enum', 'linux/mount.h', /^FSCONFIG_/),
  of('fsmount', 'flags of fsmount', 'flags', 'linux/mount.h', /^FSMOUNT_/),
  of('fspick', 'flags of fspick', 'flags', 'linux/mount.h', /^FSPICK_/),
  of('open-tree', 'flags of open_tree beside those of at', 'flags', 'linux/mount.h', /^OPEN_TREE_/),
  of('move-mount', 'flags of move_mount', 'flags', 'linux/mount.h', /^MOVE_MOUNT_(?!_)/),
  of('mount-attr', 'attributes of mounts', 'fields', 'linux/mount.h', /^MOUNT_ATTR_/, {
    skip: 'MOUNT_ATTR_SIZE_VER0',
    masks: ['MOUNT_ATTR__ATIME'],
  }),
  of('pr', 'options of prctl', 'enum', 'linux/prctl.h', PRCTL_OPTION),
  of('pr-arg', 'further arguments of prctl', 'various', 'linux/prctl.h', /^PR_/, {
    skip: 'PR_SET_PTRACER_ANY PR_SCHED_CORE_MAX',
    unless: new RegExp(`${PRCTL_OPTION.source}|_SHIFT$`),
  }),
  of('arch-prctl', 'options of arch_prctl', 'enum', 'asm/prctl.h', /^ARCH_/, {
    skip: 'ARCH_XCOMP_TILECFG ARCH_XCOMP_TILEDATA ARCH_SHSTK_SHSTK ARCH_SHSTK_WRSS',
    base: 16,
  }),
  of('futex', 'operations of futex', 'fields', 'linux/futex.h', /^FUTEX_/, {
    skip: `FUTEX_32 FUTEX_WAITV_MAX FUTEX_WAITERS FUTEX_OWNER_DIED FUTEX_TID_MASK FUTEX_BITSET_MATCH_ANY FUTEX_CMD_MASK
      FUTEX_NO_NODE FUTEX_ROBUST_MOD_MASK FUTEX_ROBUST_MOD_PI`,
    aliases: 'FUTEX_WAIT_PRIVATE',
    unless: /^FUTEX_OP_/,
    masks: [0x7f],
  }),
  of('futex2', 'flags of futex_wait, futex_wake and futex_requeue', 'fields', 'linux/futex.h', /^FUTEX2_/, {
    aliases: 'FUTEX2_SIZE_MASK',
    masks: ['FUTEX2_SIZE_MASK'],
  }),
  of('f', 'commands of fcntl', 'enum', `${FCNTL}`, /^F_/, {
    skip: 'F_LINUX_SPECIFIC_BASE F_RDLCK F_WRLCK F_UNLCK F_EXLCK F_SHLCK F_OWNER_TID F_OWNER_PID F_OWNER_PGRP',
    unless: /^F_SEAL_/,
  }),
  of('fd', 'flags of file descriptors, of F_SETFD', 'flags', FCNTL, /^FD_/, {
    skip: 'FD_INVALID FD_NSFS_ROOT FD_PIDFS_ROOT',
  }),
  of('seal', 'seals of F_ADD_SEALS', 'flags', 'linux/fcntl.h', /^F_SEAL_/),
  of('lease', 'types of leases, of F_SETLEASE', 'enum', FCNTL, /^F_(RD|WR|UN)LCK$/),
  of('notify', 'events of F_NOTIFY', 'flags', 'linux/fcntl.h', /^DN_/),
  of('lock', 'operations of flock', 'flags', FCNTL, /^LOCK_/),
  of('sig', 'signals', 'enum', SIGNAL, /^SIG[A-Z0-9]+$/, {
    skip: 'SIGSTKSZ SIGSWI SIGRTMIN SIGRTMAX',
    aliases: 'SIGIOT SIGPOLL SIGCLD SIGUNUSED',
    type: 'SignalName',
    lookup: 'signalOn',
  }),
  of('sig-how', 'what rt_sigprocmask does with a set', 'enum', SIGNAL, /^SIG_(BLOCK|UNBLOCK|SETMASK)$/),
  of('sa', 'flags of rt_sigaction', 'flags', SIGNAL, /^SA_/, { aliases: 'SA_NOMASK SA_ONESHOT' }),
  of('seccomp', 'operations of seccomp', 'enum', 'linux/seccomp.h', /^SECCOMP_([GS]ET_)(?!.*FLAG)/),
  of('seccomp-flag', 'flags of SECCOMP_SET_MODE_FILTER', 'flags', 'linux/seccomp.h', /^SECCOMP_FILTER_FLAG_/),
  of('seccomp-mode', 'modes of PR_SET_SECCOMP', 'enum', 'linux/seccomp.h', /^SECCOMP_MODE_/),
  of(
    'ioctl',
    'requests of ioctl',
    'enum',
    '*',
    /^(TIOC|FIO|TC[A-Z]+2?$|SIOC|BLK|KD|GIO_|PIO_|VT_|LOOP_|FI[A-Z]+$)/,
    {
      requests: true,
      skip: `TCIFLUSH TCOFLUSH TCIOFLUSH TCOOFF TCOON TCIOFF TCION TCSANOW TCSADRAIN TCSAFLUSH TIOCPKT_DATA TIOCPKT_FLUSHREAD
      TIOCPKT_FLUSHWRITE TIOCPKT_STOP TIOCPKT_START TIOCPKT_NOSTOP TIOCPKT_DOSTOP TIOCPKT_IOCTL TIOCSER_TEMT
      SIOC_IOC_TYPE FIOQ SIOCDEVPRIVATE SIOCPROTOPRIVATE LOOP_CONFIGURE_SETTABLE_FLAGS LOOP_SET_STATUS_SETTABLE_FLAGS
      LOOP_SET_STATUS_CLEARABLE_FLAGS VT_AUTO VT_PROCESS VT_ACKACQ VT_EVENT_SWITCH VT_EVENT_BLANK VT_EVENT_UNBLANK
      VT_EVENT_RESIZE VT_MAX_EVENT SIOCGSTAMP SIOCGSTAMPNS BLKTRACE_BDEV_SIZE2`,
      unless: /^(TIOCM_|TIOCL_|BLK_|KD_)/,
      aliases: `TIOCINQ SIOCINQ SIOCOUTQ SIOCRTMSG TIOCSLTC DMA_BUF_SET_NAME KVM_ARM_SET_DEVICE_ADDR FS_IOC32_GETFLAGS
      FS_IOC32_SETFLAGS FS_IOC32_GETVERSION FS_IOC32_SETVERSION`,
      base: 16,
    },
  ),
  of('tioclinux', 'subcodes of TIOCLINUX', 'enum', 'linux/tiocl.h', /^TIOCL_(?!SEL)/, { base: 10 }),
  of(
    'ipc',
    'flags and commands that the System V calls share',
    'fields',
    'linux/ipc.h asm/ipcbuf.h',
    /^IPC_/,
    {
      skip: 'IPC_OWN IPC_DIPC IPC_OLD IPC_PRIVATE',
      masks: [0xff],
    },
  ),
  of(
    'sem',
    'commands of semctl, and SEM_UNDO',
    'enum',
    'linux/sem.h',
    /^(SEM_|GET(PID|VAL|ALL|NCNT|ZCNT)$|SET(VAL|ALL)$)/,
  ),
  of('shm', 'flags of shmget and shmat, and commands of shmctl', 'fields', 'linux/shm.h', /^SHM_/, {
    skip: 'SHM_HUGE_SHIFT SHM_HUGE_MASK',
    aliases: 'SHM_NORESERVE',
    masks: [0xf, HUGE],
  }),
  of('msq', 'commands of msgctl, and flags of msgrcv', 'fields', 'linux/msg.h', /^MSG_/, { masks: [0xff] }),
  of(
    'key',
    'operations of keyctl, and keyrings by name',
    'enum',
    'linux/keyctl.h',
    /^(KEYCTL_(?!CAPS\d)|KEY_SPEC_)/,
    {
      skip: `KEYCTL_SUPPORTS_ENCRYPT KEYCTL_SUPPORTS_DECRYPT KEYCTL_SUPPORTS_SIGN KEYCTL_SUPPORTS_VERIFY
      KEYCTL_MOVE_EXCL`,
    },
  ),
  of('reqkey', 'keyrings of KEYCTL_SET_REQKEY_KEYRING', 'enum', 'linux/keyctl.h', /^KEY_REQKEY_/),
  of(
    'ptrace',
    'requests of ptrace',
    'enum',
    'asm/ptrace.h asm/ptrace-abi.h linux/ptrace.h by-hand',
    /^PTRACE_/,
    {
      skip: 'PTRACE_PEEKSIGINFO_SHARED',
      unless: /^PTRACE_(O_|EVENT_|EVENTMSG_|SYSCALL_INFO_|CFI_)/,
      aliases: 'PTRACE_PEEKUSER PTRACE_POKEUSER',
    },
  ),
  of('ptrace-o', 'options of PTRACE_SETOPTIONS and PTRACE_SEIZE', 'flags', 'linux/ptrace.h', /^PTRACE_O_/, {
    skip: 'PTRACE_O_MASK',
  }),
  of('bpf', 'commands of bpf, and BPF_COMMON_ATTRS', 'fields', 'enum bpf_cmd', /^BPF_/, {
    aliases: 'BPF_PROG_RUN',
    unless: /^__MAX/,
    masks: [0xffff],
    base: 10,
  }),
  of('perf', 'flags of perf_event_open', 'flags', 'linux/perf_event.h', /^PERF_FLAG_/),
  of('clock', 'clocks', 'enum', 'linux/time.h', /^CLOCK_/),
  of('timer', 'flags of timer_settime and clock_nanosleep', 'flags', 'linux/time.h', /^TIMER_/),
  of('itimer', 'interval timers', 'enum', 'linux/time.h', /^ITIMER_/),
  of('tfd', 'flags of timerfd_create and timerfd_settime', 'flags', 'linux/timerfd.h', /^TFD_(?!IOC)/),
  of('efd', 'flags of eventfd2', 'flags', 'linux/eventfd.h', /^EFD_/),
  of('sfd', 'flags of signalfd4', 'flags', 'linux/signalfd.h', /^SFD_/),
  of(
    'epoll',
    'operations of epoll_ctl, and flags of epoll_create1',
    'fields',
    'linux/eventpoll.h',
    /^EPOLL_C/,
    {
      masks: [0xff],
    },
  ),
  of('poll', 'events of poll', 'flags', 'asm/poll.h asm-generic/poll.h', /^POLL[A-Z]+$/, {
    skip: 'POLLFREE',
    aliases: 'POLLWRNORM',
  }),
  of('in', 'events of inotify_add_watch', 'flags', 'linux/inotify.h', /^IN_/, {
    skip: 'IN_CLOEXEC IN_NONBLOCK IN_ALL_EVENTS',
  }),
  of('in-init', 'flags of inotify_init1', 'flags', 'linux/inotify.h', /^IN_(CLOEXEC|NONBLOCK)$/),
  of(
    'fan',
    'flags of fanotify_init',
    'fields',
    'linux/fanotify.h',
    /^FAN_(CLOEXEC|NONBLOCK|CLASS_|UNLIMITED_|ENABLE_AUDIT|REPORT_)/,
    {
      masks: [0xc],
    },
  ),
  of('fan-mark', 'flags of fanotify_mark', 'flags', 'linux/fanotify.h', /^FAN_MARK_/),
  of('fan-event', 'events of fanotify_mark', 'flags', 'linux/fanotify.h', /^FAN_/, {
    skip: `FAN_ALLOW FAN_DENY FAN_AUDIT FAN_INFO FAN_NOFD FAN_NOPIDFD FAN_EPIDFD FAN_EVENT_METADATA_LEN
      FAN_ALL_CLASS_BITS FAN_ALL_INIT_FLAGS FAN_ALL_MARK_FLAGS FAN_ALL_EVENTS FAN_ALL_PERM_EVENTS
      FAN_ALL_OUTGOING_EVENTS FAN_CLOEXEC FAN_NONBLOCK FAN_ENABLE_AUDIT FAN_ERRNO_BITS FAN_ERRNO_SHIFT
      FAN_ERRNO_MASK`,
    unless: /^FAN_(CLASS_|UNLIMITED_|REPORT_|MARK_|EVENT_INFO_|RESPONSE_)/,
  }),
  of('prio', 'whose priority getpriority and setpriority mean', 'enum', 'linux/resource.h', /^PRIO_/, {
    skip: 'PRIO_MIN PRIO_MAX',
  }),
  of('ioprio', 'whose priority ioprio_get and ioprio_set mean', 'enum', 'linux/ioprio.h', /^IOPRIO_WHO_/),
  of('sched', 'scheduling policies', 'fields', 'linux/sched.h by-hand', /^SCHED_(?!FLAG_|GETATTR_FLAG_)/, {
    aliases: 'SCHED_OTHER',
    masks: [0xff],
    base: 16,
  }),
  of('rlimit', 'resources of limits', 'enum', 'asm/resource.h asm-generic/resource.h', /^RLIMIT_/),
  of('rusage', 'whose usage getrusage means', 'enum', 'linux/resource.h', /^RUSAGE_/),
  of('wait', 'options of wait4 and waitid', 'flags', 'linux/wait.h', /^_*W[A-Z]+$/, { aliases: 'WUNTRACED' }),
  of('idtype', 'what waitid waits for', 'enum', 'linux/wait.h', /^P_/),
  of('grnd', 'flags of getrandom', 'flags', 'linux/random.h', /^GRND_/),
  of('statx', 'fields that statx is asked for', 'flags', 'linux/stat.h', /^STATX_(?!ATTR_|_)/, {
    skip: 'STATX_ALL',
  }),
  of('rename', 'flags of renameat2', 'flags', 'linux/fs.h', /^RENAME_/),
  of('rwf', 'flags of preadv2 and pwritev2', 'flags', 'linux/fs.h', /^RWF_/, { skip: 'RWF_SUPPORTED' }),
  of('sync-range', 'flags of sync_file_range', 'flags', 'linux/fs.h', /^SYNC_FILE_RANGE_/),
  of('splice', 'flags of splice, tee and vmsplice', 'flags', 'include/linux/splice.h', /^SPLICE_F_/, {
    skip: 'SPLICE_F_ALL',
  }),
  of('falloc', 'modes of fallocate', 'flags', 'linux/falloc.h', /^FALLOC_FL_/),
  of('fadvise', 'advice of fadvise64', 'enum', 'linux/fadvise.h', /^POSIX_FADV_/),
  of('landlock', 'flags of landlock_create_ruleset', 'flags', 'linux/landlock.h', /^LANDLOCK_CREATE_/),
  of('landlock-rule', 'types of rules of landlock_add_rule', 'enum', 'linux/landlock.h', /^LANDLOCK_RULE_/),
  of('membarrier', 'commands of membarrier', 'enum', 'linux/membarrier.h', /^MEMBARRIER_/, {
    skip: 'MEMBARRIER_CMD_FLAG_CPU',
    aliases: 'MEMBARRIER_CMD_SHARED',
    base: 16,
  }),
  of('membarrier-flag', 'flags of membarrier', 'flags', 'linux/membarrier.h', /^MEMBARRIER_CMD_FLAG_/),
  of('rseq', 'flags of rseq', 'flags', 'linux/rseq.h', /^RSEQ_FLAG_/),
  of('quota', 'commands of quotactl, before QCMD shifts them', 'enum', 'linux/quota.h', /^Q_/, { base: 16 }),
  of('quota-type', 'types of quotas', 'enum', 'linux/quota.h', /^(USR|GRP|PRJ)QUOTA$/),
  of('reboot', 'commands and magic numbers of reboot', 'enum', 'linux/reboot.h', /^LINUX_REBOOT_/, {
    base: 16,
  }),
  of('swap', 'flags of swapon', 'fields', 'include/linux/swap.h', /^SWAP_FLAG_/, {
    skip: 'SWAP_FLAG_PRIO_SHIFT',
    masks: ['SWAP_FLAG_PRIO_MASK'],
  }),
  of('kexec', 'flags of kexec_load', 'fields', 'linux/kexec.h', /^KEXEC_(?!FILE_)/, {
    skip: 'KEXEC_SEGMENT_MAX',
    masks: ['KEXEC_ARCH_MASK'],
  }),
  of('kexec-file', 'flags of kexec_file_load', 'flags', 'linux/kexec.h', /^KEXEC_FILE_/),
  of('module', 'flags of finit_module', 'flags', 'linux/module.h', /^MODULE_INIT_/),
  of('kcmp', 'what kcmp compares', 'enum', 'linux/kcmp.h', /^KCMP_/, { skip: 'KCMP_TYPES' }),
  of(
    'personality',
    'personalities',
    'fields',
    'linux/personality.h',
    /^(PER_|UNAME26$|ADDR_|FDPIC_|MMAP_|READ_|SHORT_|WHOLE_|STICKY_)/,
    { skip: 'PER_CLEAR_ON_SETID', aliases: 'PER_LINUX_32BIT PER_LINUX_FDPIC', masks: ['PER_MASK'] },
  ),
  of('mpol', 'policies of memory', 'fields', 'linux/mempolicy.h', /^MPOL_(?!MF_)/, {
    skip: `MPOL_MAX MPOL_MODE_FLAGS MPOL_F_NODE MPOL_F_ADDR MPOL_F_MEMS_ALLOWED MPOL_F_SHARED MPOL_F_MOF MPOL_F_MORON
      MPOL_USER_NODEMASK_FLAGS`,
    masks: [0xff],
  }),
  of('mpol-f', 'flags of get_mempolicy', 'flags', 'linux/mempolicy.h', /^MPOL_F_(NODE|ADDR|MEMS_ALLOWED)$/),
  of('mpol-mf', 'flags of mbind', 'flags', 'linux/mempolicy.h', /^MPOL_MF_/, {
    skip: 'MPOL_MF_VALID MPOL_MF_INTERNAL MPOL_MF_LAZY',
  }),
  of('io-uring', 'operations of io_uring_register', 'fields', 'linux/io_uring.h', /^IORING_(UN)?REGISTER_/, {
    skip: 'IORING_REGISTER_LAST IORING_REGISTER_FILES_SKIP IORING_REGISTER_SRC_REGISTERED IORING_REGISTER_DST_REPLACE',
    masks: [0x7fffffff],
    base: 10,
  }),
  of('io-uring-enter', 'flags of io_uring_enter', 'flags', 'linux/io_uring.h', /^IORING_ENTER_/),
  of('pidfd', 'flags of pidfd_open', 'flags', 'linux/pidfd.h', /^PIDFD_(NONBLOCK|THREAD)$/),
  of('pidfd-signal', 'flags of pidfd_send_signal', 'flags', 'linux/pidfd.h', /^PIDFD_SIGNAL_/),
  of('close-range', 'flags of close_range', 'flags', 'linux/close_range.h', /^CLOSE_RANGE_/),
  of('uffd', 'flags of userfaultfd', 'flags', 'linux/userfaultfd.h', /^UFFD_USER_/),
  of('syslog', 'actions of syslog', 'enum', 'include/linux/syslog.h', /^SYSLOG_ACTION_/),
  of('xattr', 'flags of setxattr', 'flags', 'linux/xattr.h', /^XATTR_(CREATE|REPLACE)$/),
  of('aio', 'commands of io_submit', 'enum', 'linux/aio_abi.h', /^IOCB_CMD_/),
  of(
    'errno',
    'errors',
    'enum',
    'asm/errno.h asm-generic/errno.h asm-generic/errno-base.h by-hand',
    /^E[A-Z0-9]+$/,
    {
      aliases: 'EWOULDBLOCK EDEADLOCK ENOTSUP ECANCELLED EREFUSED EFSBADCRC EFSCORRUPTED',
      type: 'ErrnoName',
      lookup: 'errnoOn',
      names: ['errnoNames', 'errnoOf', 'verdictText'],
    },
  ),
]

/**
 * Constants that no header of the kernel has, each with its source. The C library and manual pages give them these names;
 * the kernel reads the same numbers.
 */
export const BY_HAND = `
// access(2); fs/open.c: do_faccessat() takes the bits of S_IRWXO
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
// mmap(2)
#define MAP_ANON MAP_ANONYMOUS
// sched(7); include/uapi/linux/sched.h: SCHED_NORMAL
#define SCHED_OTHER SCHED_NORMAL
// ptrace(2)
#define PTRACE_PEEKUSER PTRACE_PEEKUSR
#define PTRACE_POKEUSER PTRACE_POKEUSR
// errno(3): one number on Linux
#define ENOTSUP EOPNOTSUPP
`
