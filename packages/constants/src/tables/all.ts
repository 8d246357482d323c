// Written by tools/gen-constants from the headers of Linux 6.12.
// Make it again: node tools/gen-constants/gen-constants.mjs --kernel DIR

import type { FamilyFacts } from '../family.ts'
import * as afFamily from '../af.ts'
import * as sockFamily from '../sock.ts'
import * as ipprotoFamily from '../ipproto.ts'
import * as netlinkFamily from '../netlink.ts'
import * as solFamily from '../sol.ts'
import * as soFamily from '../so.ts'
import * as tcpFamily from '../tcp.ts'
import * as ipFamily from '../ip.ts'
import * as ipv6Family from '../ipv6.ts'
import * as msgFamily from '../msg.ts'
import * as shutFamily from '../shut.ts'
import * as cloneFamily from '../clone.ts'
import * as oFamily from '../o.ts'
import * as resolveFamily from '../resolve.ts'
import * as atFamily from '../at.ts'
import * as nameToHandleFamily from '../name-to-handle.ts'
import * as sFamily from '../s.ts'
import * as accessFamily from '../access.ts'
import * as seekFamily from '../seek.ts'
import * as protFamily from '../prot.ts'
import * as mapFamily from '../map.ts'
import * as madvFamily from '../madv.ts'
import * as mremapFamily from '../mremap.ts'
import * as msyncFamily from '../msync.ts'
import * as mclFamily from '../mcl.ts'
import * as mlockFamily from '../mlock.ts'
import * as pkeyFamily from '../pkey.ts'
import * as mfdFamily from '../mfd.ts'
import * as mountFamily from '../mount.ts'
import * as umountFamily from '../umount.ts'
import * as fsopenFamily from '../fsopen.ts'
import * as fsconfigFamily from '../fsconfig.ts'
import * as fsmountFamily from '../fsmount.ts'
import * as fspickFamily from '../fspick.ts'
import * as openTreeFamily from '../open-tree.ts'
import * as moveMountFamily from '../move-mount.ts'
import * as mountAttrFamily from '../mount-attr.ts'
import * as prFamily from '../pr.ts'
import * as prArgFamily from '../pr-arg.ts'
import * as archPrctlFamily from '../arch-prctl.ts'
import * as futexFamily from '../futex.ts'
import * as futex2Family from '../futex2.ts'
import * as fFamily from '../f.ts'
import * as fdFamily from '../fd.ts'
import * as sealFamily from '../seal.ts'
import * as leaseFamily from '../lease.ts'
import * as notifyFamily from '../notify.ts'
import * as lockFamily from '../lock.ts'
import * as sigFamily from './sig.ts'
import * as sigHowFamily from '../sig-how.ts'
import * as saFamily from '../sa.ts'
import * as seccompFamily from '../seccomp.ts'
import * as seccompFlagFamily from '../seccomp-flag.ts'
import * as seccompModeFamily from '../seccomp-mode.ts'
import * as ioctlFamily from '../ioctl.ts'
import * as tioclinuxFamily from '../tioclinux.ts'
import * as ipcFamily from '../ipc.ts'
import * as semFamily from '../sem.ts'
import * as shmFamily from '../shm.ts'
import * as msqFamily from '../msq.ts'
import * as keyFamily from '../key.ts'
import * as reqkeyFamily from '../reqkey.ts'
import * as ptraceFamily from '../ptrace.ts'
import * as ptraceOFamily from '../ptrace-o.ts'
import * as bpfFamily from '../bpf.ts'
import * as perfFamily from '../perf.ts'
import * as clockFamily from '../clock.ts'
import * as timerFamily from '../timer.ts'
import * as itimerFamily from '../itimer.ts'
import * as tfdFamily from '../tfd.ts'
import * as efdFamily from '../efd.ts'
import * as sfdFamily from '../sfd.ts'
import * as epollFamily from '../epoll.ts'
import * as pollFamily from '../poll.ts'
import * as inFamily from '../in.ts'
import * as inInitFamily from '../in-init.ts'
import * as fanFamily from '../fan.ts'
import * as fanMarkFamily from '../fan-mark.ts'
import * as fanEventFamily from '../fan-event.ts'
import * as prioFamily from '../prio.ts'
import * as ioprioFamily from '../ioprio.ts'
import * as schedFamily from '../sched.ts'
import * as rlimitFamily from '../rlimit.ts'
import * as rusageFamily from '../rusage.ts'
import * as waitFamily from '../wait.ts'
import * as idtypeFamily from '../idtype.ts'
import * as grndFamily from '../grnd.ts'
import * as statxFamily from '../statx.ts'
import * as renameFamily from '../rename.ts'
import * as rwfFamily from '../rwf.ts'
import * as syncRangeFamily from '../sync-range.ts'
import * as spliceFamily from '../splice.ts'
import * as fallocFamily from '../falloc.ts'
import * as fadviseFamily from '../fadvise.ts'
import * as landlockFamily from '../landlock.ts'
import * as landlockRuleFamily from '../landlock-rule.ts'
import * as membarrierFamily from '../membarrier.ts'
import * as membarrierFlagFamily from '../membarrier-flag.ts'
import * as rseqFamily from '../rseq.ts'
import * as quotaFamily from '../quota.ts'
import * as quotaTypeFamily from '../quota-type.ts'
import * as rebootFamily from '../reboot.ts'
import * as swapFamily from '../swap.ts'
import * as kexecFamily from '../kexec.ts'
import * as kexecFileFamily from '../kexec-file.ts'
import * as moduleFamily from '../module.ts'
import * as kcmpFamily from '../kcmp.ts'
import * as personalityFamily from '../personality.ts'
import * as mpolFamily from '../mpol.ts'
import * as mpolFFamily from '../mpol-f.ts'
import * as mpolMfFamily from '../mpol-mf.ts'
import * as ioUringFamily from '../io-uring.ts'
import * as ioUringEnterFamily from '../io-uring-enter.ts'
import * as pidfdFamily from '../pidfd.ts'
import * as pidfdSignalFamily from '../pidfd-signal.ts'
import * as closeRangeFamily from '../close-range.ts'
import * as uffdFamily from '../uffd.ts'
import * as syslogFamily from '../syslog.ts'
import * as xattrFamily from '../xattr.ts'
import * as aioFamily from '../aio.ts'
import * as errnoFamily from './errno.ts'

/** Every family, with its constants by name. */
export const FAMILIES: readonly FamilyFacts[] = [
  {
    family: 'af',
    what: 'address families, of socket and socketpair',
    kind: 'enum',
    masks: [],
    aliases: ['AF_LOCAL', 'AF_ROUTE'],
    constants: Object.values(afFamily),
  },
  {
    family: 'sock',
    what: 'types of sockets, and flags beside them',
    kind: 'fields',
    masks: [sockFamily.SOCK_TYPE_MASK],
    aliases: [],
    constants: Object.values(sockFamily),
  },
  {
    family: 'ipproto',
    what: 'protocols of Internet sockets',
    kind: 'enum',
    masks: [],
    aliases: ['IPPROTO_HOPOPTS'],
    constants: Object.values(ipprotoFamily),
  },
  {
    family: 'netlink',
    what: 'protocols of netlink sockets',
    kind: 'enum',
    masks: [],
    aliases: ['NETLINK_INET_DIAG'],
    constants: Object.values(netlinkFamily),
  },
  {
    family: 'sol',
    what: 'levels of socket options',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(solFamily),
  },
  {
    family: 'so',
    what: 'socket options at SOL_SOCKET',
    kind: 'enum',
    masks: [],
    aliases: [
      'SO_RCVTIMEO',
      'SO_SNDTIMEO',
      'SO_GET_FILTER',
      'SO_DETACH_BPF',
      'SO_TIMESTAMP',
      'SO_TIMESTAMPNS',
      'SO_TIMESTAMPING',
      'SO_STYLE',
    ],
    constants: Object.values(soFamily),
  },
  {
    family: 'tcp',
    what: 'socket options at IPPROTO_TCP',
    kind: 'enum',
    masks: [],
    aliases: ['TCP_CM_INQ'],
    constants: Object.values(tcpFamily),
  },
  {
    family: 'ip',
    what: 'socket options at IPPROTO_IP',
    kind: 'enum',
    masks: [],
    aliases: ['IP_RECVRETOPTS', 'IP_ORIGDSTADDR'],
    constants: Object.values(ipFamily),
  },
  {
    family: 'ipv6',
    what: 'socket options at IPPROTO_IPV6',
    kind: 'enum',
    masks: [],
    aliases: ['IPV6_ORIGDSTADDR'],
    constants: Object.values(ipv6Family),
  },
  {
    family: 'msg',
    what: 'flags of send and receive calls',
    kind: 'flags',
    masks: [],
    aliases: ['MSG_TRYHARD', 'MSG_EOF'],
    constants: Object.values(msgFamily),
  },
  {
    family: 'shut',
    what: 'which directions shutdown closes',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(shutFamily),
  },
  {
    family: 'clone',
    what: 'flags of clone, unshare and setns',
    kind: 'fields',
    masks: [cloneFamily.CSIGNAL],
    aliases: [],
    constants: Object.values(cloneFamily),
  },
  {
    family: 'o',
    what: 'flags of open',
    kind: 'fields',
    masks: [oFamily.O_ACCMODE],
    aliases: ['O_NDELAY'],
    constants: Object.values(oFamily),
  },
  {
    family: 'resolve',
    what: 'resolve flags of openat2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(resolveFamily),
  },
  {
    family: 'at',
    what: 'flags of calls that take a directory, and AT_FDCWD',
    kind: 'flags',
    masks: [],
    aliases: ['AT_STATX_SYNC_AS_STAT', 'AT_EACCESS'],
    constants: Object.values(atFamily),
  },
  {
    family: 'name-to-handle',
    what: 'flags of name_to_handle_at beside those of at',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(nameToHandleFamily),
  },
  {
    family: 's',
    what: 'modes of files',
    kind: 'fields',
    masks: [sFamily.S_IFMT],
    aliases: [],
    constants: Object.values(sFamily),
  },
  {
    family: 'access',
    what: 'modes of access',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(accessFamily),
  },
  {
    family: 'seek',
    what: 'whence of lseek',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(seekFamily),
  },
  {
    family: 'prot',
    what: 'protections of memory',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(protFamily),
  },
  {
    family: 'map',
    what: 'flags of mmap',
    kind: 'fields',
    masks: [mapFamily.MAP_TYPE, 0xfc000000],
    aliases: ['MAP_FILE', 'MAP_ANON'],
    constants: Object.values(mapFamily),
  },
  {
    family: 'madv',
    what: 'advice of madvise',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(madvFamily),
  },
  {
    family: 'mremap',
    what: 'flags of mremap',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(mremapFamily),
  },
  {
    family: 'msync',
    what: 'flags of msync',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(msyncFamily),
  },
  {
    family: 'mcl',
    what: 'flags of mlockall',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(mclFamily),
  },
  {
    family: 'mlock',
    what: 'flags of mlock2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(mlockFamily),
  },
  {
    family: 'pkey',
    what: 'access rights of pkey_alloc',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(pkeyFamily),
  },
  {
    family: 'mfd',
    what: 'flags of memfd_create',
    kind: 'fields',
    masks: [0xfc000000],
    aliases: [],
    constants: Object.values(mfdFamily),
  },
  {
    family: 'mount',
    what: 'flags of mount',
    kind: 'flags',
    masks: [],
    aliases: ['MS_VERBOSE'],
    constants: Object.values(mountFamily),
  },
  {
    family: 'umount',
    what: 'flags of umount2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(umountFamily),
  },
  {
    family: 'fsopen',
    what: 'flags of fsopen',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fsopenFamily),
  },
  {
    family: 'fsconfig',
    what: 'commands of fsconfig',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(fsconfigFamily),
  },
  {
    family: 'fsmount',
    what: 'flags of fsmount',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fsmountFamily),
  },
  {
    family: 'fspick',
    what: 'flags of fspick',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fspickFamily),
  },
  {
    family: 'open-tree',
    what: 'flags of open_tree beside those of at',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(openTreeFamily),
  },
  {
    family: 'move-mount',
    what: 'flags of move_mount',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(moveMountFamily),
  },
  {
    family: 'mount-attr',
    what: 'attributes of mounts',
    kind: 'fields',
    masks: [mountAttrFamily.MOUNT_ATTR__ATIME],
    aliases: [],
    constants: Object.values(mountAttrFamily),
  },
  {
    family: 'pr',
    what: 'options of prctl',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(prFamily),
  },
  {
    family: 'pr-arg',
    what: 'further arguments of prctl',
    kind: 'various',
    masks: [],
    aliases: [],
    constants: Object.values(prArgFamily),
  },
  {
    family: 'arch-prctl',
    what: 'options of arch_prctl',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(archPrctlFamily),
  },
  {
    family: 'futex',
    what: 'operations of futex',
    kind: 'fields',
    masks: [0x7f],
    aliases: ['FUTEX_WAIT_PRIVATE'],
    constants: Object.values(futexFamily),
  },
  {
    family: 'futex2',
    what: 'flags of futex_wait, futex_wake and futex_requeue',
    kind: 'fields',
    masks: [futex2Family.FUTEX2_SIZE_MASK],
    aliases: ['FUTEX2_SIZE_MASK'],
    constants: Object.values(futex2Family),
  },
  {
    family: 'f',
    what: 'commands of fcntl',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(fFamily),
  },
  {
    family: 'fd',
    what: 'flags of file descriptors, of F_SETFD',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fdFamily),
  },
  {
    family: 'seal',
    what: 'seals of F_ADD_SEALS',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(sealFamily),
  },
  {
    family: 'lease',
    what: 'types of leases, of F_SETLEASE',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(leaseFamily),
  },
  {
    family: 'notify',
    what: 'events of F_NOTIFY',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(notifyFamily),
  },
  {
    family: 'lock',
    what: 'operations of flock',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(lockFamily),
  },
  {
    family: 'sig',
    what: 'signals',
    kind: 'enum',
    masks: [],
    aliases: ['SIGIOT', 'SIGCLD', 'SIGPOLL', 'SIGUNUSED'],
    constants: Object.values(sigFamily),
  },
  {
    family: 'sig-how',
    what: 'what rt_sigprocmask does with a set',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(sigHowFamily),
  },
  {
    family: 'sa',
    what: 'flags of rt_sigaction',
    kind: 'flags',
    masks: [],
    aliases: ['SA_NOMASK', 'SA_ONESHOT'],
    constants: Object.values(saFamily),
  },
  {
    family: 'seccomp',
    what: 'operations of seccomp',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(seccompFamily),
  },
  {
    family: 'seccomp-flag',
    what: 'flags of SECCOMP_SET_MODE_FILTER',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(seccompFlagFamily),
  },
  {
    family: 'seccomp-mode',
    what: 'modes of PR_SET_SECCOMP',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(seccompModeFamily),
  },
  {
    family: 'ioctl',
    what: 'requests of ioctl',
    kind: 'enum',
    masks: [],
    aliases: [
      'SIOCOUTQ',
      'SIOCINQ',
      'TIOCINQ',
      'TIOCSLTC',
      'SIOCRTMSG',
      'DMA_BUF_SET_NAME',
      'FS_IOC32_SETFLAGS',
      'FS_IOC32_SETVERSION',
      'FS_IOC32_GETFLAGS',
      'FS_IOC32_GETVERSION',
      'KVM_ARM_SET_DEVICE_ADDR',
    ],
    constants: Object.values(ioctlFamily),
  },
  {
    family: 'tioclinux',
    what: 'subcodes of TIOCLINUX',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(tioclinuxFamily),
  },
  {
    family: 'ipc',
    what: 'flags and commands that the System V calls share',
    kind: 'fields',
    masks: [0xff],
    aliases: [],
    constants: Object.values(ipcFamily),
  },
  {
    family: 'sem',
    what: 'commands of semctl, and SEM_UNDO',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(semFamily),
  },
  {
    family: 'shm',
    what: 'flags of shmget and shmat, and commands of shmctl',
    kind: 'fields',
    masks: [0xf, 0xfc000000],
    aliases: ['SHM_NORESERVE'],
    constants: Object.values(shmFamily),
  },
  {
    family: 'msq',
    what: 'commands of msgctl, and flags of msgrcv',
    kind: 'fields',
    masks: [0xff],
    aliases: [],
    constants: Object.values(msqFamily),
  },
  {
    family: 'key',
    what: 'operations of keyctl, and keyrings by name',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(keyFamily),
  },
  {
    family: 'reqkey',
    what: 'keyrings of KEYCTL_SET_REQKEY_KEYRING',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(reqkeyFamily),
  },
  {
    family: 'ptrace',
    what: 'requests of ptrace',
    kind: 'enum',
    masks: [],
    aliases: ['PTRACE_PEEKUSER', 'PTRACE_POKEUSER'],
    constants: Object.values(ptraceFamily),
  },
  {
    family: 'ptrace-o',
    what: 'options of PTRACE_SETOPTIONS and PTRACE_SEIZE',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(ptraceOFamily),
  },
  {
    family: 'bpf',
    what: 'commands of bpf',
    kind: 'enum',
    masks: [],
    aliases: ['BPF_PROG_RUN'],
    constants: Object.values(bpfFamily),
  },
  {
    family: 'perf',
    what: 'flags of perf_event_open',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(perfFamily),
  },
  {
    family: 'clock',
    what: 'clocks',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(clockFamily),
  },
  {
    family: 'timer',
    what: 'flags of timer_settime and clock_nanosleep',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(timerFamily),
  },
  {
    family: 'itimer',
    what: 'interval timers',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(itimerFamily),
  },
  {
    family: 'tfd',
    what: 'flags of timerfd_create and timerfd_settime',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(tfdFamily),
  },
  {
    family: 'efd',
    what: 'flags of eventfd2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(efdFamily),
  },
  {
    family: 'sfd',
    what: 'flags of signalfd4',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(sfdFamily),
  },
  {
    family: 'epoll',
    what: 'operations of epoll_ctl, and flags of epoll_create1',
    kind: 'fields',
    masks: [0xff],
    aliases: [],
    constants: Object.values(epollFamily),
  },
  {
    family: 'poll',
    what: 'events of poll',
    kind: 'flags',
    masks: [],
    aliases: ['POLLWRNORM'],
    constants: Object.values(pollFamily),
  },
  {
    family: 'in',
    what: 'events of inotify_add_watch',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(inFamily),
  },
  {
    family: 'in-init',
    what: 'flags of inotify_init1',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(inInitFamily),
  },
  {
    family: 'fan',
    what: 'flags of fanotify_init',
    kind: 'fields',
    masks: [0xc],
    aliases: [],
    constants: Object.values(fanFamily),
  },
  {
    family: 'fan-mark',
    what: 'flags of fanotify_mark',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fanMarkFamily),
  },
  {
    family: 'fan-event',
    what: 'events of fanotify_mark',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fanEventFamily),
  },
  {
    family: 'prio',
    what: 'whose priority getpriority and setpriority mean',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(prioFamily),
  },
  {
    family: 'ioprio',
    what: 'whose priority ioprio_get and ioprio_set mean',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(ioprioFamily),
  },
  {
    family: 'sched',
    what: 'scheduling policies',
    kind: 'fields',
    masks: [0xff],
    aliases: ['SCHED_OTHER'],
    constants: Object.values(schedFamily),
  },
  {
    family: 'rlimit',
    what: 'resources of limits',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(rlimitFamily),
  },
  {
    family: 'rusage',
    what: 'whose usage getrusage means',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(rusageFamily),
  },
  {
    family: 'wait',
    what: 'options of wait4 and waitid',
    kind: 'flags',
    masks: [],
    aliases: ['WUNTRACED'],
    constants: Object.values(waitFamily),
  },
  {
    family: 'idtype',
    what: 'what waitid waits for',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(idtypeFamily),
  },
  {
    family: 'grnd',
    what: 'flags of getrandom',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(grndFamily),
  },
  {
    family: 'statx',
    what: 'fields that statx is asked for',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(statxFamily),
  },
  {
    family: 'rename',
    what: 'flags of renameat2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(renameFamily),
  },
  {
    family: 'rwf',
    what: 'flags of preadv2 and pwritev2',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(rwfFamily),
  },
  {
    family: 'sync-range',
    what: 'flags of sync_file_range',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(syncRangeFamily),
  },
  {
    family: 'splice',
    what: 'flags of splice, tee and vmsplice',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(spliceFamily),
  },
  {
    family: 'falloc',
    what: 'modes of fallocate',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(fallocFamily),
  },
  {
    family: 'fadvise',
    what: 'advice of fadvise64',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(fadviseFamily),
  },
  {
    family: 'landlock',
    what: 'flags of landlock_create_ruleset',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(landlockFamily),
  },
  {
    family: 'landlock-rule',
    what: 'types of rules of landlock_add_rule',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(landlockRuleFamily),
  },
  {
    family: 'membarrier',
    what: 'commands of membarrier',
    kind: 'enum',
    masks: [],
    aliases: ['MEMBARRIER_CMD_SHARED'],
    constants: Object.values(membarrierFamily),
  },
  {
    family: 'membarrier-flag',
    what: 'flags of membarrier',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(membarrierFlagFamily),
  },
  {
    family: 'rseq',
    what: 'flags of rseq',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(rseqFamily),
  },
  {
    family: 'quota',
    what: 'commands of quotactl, before QCMD shifts them',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(quotaFamily),
  },
  {
    family: 'quota-type',
    what: 'types of quotas',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(quotaTypeFamily),
  },
  {
    family: 'reboot',
    what: 'commands and magic numbers of reboot',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(rebootFamily),
  },
  {
    family: 'swap',
    what: 'flags of swapon',
    kind: 'fields',
    masks: [swapFamily.SWAP_FLAG_PRIO_MASK],
    aliases: [],
    constants: Object.values(swapFamily),
  },
  {
    family: 'kexec',
    what: 'flags of kexec_load',
    kind: 'fields',
    masks: [kexecFamily.KEXEC_ARCH_MASK],
    aliases: [],
    constants: Object.values(kexecFamily),
  },
  {
    family: 'kexec-file',
    what: 'flags of kexec_file_load',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(kexecFileFamily),
  },
  {
    family: 'module',
    what: 'flags of finit_module',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(moduleFamily),
  },
  {
    family: 'kcmp',
    what: 'what kcmp compares',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(kcmpFamily),
  },
  {
    family: 'personality',
    what: 'personalities',
    kind: 'fields',
    masks: [personalityFamily.PER_MASK],
    aliases: ['PER_LINUX_FDPIC', 'PER_LINUX_32BIT'],
    constants: Object.values(personalityFamily),
  },
  {
    family: 'mpol',
    what: 'policies of memory',
    kind: 'fields',
    masks: [0xff],
    aliases: [],
    constants: Object.values(mpolFamily),
  },
  {
    family: 'mpol-f',
    what: 'flags of get_mempolicy',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(mpolFFamily),
  },
  {
    family: 'mpol-mf',
    what: 'flags of mbind',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(mpolMfFamily),
  },
  {
    family: 'io-uring',
    what: 'operations of io_uring_register',
    kind: 'fields',
    masks: [0x7fffffff],
    aliases: [],
    constants: Object.values(ioUringFamily),
  },
  {
    family: 'io-uring-enter',
    what: 'flags of io_uring_enter',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(ioUringEnterFamily),
  },
  {
    family: 'pidfd',
    what: 'flags of pidfd_open',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(pidfdFamily),
  },
  {
    family: 'pidfd-signal',
    what: 'flags of pidfd_send_signal',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(pidfdSignalFamily),
  },
  {
    family: 'close-range',
    what: 'flags of close_range',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(closeRangeFamily),
  },
  {
    family: 'uffd',
    what: 'flags of userfaultfd',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(uffdFamily),
  },
  {
    family: 'syslog',
    what: 'actions of syslog',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(syslogFamily),
  },
  {
    family: 'xattr',
    what: 'flags of setxattr',
    kind: 'flags',
    masks: [],
    aliases: [],
    constants: Object.values(xattrFamily),
  },
  {
    family: 'aio',
    what: 'commands of io_submit',
    kind: 'enum',
    masks: [],
    aliases: [],
    constants: Object.values(aioFamily),
  },
  {
    family: 'errno',
    what: 'errors',
    kind: 'enum',
    masks: [],
    aliases: ['EWOULDBLOCK', 'EDEADLOCK', 'ENOTSUP', 'EREFUSED', 'ECANCELLED'],
    constants: Object.values(errnoFamily),
  },
]
