// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

/** The families of constants that arguments take: the subpaths of `@seccompile/constants`. */
// prettier-ignore
export type ArgumentFamily =
  | 'access'
  | 'af'
  | 'arch-prctl'
  | 'at'
  | 'bpf'
  | 'clock'
  | 'clone'
  | 'close-range'
  | 'efd'
  | 'epoll'
  | 'f'
  | 'fadvise'
  | 'falloc'
  | 'fan'
  | 'fan-event'
  | 'fan-mark'
  | 'fsconfig'
  | 'fsmount'
  | 'fsopen'
  | 'fspick'
  | 'futex'
  | 'futex2'
  | 'grnd'
  | 'idtype'
  | 'in'
  | 'in-init'
  | 'io-uring'
  | 'io-uring-enter'
  | 'ioctl'
  | 'ioprio'
  | 'ip'
  | 'ipc'
  | 'ipproto'
  | 'ipv6'
  | 'itimer'
  | 'kcmp'
  | 'kexec'
  | 'kexec-file'
  | 'key'
  | 'landlock'
  | 'landlock-rule'
  | 'lock'
  | 'madv'
  | 'map'
  | 'mcl'
  | 'membarrier'
  | 'membarrier-flag'
  | 'mfd'
  | 'mlock'
  | 'module'
  | 'mount'
  | 'mount-attr'
  | 'move-mount'
  | 'mpol'
  | 'mpol-f'
  | 'mpol-mf'
  | 'mremap'
  | 'msg'
  | 'msq'
  | 'msync'
  | 'name-to-handle'
  | 'netlink'
  | 'o'
  | 'open-tree'
  | 'perf'
  | 'personality'
  | 'pidfd'
  | 'pidfd-signal'
  | 'pkey'
  | 'pr'
  | 'prio'
  | 'prot'
  | 'ptrace'
  | 'quota-type'
  | 'reboot'
  | 'rename'
  | 'rlimit'
  | 'rseq'
  | 'rusage'
  | 'rwf'
  | 's'
  | 'sched'
  | 'seccomp'
  | 'seccomp-flag'
  | 'seek'
  | 'sem'
  | 'sfd'
  | 'shm'
  | 'shut'
  | 'sig'
  | 'sig-how'
  | 'so'
  | 'sock'
  | 'sol'
  | 'splice'
  | 'statx'
  | 'swap'
  | 'sync-range'
  | 'syslog'
  | 'tcp'
  | 'tfd'
  | 'timer'
  | 'uffd'
  | 'umount'
  | 'wait'
  | 'xattr'

/** A call without arguments. */
type None = Readonly<Record<string, never>>

/**
 * The arguments of every call by the names that they have on all ABIs: the families of constants that an argument takes, or
 * whether it is a number or an address. An ABI may lack some: `signatureOf` has those of one ABI.
 */
// prettier-ignore
export interface CallArguments {
  readonly _llseek: { readonly fd: 'number'; readonly offset_high: 'number'; readonly offset_low: 'number'; readonly result: 'pointer'; readonly whence: 'seek' }
  readonly _newselect: { readonly n: 'number'; readonly inp: 'pointer'; readonly outp: 'pointer'; readonly exp: 'pointer'; readonly tvp: 'pointer' }
  readonly _sysctl: { readonly args: 'pointer' }
  readonly accept: { readonly fd: 'number'; readonly upeer_sockaddr: 'pointer'; readonly upeer_addrlen: 'pointer' }
  readonly accept4: { readonly fd: 'number'; readonly upeer_sockaddr: 'pointer'; readonly upeer_addrlen: 'pointer'; readonly flags: 'sock' }
  readonly access: { readonly filename: 'pointer'; readonly mode: 'access' }
  readonly acct: { readonly name: 'pointer' }
  readonly add_key: { readonly _type: 'pointer'; readonly _description: 'pointer'; readonly _payload: 'pointer'; readonly plen: 'number'; readonly ringid: 'key' }
  readonly adjtimex: { readonly txc_p: 'pointer' }
  readonly alarm: { readonly seconds: 'number' }
  readonly arch_prctl: { readonly option: 'arch-prctl'; readonly arg2: 'number' }
  readonly arm_fadvise64_64: { readonly fd: 'number'; readonly advice: 'fadvise'; readonly offset: 'number'; readonly len: 'number' }
  readonly arm_sync_file_range: { readonly fd: 'number'; readonly flags: 'sync-range'; readonly offset: 'number'; readonly nbytes: 'number' }
  readonly atomic_barrier: None
  readonly atomic_cmpxchg_32: { readonly newval: 'number'; readonly oldval: 'number'; readonly d3: 'number'; readonly d4: 'number'; readonly d5: 'number' }
  readonly bdflush: { readonly func: 'number'; readonly data: 'number' }
  readonly bind: { readonly fd: 'number'; readonly umyaddr: 'pointer'; readonly addrlen: 'number' }
  readonly bpf: { readonly cmd: 'bpf'; readonly uattr: 'pointer'; readonly size: 'number'; readonly uattr_common: 'pointer'; readonly size_common: 'number' }
  readonly breakpoint: None
  readonly brk: { readonly brk: 'number' }
  readonly cachectl: { readonly addr: 'pointer'; readonly nbytes: 'number'; readonly op: 'number' }
  readonly cacheflush: { readonly start: 'number'; readonly end: 'number'; readonly flags: 'number'; readonly addr: 'number'; readonly scope: 'number'; readonly cache: 'number'; readonly len: 'number'; readonly bytes: 'number'; readonly op: 'number' }
  readonly cachestat: { readonly fd: 'number'; readonly cstat_range: 'pointer'; readonly cstat: 'pointer'; readonly flags: 'number' }
  readonly capget: { readonly header: 'pointer'; readonly dataptr: 'pointer' }
  readonly capset: { readonly header: 'pointer'; readonly data: 'pointer' }
  readonly chdir: { readonly filename: 'pointer' }
  readonly chmod: { readonly filename: 'pointer'; readonly mode: 's' }
  readonly chown: { readonly filename: 'pointer'; readonly user: 'number'; readonly group: 'number' }
  readonly chown32: { readonly filename: 'pointer'; readonly user: 'number'; readonly group: 'number' }
  readonly chroot: { readonly filename: 'pointer' }
  readonly clock_adjtime: { readonly which_clock: 'clock'; readonly utx: 'pointer' }
  readonly clock_adjtime64: { readonly which_clock: 'clock'; readonly utx: 'pointer' }
  readonly clock_getres: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clock_getres_time64: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clock_gettime: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clock_gettime64: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clock_nanosleep: { readonly which_clock: 'clock'; readonly flags: 'timer'; readonly rqtp: 'pointer'; readonly rmtp: 'pointer' }
  readonly clock_nanosleep_time64: { readonly which_clock: 'clock'; readonly flags: 'timer'; readonly rqtp: 'pointer'; readonly rmtp: 'pointer' }
  readonly clock_settime: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clock_settime64: { readonly which_clock: 'clock'; readonly tp: 'pointer' }
  readonly clone: { readonly clone_flags: 'clone' | 'sig'; readonly newsp: 'number'; readonly parent_tidptr: 'pointer'; readonly child_tidptr: 'pointer'; readonly tls: 'number' }
  readonly clone3: { readonly uargs: 'pointer'; readonly size: 'number' }
  readonly close: { readonly fd: 'number' }
  readonly close_range: { readonly fd: 'number'; readonly max_fd: 'number'; readonly flags: 'close-range' }
  readonly connect: { readonly fd: 'number'; readonly uservaddr: 'pointer'; readonly addrlen: 'number' }
  readonly copy_file_range: { readonly fd_in: 'number'; readonly off_in: 'pointer'; readonly fd_out: 'number'; readonly off_out: 'pointer'; readonly len: 'number'; readonly flags: 'number' }
  readonly creat: { readonly pathname: 'pointer'; readonly mode: 's' }
  readonly create_module: { readonly name: 'pointer'; readonly size: 'number' }
  readonly delete_module: { readonly name_user: 'pointer'; readonly flags: 'o' }
  readonly dup: { readonly fildes: 'number' }
  readonly dup2: { readonly oldfd: 'number'; readonly newfd: 'number' }
  readonly dup3: { readonly oldfd: 'number'; readonly newfd: 'number'; readonly flags: 'o' }
  readonly epoll_create: { readonly size: 'number' }
  readonly epoll_create1: { readonly flags: 'epoll' }
  readonly epoll_ctl: { readonly epfd: 'number'; readonly op: 'epoll'; readonly fd: 'number'; readonly event: 'pointer' }
  readonly epoll_pwait: { readonly epfd: 'number'; readonly events: 'pointer'; readonly maxevents: 'number'; readonly timeout: 'number'; readonly sigmask: 'pointer'; readonly sigsetsize: 'number' }
  readonly epoll_pwait2: { readonly epfd: 'number'; readonly events: 'pointer'; readonly maxevents: 'number'; readonly timeout: 'pointer'; readonly sigmask: 'pointer'; readonly sigsetsize: 'number' }
  readonly epoll_wait: { readonly epfd: 'number'; readonly events: 'pointer'; readonly maxevents: 'number'; readonly timeout: 'number' }
  readonly eventfd: { readonly count: 'number' }
  readonly eventfd2: { readonly count: 'number'; readonly flags: 'efd' }
  readonly execve: { readonly filename: 'pointer'; readonly argv: 'pointer'; readonly envp: 'pointer' }
  readonly execveat: { readonly fd: 'at'; readonly filename: 'pointer'; readonly argv: 'pointer'; readonly envp: 'pointer'; readonly flags: 'at' }
  readonly exit: { readonly error_code: 'number' }
  readonly exit_group: { readonly error_code: 'number' }
  readonly faccessat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly mode: 'access' }
  readonly faccessat2: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly mode: 'access'; readonly flags: 'at' }
  readonly fadvise64: { readonly fd: 'number'; readonly offset: 'number'; readonly len: 'number'; readonly advice: 'fadvise' }
  readonly fadvise64_64: { readonly fd: 'number'; readonly offset: 'number'; readonly len: 'number'; readonly advice: 'fadvise'; readonly args: 'pointer' }
  readonly fallocate: { readonly fd: 'number'; readonly mode: 'falloc'; readonly offset: 'number'; readonly len: 'number' }
  readonly fanotify_init: { readonly flags: 'fan'; readonly event_f_flags: 'o' }
  readonly fanotify_mark: { readonly fanotify_fd: 'number'; readonly flags: 'fan-mark'; readonly mask: 'fan-event'; readonly dfd: 'at'; readonly pathname: 'pointer' }
  readonly fchdir: { readonly fd: 'number' }
  readonly fchmod: { readonly fd: 'number'; readonly mode: 's' }
  readonly fchmodat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly mode: 's' }
  readonly fchmodat2: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly mode: 's'; readonly flags: 'at' }
  readonly fchown: { readonly fd: 'number'; readonly user: 'number'; readonly group: 'number' }
  readonly fchown32: { readonly fd: 'number'; readonly user: 'number'; readonly group: 'number' }
  readonly fchownat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly user: 'number'; readonly group: 'number'; readonly flag: 'at' }
  readonly fcntl: { readonly fd: 'number'; readonly cmd: 'f'; readonly arg: 'number' }
  readonly fcntl64: { readonly fd: 'number'; readonly cmd: 'f'; readonly arg: 'number' }
  readonly fdatasync: { readonly fd: 'number' }
  readonly fgetxattr: { readonly fd: 'number'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number' }
  readonly file_getattr: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly ufattr: 'pointer'; readonly usize: 'number'; readonly at_flags: 'at' }
  readonly file_setattr: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly ufattr: 'pointer'; readonly usize: 'number'; readonly at_flags: 'at' }
  readonly finit_module: { readonly fd: 'number'; readonly uargs: 'pointer'; readonly flags: 'module' }
  readonly flistxattr: { readonly fd: 'number'; readonly list: 'pointer'; readonly size: 'number' }
  readonly flock: { readonly fd: 'number'; readonly cmd: 'lock' }
  readonly fork: None
  readonly fremovexattr: { readonly fd: 'number'; readonly name: 'pointer' }
  readonly fsconfig: { readonly fd: 'number'; readonly cmd: 'fsconfig'; readonly _key: 'pointer'; readonly _value: 'pointer'; readonly aux: 'number' }
  readonly fsetxattr: { readonly fd: 'number'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number'; readonly flags: 'xattr' }
  readonly fsmount: { readonly fs_fd: 'number'; readonly flags: 'fsmount'; readonly attr_flags: 'mount-attr' }
  readonly fsopen: { readonly _fs_name: 'pointer'; readonly flags: 'fsopen' }
  readonly fspick: { readonly dfd: 'at'; readonly path: 'pointer'; readonly flags: 'fspick' }
  readonly fstat: { readonly fd: 'number'; readonly statbuf: 'pointer' }
  readonly fstat64: { readonly fd: 'number'; readonly statbuf: 'pointer' }
  readonly fstatat64: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly statbuf: 'pointer'; readonly flag: 'at' }
  readonly fstatfs: { readonly fd: 'number'; readonly buf: 'pointer' }
  readonly fstatfs64: { readonly fd: 'number'; readonly sz: 'number'; readonly buf: 'pointer' }
  readonly fsync: { readonly fd: 'number' }
  readonly ftruncate: { readonly fd: 'number'; readonly length: 'number' }
  readonly ftruncate64: { readonly fd: 'number'; readonly length: 'number' }
  readonly futex: { readonly uaddr: 'pointer'; readonly op: 'futex'; readonly val: 'number'; readonly utime: 'pointer'; readonly uaddr2: 'pointer'; readonly val3: 'number' }
  readonly futex_requeue: { readonly waiters: 'pointer'; readonly flags: 'number'; readonly nr_wake: 'number'; readonly nr_requeue: 'number' }
  readonly futex_time64: { readonly uaddr: 'pointer'; readonly op: 'futex'; readonly val: 'number'; readonly utime: 'pointer'; readonly uaddr2: 'pointer'; readonly val3: 'number' }
  readonly futex_wait: { readonly uaddr: 'pointer'; readonly val: 'number'; readonly mask: 'number'; readonly flags: 'futex2'; readonly timeout: 'pointer'; readonly clockid: 'clock' }
  readonly futex_waitv: { readonly waiters: 'pointer'; readonly nr_futexes: 'number'; readonly flags: 'number'; readonly timeout: 'pointer'; readonly clockid: 'clock' }
  readonly futex_wake: { readonly uaddr: 'pointer'; readonly mask: 'number'; readonly nr: 'number'; readonly flags: 'futex2' }
  readonly futimesat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly utimes: 'pointer' }
  readonly get_kernel_syms: { readonly table: 'pointer' }
  readonly get_mempolicy: { readonly policy: 'pointer'; readonly nmask: 'pointer'; readonly maxnode: 'number'; readonly addr: 'number'; readonly flags: 'mpol-f' }
  readonly get_robust_list: { readonly pid: 'number'; readonly head_ptr: 'pointer'; readonly len_ptr: 'pointer' }
  readonly get_thread_area: { readonly u_info: 'pointer' }
  readonly get_tls: None
  readonly getcpu: { readonly cpup: 'pointer'; readonly nodep: 'pointer'; readonly unused: 'pointer' }
  readonly getcwd: { readonly buf: 'pointer'; readonly size: 'number' }
  readonly getdents: { readonly fd: 'number'; readonly dirent: 'pointer'; readonly count: 'number' }
  readonly getdents64: { readonly fd: 'number'; readonly dirent: 'pointer'; readonly count: 'number' }
  readonly getegid: None
  readonly getegid32: None
  readonly geteuid: None
  readonly geteuid32: None
  readonly getgid: None
  readonly getgid32: None
  readonly getgroups: { readonly gidsetsize: 'number'; readonly grouplist: 'pointer' }
  readonly getgroups32: { readonly gidsetsize: 'number'; readonly grouplist: 'pointer' }
  readonly getitimer: { readonly which: 'itimer'; readonly value: 'pointer' }
  readonly getpagesize: None
  readonly getpeername: { readonly fd: 'number'; readonly usockaddr: 'pointer'; readonly usockaddr_len: 'pointer' }
  readonly getpgid: { readonly pid: 'number' }
  readonly getpgrp: None
  readonly getpid: None
  readonly getppid: None
  readonly getpriority: { readonly which: 'prio'; readonly who: 'number' }
  readonly getrandom: { readonly buf: 'pointer'; readonly count: 'number'; readonly flags: 'grnd' }
  readonly getresgid: { readonly rgidp: 'pointer'; readonly egidp: 'pointer'; readonly sgidp: 'pointer' }
  readonly getresgid32: { readonly rgidp: 'pointer'; readonly egidp: 'pointer'; readonly sgidp: 'pointer' }
  readonly getresuid: { readonly ruidp: 'pointer'; readonly euidp: 'pointer'; readonly suidp: 'pointer' }
  readonly getresuid32: { readonly ruidp: 'pointer'; readonly euidp: 'pointer'; readonly suidp: 'pointer' }
  readonly getrlimit: { readonly resource: 'rlimit'; readonly rlim: 'pointer' }
  readonly getrusage: { readonly who: 'rusage'; readonly ru: 'pointer' }
  readonly getsid: { readonly pid: 'number' }
  readonly getsockname: { readonly fd: 'number'; readonly usockaddr: 'pointer'; readonly usockaddr_len: 'pointer' }
  readonly getsockopt: { readonly fd: 'number'; readonly level: 'sol' | 'ipproto'; readonly optname: 'so' | 'tcp' | 'ip' | 'ipv6'; readonly optval: 'pointer'; readonly optlen: 'pointer' }
  readonly gettid: None
  readonly gettimeofday: { readonly tv: 'pointer'; readonly tz: 'pointer' }
  readonly getuid: None
  readonly getuid32: None
  readonly getxattr: { readonly pathname: 'pointer'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number' }
  readonly getxattrat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly at_flags: 'at'; readonly name: 'pointer'; readonly uargs: 'pointer'; readonly usize: 'number' }
  readonly init_module: { readonly umod: 'pointer'; readonly len: 'number'; readonly uargs: 'pointer' }
  readonly inotify_add_watch: { readonly fd: 'number'; readonly pathname: 'pointer'; readonly mask: 'in' }
  readonly inotify_init: None
  readonly inotify_init1: { readonly flags: 'in-init' }
  readonly inotify_rm_watch: { readonly fd: 'number'; readonly wd: 'number' }
  readonly io_cancel: { readonly ctx_id: 'number'; readonly iocb: 'pointer'; readonly result: 'pointer' }
  readonly io_destroy: { readonly ctx: 'number' }
  readonly io_getevents: { readonly ctx_id: 'number'; readonly min_nr: 'number'; readonly nr: 'number'; readonly events: 'pointer'; readonly timeout: 'pointer' }
  readonly io_pgetevents: { readonly ctx_id: 'number'; readonly min_nr: 'number'; readonly nr: 'number'; readonly events: 'pointer'; readonly timeout: 'pointer'; readonly usig: 'pointer' }
  readonly io_pgetevents_time64: { readonly ctx_id: 'number'; readonly min_nr: 'number'; readonly nr: 'number'; readonly events: 'pointer'; readonly timeout: 'pointer'; readonly usig: 'pointer' }
  readonly io_setup: { readonly nr_events: 'number'; readonly ctxp: 'pointer' }
  readonly io_submit: { readonly ctx_id: 'number'; readonly nr: 'number'; readonly iocbpp: 'pointer' }
  readonly io_uring_enter: { readonly fd: 'number'; readonly to_submit: 'number'; readonly min_complete: 'number'; readonly flags: 'io-uring-enter'; readonly argp: 'pointer'; readonly argsz: 'number' }
  readonly io_uring_register: { readonly fd: 'number'; readonly opcode: 'io-uring'; readonly arg: 'pointer'; readonly nr_args: 'number' }
  readonly io_uring_setup: { readonly entries: 'number'; readonly params: 'pointer' }
  readonly ioctl: { readonly fd: 'number'; readonly cmd: 'ioctl'; readonly arg: 'number' }
  readonly ioperm: { readonly from: 'number'; readonly num: 'number'; readonly turn_on: 'number' }
  readonly iopl: { readonly level: 'number' }
  readonly ioprio_get: { readonly which: 'ioprio'; readonly who: 'number' }
  readonly ioprio_set: { readonly which: 'ioprio'; readonly who: 'number'; readonly ioprio: 'number' }
  readonly ipc: { readonly call: 'number'; readonly first: 'number'; readonly second: 'number'; readonly third: 'number'; readonly ptr: 'pointer'; readonly fifth: 'number' }
  readonly kcmp: { readonly pid1: 'number'; readonly pid2: 'number'; readonly type: 'kcmp'; readonly idx1: 'number'; readonly idx2: 'number' }
  readonly kexec_file_load: { readonly kernel_fd: 'number'; readonly initrd_fd: 'number'; readonly cmdline_len: 'number'; readonly cmdline_ptr: 'pointer'; readonly flags: 'kexec-file' }
  readonly kexec_load: { readonly entry: 'number'; readonly nr_segments: 'number'; readonly segments: 'pointer'; readonly flags: 'kexec' }
  readonly keyctl: { readonly option: 'key'; readonly arg2: 'number'; readonly arg3: 'number'; readonly arg4: 'number'; readonly arg5: 'number' }
  readonly kill: { readonly pid: 'number'; readonly sig: 'sig' }
  readonly landlock_add_rule: { readonly ruleset_fd: 'number'; readonly rule_type: 'landlock-rule'; readonly rule_attr: 'pointer'; readonly flags: 'number' }
  readonly landlock_create_ruleset: { readonly attr: 'pointer'; readonly size: 'number'; readonly flags: 'landlock' }
  readonly landlock_restrict_self: { readonly ruleset_fd: 'number'; readonly flags: 'number' }
  readonly lchown: { readonly filename: 'pointer'; readonly user: 'number'; readonly group: 'number' }
  readonly lchown32: { readonly filename: 'pointer'; readonly user: 'number'; readonly group: 'number' }
  readonly lgetxattr: { readonly pathname: 'pointer'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number' }
  readonly link: { readonly oldname: 'pointer'; readonly newname: 'pointer' }
  readonly linkat: { readonly olddfd: 'at'; readonly oldname: 'pointer'; readonly newdfd: 'at'; readonly newname: 'pointer'; readonly flags: 'at' }
  readonly listen: { readonly fd: 'number'; readonly backlog: 'number' }
  readonly listmount: { readonly req: 'pointer'; readonly mnt_ids: 'pointer'; readonly nr_mnt_ids: 'number'; readonly flags: 'number' }
  readonly listns: { readonly req: 'pointer'; readonly ns_ids: 'pointer'; readonly nr_ns_ids: 'number'; readonly flags: 'number' }
  readonly listxattr: { readonly pathname: 'pointer'; readonly list: 'pointer'; readonly size: 'number' }
  readonly listxattrat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly at_flags: 'at'; readonly list: 'pointer'; readonly size: 'number' }
  readonly llistxattr: { readonly pathname: 'pointer'; readonly list: 'pointer'; readonly size: 'number' }
  readonly lookup_dcookie: { readonly cookie64: 'number'; readonly buf: 'pointer'; readonly len: 'number' }
  readonly lremovexattr: { readonly pathname: 'pointer'; readonly name: 'pointer' }
  readonly lseek: { readonly fd: 'number'; readonly offset: 'number'; readonly whence: 'seek' }
  readonly lsetxattr: { readonly pathname: 'pointer'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number'; readonly flags: 'xattr' }
  readonly lsm_get_self_attr: { readonly attr: 'number'; readonly ctx: 'pointer'; readonly size: 'pointer'; readonly flags: 'number' }
  readonly lsm_list_modules: { readonly ids: 'pointer'; readonly size: 'pointer'; readonly flags: 'number' }
  readonly lsm_set_self_attr: { readonly attr: 'number'; readonly ctx: 'pointer'; readonly size: 'number'; readonly flags: 'number' }
  readonly lstat: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly lstat64: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly madvise: { readonly start: 'number'; readonly len_in: 'number'; readonly behavior: 'madv' }
  readonly map_shadow_stack: { readonly addr: 'number'; readonly size: 'number'; readonly flags: 'number' }
  readonly mbind: { readonly start: 'number'; readonly len: 'number'; readonly mode: 'mpol'; readonly nmask: 'pointer'; readonly maxnode: 'number'; readonly flags: 'mpol-mf' }
  readonly membarrier: { readonly cmd: 'membarrier'; readonly flags: 'membarrier-flag'; readonly cpu_id: 'number' }
  readonly memfd_create: { readonly uname: 'pointer'; readonly flags: 'mfd' }
  readonly memfd_secret: { readonly flags: 'o' }
  readonly migrate_pages: { readonly pid: 'number'; readonly maxnode: 'number'; readonly old_nodes: 'pointer'; readonly new_nodes: 'pointer' }
  readonly mincore: { readonly start: 'number'; readonly len: 'number'; readonly vec: 'pointer' }
  readonly mkdir: { readonly pathname: 'pointer'; readonly mode: 's' }
  readonly mkdirat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly mode: 's' }
  readonly mknod: { readonly filename: 'pointer'; readonly mode: 's'; readonly dev: 'number' }
  readonly mknodat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly mode: 's'; readonly dev: 'number' }
  readonly mlock: { readonly start: 'number'; readonly len: 'number' }
  readonly mlock2: { readonly start: 'number'; readonly len: 'number'; readonly flags: 'mlock' }
  readonly mlockall: { readonly flags: 'mcl' }
  readonly mmap: { readonly addr: 'number'; readonly len: 'number'; readonly prot: 'prot'; readonly flags: 'map'; readonly fd: 'number'; readonly off: 'number'; readonly arg: 'pointer' }
  readonly mmap2: { readonly addr: 'number'; readonly len: 'number'; readonly prot: 'prot'; readonly flags: 'map'; readonly fd: 'number'; readonly pgoff: 'number'; readonly arg: 'pointer' }
  readonly modify_ldt: { readonly func: 'number'; readonly ptr: 'pointer'; readonly bytecount: 'number' }
  readonly mount: { readonly dev_name: 'pointer'; readonly dir_name: 'pointer'; readonly type: 'pointer'; readonly flags: 'mount'; readonly data: 'pointer' }
  readonly mount_setattr: { readonly dfd: 'at'; readonly path: 'pointer'; readonly flags: 'at'; readonly uattr: 'pointer'; readonly usize: 'number' }
  readonly move_mount: { readonly from_dfd: 'at'; readonly from_pathname: 'pointer'; readonly to_dfd: 'at'; readonly to_pathname: 'pointer'; readonly flags: 'move-mount' }
  readonly move_pages: { readonly pid: 'number'; readonly nr_pages: 'number'; readonly pages: 'pointer'; readonly nodes: 'pointer'; readonly status: 'pointer'; readonly flags: 'mpol-mf' }
  readonly mprotect: { readonly start: 'number'; readonly len: 'number'; readonly prot: 'prot' }
  readonly mq_getsetattr: { readonly mqdes: 'number'; readonly u_mqstat: 'pointer'; readonly u_omqstat: 'pointer' }
  readonly mq_notify: { readonly mqdes: 'number'; readonly u_notification: 'pointer' }
  readonly mq_open: { readonly u_name: 'pointer'; readonly oflag: 'o'; readonly mode: 's'; readonly u_attr: 'pointer' }
  readonly mq_timedreceive: { readonly mqdes: 'number'; readonly u_msg_ptr: 'pointer'; readonly msg_len: 'number'; readonly u_msg_prio: 'pointer'; readonly u_abs_timeout: 'pointer' }
  readonly mq_timedreceive_time64: { readonly mqdes: 'number'; readonly u_msg_ptr: 'pointer'; readonly msg_len: 'number'; readonly u_msg_prio: 'pointer'; readonly u_abs_timeout: 'pointer' }
  readonly mq_timedsend: { readonly mqdes: 'number'; readonly u_msg_ptr: 'pointer'; readonly msg_len: 'number'; readonly msg_prio: 'number'; readonly u_abs_timeout: 'pointer' }
  readonly mq_timedsend_time64: { readonly mqdes: 'number'; readonly u_msg_ptr: 'pointer'; readonly msg_len: 'number'; readonly msg_prio: 'number'; readonly u_abs_timeout: 'pointer' }
  readonly mq_unlink: { readonly u_name: 'pointer' }
  readonly mremap: { readonly addr: 'number'; readonly old_len: 'number'; readonly new_len: 'number'; readonly flags: 'mremap'; readonly new_addr: 'number' }
  readonly mseal: { readonly start: 'number'; readonly len: 'number'; readonly flags: 'number' }
  readonly msgctl: { readonly msqid: 'number'; readonly cmd: 'msq' | 'ipc'; readonly buf: 'pointer' }
  readonly msgget: { readonly key: 'number'; readonly msgflg: 'ipc' | 's' }
  readonly msgrcv: { readonly msqid: 'number'; readonly msgp: 'pointer'; readonly msgsz: 'number'; readonly msgtyp: 'number'; readonly msgflg: 'msq' | 'ipc' }
  readonly msgsnd: { readonly msqid: 'number'; readonly msgp: 'pointer'; readonly msgsz: 'number'; readonly msgflg: 'ipc' }
  readonly msync: { readonly start: 'number'; readonly len: 'number'; readonly flags: 'msync' }
  readonly munlock: { readonly start: 'number'; readonly len: 'number' }
  readonly munlockall: None
  readonly munmap: { readonly addr: 'number'; readonly len: 'number' }
  readonly name_to_handle_at: { readonly dfd: 'at'; readonly name: 'pointer'; readonly handle: 'pointer'; readonly mnt_id: 'pointer'; readonly flag: 'name-to-handle' | 'at' }
  readonly nanosleep: { readonly rqtp: 'pointer'; readonly rmtp: 'pointer' }
  readonly newfstatat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly statbuf: 'pointer'; readonly flag: 'at' }
  readonly nfsservctl: { readonly cmd: 'number'; readonly arg: 'pointer'; readonly res: 'pointer' }
  readonly nice: { readonly increment: 'number' }
  readonly oldfstat: { readonly fd: 'number'; readonly statbuf: 'pointer' }
  readonly oldlstat: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly oldolduname: { readonly name: 'pointer' }
  readonly oldstat: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly olduname: { readonly name: 'pointer' }
  readonly open: { readonly filename: 'pointer'; readonly flags: 'o'; readonly mode: 's' }
  readonly open_by_handle_at: { readonly mountdirfd: 'at'; readonly handle: 'pointer'; readonly flags: 'o' }
  readonly open_tree: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly flags: 'open-tree' | 'at' }
  readonly open_tree_attr: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly flags: 'open-tree' | 'at'; readonly uattr: 'pointer'; readonly usize: 'number' }
  readonly openat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly flags: 'o'; readonly mode: 's' }
  readonly openat2: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly how: 'pointer'; readonly usize: 'number' }
  readonly pause: None
  readonly pciconfig_iobase: { readonly which: 'number'; readonly bus: 'number'; readonly devfn: 'number' }
  readonly pciconfig_read: { readonly bus: 'number'; readonly dfn: 'number'; readonly off: 'number'; readonly len: 'number'; readonly buf: 'pointer' }
  readonly pciconfig_write: { readonly bus: 'number'; readonly dfn: 'number'; readonly off: 'number'; readonly len: 'number'; readonly buf: 'pointer' }
  readonly perf_event_open: { readonly attr_uptr: 'pointer'; readonly pid: 'number'; readonly cpu: 'number'; readonly group_fd: 'number'; readonly flags: 'perf' }
  readonly personality: { readonly personality: 'personality' }
  readonly pidfd_getfd: { readonly pidfd: 'number'; readonly fd: 'number'; readonly flags: 'number' }
  readonly pidfd_open: { readonly pid: 'number'; readonly flags: 'pidfd' }
  readonly pidfd_send_signal: { readonly pidfd: 'number'; readonly sig: 'sig'; readonly info: 'pointer'; readonly flags: 'pidfd-signal' }
  readonly pipe: { readonly fildes: 'pointer' }
  readonly pipe2: { readonly fildes: 'pointer'; readonly flags: 'o' }
  readonly pivot_root: { readonly new_root: 'pointer'; readonly put_old: 'pointer' }
  readonly pkey_alloc: { readonly flags: 'number'; readonly init_val: 'pkey' }
  readonly pkey_free: { readonly pkey: 'number' }
  readonly pkey_mprotect: { readonly start: 'number'; readonly len: 'number'; readonly prot: 'prot'; readonly pkey: 'number' }
  readonly poll: { readonly ufds: 'pointer'; readonly nfds: 'number'; readonly timeout_msecs: 'number' }
  readonly ppoll: { readonly ufds: 'pointer'; readonly nfds: 'number'; readonly tsp: 'pointer'; readonly sigmask: 'pointer'; readonly sigsetsize: 'number' }
  readonly ppoll_time64: { readonly ufds: 'pointer'; readonly nfds: 'number'; readonly tsp: 'pointer'; readonly sigmask: 'pointer'; readonly sigsetsize: 'number' }
  readonly prctl: { readonly option: 'pr'; readonly arg2: 'number'; readonly arg3: 'number'; readonly arg4: 'number'; readonly arg5: 'number' }
  readonly pread64: { readonly fd: 'number'; readonly buf: 'pointer'; readonly count: 'number'; readonly pos: 'number' }
  readonly preadv: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number'; readonly pos_l: 'number'; readonly pos_h: 'number' }
  readonly preadv2: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number'; readonly pos_l: 'number'; readonly pos_h: 'number'; readonly flags: 'rwf' }
  readonly prlimit64: { readonly pid: 'number'; readonly resource: 'rlimit'; readonly new_rlim: 'pointer'; readonly old_rlim: 'pointer' }
  readonly process_madvise: { readonly pidfd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number'; readonly behavior: 'madv'; readonly flags: 'number' }
  readonly process_mrelease: { readonly pidfd: 'number'; readonly flags: 'number' }
  readonly process_vm_readv: { readonly pid: 'number'; readonly lvec: 'pointer'; readonly liovcnt: 'number'; readonly rvec: 'pointer'; readonly riovcnt: 'number'; readonly flags: 'number' }
  readonly process_vm_writev: { readonly pid: 'number'; readonly lvec: 'pointer'; readonly liovcnt: 'number'; readonly rvec: 'pointer'; readonly riovcnt: 'number'; readonly flags: 'number' }
  readonly pselect6: { readonly n: 'number'; readonly inp: 'pointer'; readonly outp: 'pointer'; readonly exp: 'pointer'; readonly tsp: 'pointer'; readonly sig: 'pointer' }
  readonly pselect6_time64: { readonly n: 'number'; readonly inp: 'pointer'; readonly outp: 'pointer'; readonly exp: 'pointer'; readonly tsp: 'pointer'; readonly sig: 'pointer' }
  readonly ptrace: { readonly request: 'ptrace'; readonly pid: 'number'; readonly addr: 'number'; readonly data: 'number' }
  readonly pwrite64: { readonly fd: 'number'; readonly buf: 'pointer'; readonly count: 'number'; readonly pos: 'number' }
  readonly pwritev: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number'; readonly pos_l: 'number'; readonly pos_h: 'number' }
  readonly pwritev2: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number'; readonly pos_l: 'number'; readonly pos_h: 'number'; readonly flags: 'rwf' }
  readonly query_module: { readonly name: 'pointer'; readonly which: 'number'; readonly buf: 'pointer'; readonly bufsize: 'number'; readonly ret: 'pointer' }
  readonly quotactl: { readonly cmd: 'quota-type'; readonly special: 'pointer'; readonly id: 'number'; readonly addr: 'pointer' }
  readonly quotactl_fd: { readonly fd: 'number'; readonly cmd: 'quota-type'; readonly id: 'number'; readonly addr: 'pointer' }
  readonly read: { readonly fd: 'number'; readonly buf: 'pointer'; readonly count: 'number' }
  readonly readahead: { readonly fd: 'number'; readonly offset: 'number'; readonly count: 'number' }
  readonly readdir: { readonly fd: 'number'; readonly dirent: 'pointer'; readonly count: 'number' }
  readonly readlink: { readonly path: 'pointer'; readonly buf: 'pointer'; readonly bufsiz: 'number' }
  readonly readlinkat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly buf: 'pointer'; readonly bufsiz: 'number' }
  readonly readv: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number' }
  readonly reboot: { readonly magic1: 'reboot'; readonly magic2: 'reboot'; readonly cmd: 'reboot'; readonly arg: 'pointer' }
  readonly recv: { readonly fd: 'number'; readonly ubuf: 'pointer'; readonly size: 'number'; readonly flags: 'msg' }
  readonly recvfrom: { readonly fd: 'number'; readonly ubuf: 'pointer'; readonly size: 'number'; readonly flags: 'msg'; readonly addr: 'pointer'; readonly addr_len: 'pointer' }
  readonly recvmmsg: { readonly fd: 'number'; readonly mmsg: 'pointer'; readonly vlen: 'number'; readonly flags: 'msg'; readonly timeout: 'pointer' }
  readonly recvmmsg_time64: { readonly fd: 'number'; readonly mmsg: 'pointer'; readonly vlen: 'number'; readonly flags: 'msg'; readonly timeout: 'pointer' }
  readonly recvmsg: { readonly fd: 'number'; readonly msg: 'pointer'; readonly flags: 'msg' }
  readonly remap_file_pages: { readonly start: 'number'; readonly size: 'number'; readonly prot: 'prot'; readonly pgoff: 'number'; readonly flags: 'map' }
  readonly removexattr: { readonly pathname: 'pointer'; readonly name: 'pointer' }
  readonly removexattrat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly at_flags: 'at'; readonly name: 'pointer' }
  readonly rename: { readonly oldname: 'pointer'; readonly newname: 'pointer' }
  readonly renameat: { readonly olddfd: 'at'; readonly oldname: 'pointer'; readonly newdfd: 'at'; readonly newname: 'pointer' }
  readonly renameat2: { readonly olddfd: 'at'; readonly oldname: 'pointer'; readonly newdfd: 'at'; readonly newname: 'pointer'; readonly flags: 'rename' }
  readonly request_key: { readonly _type: 'pointer'; readonly _description: 'pointer'; readonly _callout_info: 'pointer'; readonly destringid: 'key' }
  readonly restart_syscall: None
  readonly riscv_flush_icache: { readonly start: 'number'; readonly end: 'number'; readonly flags: 'number' }
  readonly riscv_hwprobe: { readonly pairs: 'pointer'; readonly pair_count: 'number'; readonly cpusetsize: 'number'; readonly cpus: 'pointer'; readonly flags: 'number' }
  readonly rmdir: { readonly pathname: 'pointer' }
  readonly rseq: { readonly rseq: 'pointer'; readonly rseq_len: 'number'; readonly flags: 'rseq'; readonly sig: 'number' }
  readonly rseq_slice_yield: None
  readonly rt_sigaction: { readonly sig: 'sig'; readonly act: 'pointer'; readonly oact: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_sigpending: { readonly uset: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_sigprocmask: { readonly how: 'sig-how'; readonly nset: 'pointer'; readonly oset: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_sigqueueinfo: { readonly pid: 'number'; readonly sig: 'sig'; readonly uinfo: 'pointer' }
  readonly rt_sigreturn: None
  readonly rt_sigsuspend: { readonly unewset: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_sigtimedwait: { readonly uthese: 'pointer'; readonly uinfo: 'pointer'; readonly uts: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_sigtimedwait_time64: { readonly uthese: 'pointer'; readonly uinfo: 'pointer'; readonly uts: 'pointer'; readonly sigsetsize: 'number' }
  readonly rt_tgsigqueueinfo: { readonly tgid: 'number'; readonly pid: 'number'; readonly sig: 'sig'; readonly uinfo: 'pointer' }
  readonly rtas: { readonly uargs: 'pointer' }
  readonly s390_guarded_storage: { readonly command: 'number'; readonly gs_cb: 'pointer' }
  readonly s390_pci_mmio_read: { readonly mmio_addr: 'number'; readonly user_buffer: 'pointer'; readonly length: 'number' }
  readonly s390_pci_mmio_write: { readonly mmio_addr: 'number'; readonly user_buffer: 'pointer'; readonly length: 'number' }
  readonly s390_runtime_instr: { readonly command: 'number'; readonly signum: 'sig' }
  readonly s390_sthyi: { readonly function_code: 'number'; readonly buffer: 'pointer'; readonly return_code: 'pointer'; readonly flags: 'number' }
  readonly sched_get_priority_max: { readonly policy: 'sched' }
  readonly sched_get_priority_min: { readonly policy: 'sched' }
  readonly sched_getaffinity: { readonly pid: 'number'; readonly len: 'number'; readonly user_mask_ptr: 'pointer' }
  readonly sched_getattr: { readonly pid: 'number'; readonly uattr: 'pointer'; readonly usize: 'number'; readonly flags: 'number' }
  readonly sched_getparam: { readonly pid: 'number'; readonly param: 'pointer' }
  readonly sched_getscheduler: { readonly pid: 'number' }
  readonly sched_rr_get_interval: { readonly pid: 'number'; readonly interval: 'pointer' }
  readonly sched_rr_get_interval_time64: { readonly pid: 'number'; readonly interval: 'pointer' }
  readonly sched_setaffinity: { readonly pid: 'number'; readonly len: 'number'; readonly user_mask_ptr: 'pointer' }
  readonly sched_setattr: { readonly pid: 'number'; readonly uattr: 'pointer'; readonly flags: 'number' }
  readonly sched_setparam: { readonly pid: 'number'; readonly param: 'pointer' }
  readonly sched_setscheduler: { readonly pid: 'number'; readonly policy: 'sched'; readonly param: 'pointer' }
  readonly sched_yield: None
  readonly seccomp: { readonly op: 'seccomp'; readonly flags: 'seccomp-flag'; readonly uargs: 'pointer' }
  readonly select: { readonly n: 'number'; readonly inp: 'pointer'; readonly outp: 'pointer'; readonly exp: 'pointer'; readonly tvp: 'pointer'; readonly arg: 'pointer' }
  readonly semctl: { readonly semid: 'number'; readonly semnum: 'number'; readonly cmd: 'sem' | 'ipc'; readonly arg: 'number' }
  readonly semget: { readonly key: 'number'; readonly nsems: 'number'; readonly semflg: 'ipc' | 's' }
  readonly semop: { readonly semid: 'number'; readonly tsops: 'pointer'; readonly nsops: 'number' }
  readonly semtimedop: { readonly semid: 'number'; readonly tsops: 'pointer'; readonly nsops: 'number'; readonly timeout: 'pointer' }
  readonly semtimedop_time64: { readonly semid: 'number'; readonly tsops: 'pointer'; readonly nsops: 'number'; readonly timeout: 'pointer' }
  readonly send: { readonly fd: 'number'; readonly buff: 'pointer'; readonly len: 'number'; readonly flags: 'msg' }
  readonly sendfile: { readonly out_fd: 'number'; readonly in_fd: 'number'; readonly offset: 'pointer'; readonly count: 'number' }
  readonly sendfile64: { readonly out_fd: 'number'; readonly in_fd: 'number'; readonly offset: 'pointer'; readonly count: 'number' }
  readonly sendmmsg: { readonly fd: 'number'; readonly mmsg: 'pointer'; readonly vlen: 'number'; readonly flags: 'msg' }
  readonly sendmsg: { readonly fd: 'number'; readonly msg: 'pointer'; readonly flags: 'msg' }
  readonly sendto: { readonly fd: 'number'; readonly buff: 'pointer'; readonly len: 'number'; readonly flags: 'msg'; readonly addr: 'pointer'; readonly addr_len: 'number' }
  readonly set_mempolicy: { readonly mode: 'mpol'; readonly nmask: 'pointer'; readonly maxnode: 'number' }
  readonly set_mempolicy_home_node: { readonly start: 'number'; readonly len: 'number'; readonly home_node: 'number'; readonly flags: 'number' }
  readonly set_robust_list: { readonly head: 'pointer'; readonly len: 'number' }
  readonly set_thread_area: { readonly u_info: 'pointer'; readonly tp: 'number'; readonly addr: 'number' }
  readonly set_tid_address: { readonly tidptr: 'pointer' }
  readonly set_tls: { readonly val: 'number' }
  readonly setdomainname: { readonly name: 'pointer'; readonly len: 'number' }
  readonly setfsgid: { readonly gid: 'number' }
  readonly setfsgid32: { readonly gid: 'number' }
  readonly setfsuid: { readonly uid: 'number' }
  readonly setfsuid32: { readonly uid: 'number' }
  readonly setgid: { readonly gid: 'number' }
  readonly setgid32: { readonly gid: 'number' }
  readonly setgroups: { readonly gidsetsize: 'number'; readonly grouplist: 'pointer' }
  readonly setgroups32: { readonly gidsetsize: 'number'; readonly grouplist: 'pointer' }
  readonly sethostname: { readonly name: 'pointer'; readonly len: 'number' }
  readonly setitimer: { readonly which: 'itimer'; readonly value: 'pointer'; readonly ovalue: 'pointer' }
  readonly setns: { readonly fd: 'number'; readonly flags: 'clone' }
  readonly setpgid: { readonly pid: 'number'; readonly pgid: 'number' }
  readonly setpriority: { readonly which: 'prio'; readonly who: 'number'; readonly niceval: 'number' }
  readonly setregid: { readonly rgid: 'number'; readonly egid: 'number' }
  readonly setregid32: { readonly rgid: 'number'; readonly egid: 'number' }
  readonly setresgid: { readonly rgid: 'number'; readonly egid: 'number'; readonly sgid: 'number' }
  readonly setresgid32: { readonly rgid: 'number'; readonly egid: 'number'; readonly sgid: 'number' }
  readonly setresuid: { readonly ruid: 'number'; readonly euid: 'number'; readonly suid: 'number' }
  readonly setresuid32: { readonly ruid: 'number'; readonly euid: 'number'; readonly suid: 'number' }
  readonly setreuid: { readonly ruid: 'number'; readonly euid: 'number' }
  readonly setreuid32: { readonly ruid: 'number'; readonly euid: 'number' }
  readonly setrlimit: { readonly resource: 'rlimit'; readonly rlim: 'pointer' }
  readonly setsid: None
  readonly setsockopt: { readonly fd: 'number'; readonly level: 'sol' | 'ipproto'; readonly optname: 'so' | 'tcp' | 'ip' | 'ipv6'; readonly optval: 'pointer'; readonly optlen: 'number' }
  readonly settimeofday: { readonly tv: 'pointer'; readonly tz: 'pointer' }
  readonly setuid: { readonly uid: 'number' }
  readonly setuid32: { readonly uid: 'number' }
  readonly setxattr: { readonly pathname: 'pointer'; readonly name: 'pointer'; readonly value: 'pointer'; readonly size: 'number'; readonly flags: 'xattr' }
  readonly setxattrat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly at_flags: 'at'; readonly name: 'pointer'; readonly uargs: 'pointer'; readonly usize: 'number' }
  readonly sgetmask: None
  readonly shmat: { readonly shmid: 'number'; readonly shmaddr: 'pointer'; readonly shmflg: 'shm' }
  readonly shmctl: { readonly shmid: 'number'; readonly cmd: 'shm' | 'ipc'; readonly buf: 'pointer' }
  readonly shmdt: { readonly shmaddr: 'pointer' }
  readonly shmget: { readonly key: 'number'; readonly size: 'number'; readonly shmflg: 'shm' | 'ipc' | 's' }
  readonly shutdown: { readonly fd: 'number'; readonly how: 'shut' }
  readonly sigaction: { readonly sig: 'sig'; readonly act: 'pointer'; readonly oact: 'pointer' }
  readonly sigaltstack: { readonly uss: 'pointer'; readonly uoss: 'pointer' }
  readonly signal: { readonly sig: 'sig'; readonly handler: 'pointer' }
  readonly signalfd: { readonly ufd: 'number'; readonly user_mask: 'pointer'; readonly sizemask: 'number' }
  readonly signalfd4: { readonly ufd: 'number'; readonly user_mask: 'pointer'; readonly sizemask: 'number'; readonly flags: 'sfd' }
  readonly sigpending: { readonly uset: 'pointer' }
  readonly sigprocmask: { readonly how: 'sig-how'; readonly nset: 'pointer'; readonly oset: 'pointer' }
  readonly sigreturn: None
  readonly sigsuspend: { readonly unused1: 'number'; readonly unused2: 'number'; readonly mask: 'number'; readonly uset: 'pointer' }
  readonly socket: { readonly family: 'af'; readonly type: 'sock'; readonly protocol: 'ipproto' | 'netlink' }
  readonly socketcall: { readonly call: 'number'; readonly args: 'pointer' }
  readonly socketpair: { readonly family: 'af'; readonly type: 'sock'; readonly protocol: 'ipproto' | 'netlink'; readonly usockvec: 'pointer' }
  readonly splice: { readonly fd_in: 'number'; readonly off_in: 'pointer'; readonly fd_out: 'number'; readonly off_out: 'pointer'; readonly len: 'number'; readonly flags: 'splice' }
  readonly spu_create: { readonly name: 'pointer'; readonly flags: 'number'; readonly mode: 's'; readonly neighbor_fd: 'number' }
  readonly spu_run: { readonly fd: 'number'; readonly unpc: 'pointer'; readonly ustatus: 'pointer' }
  readonly ssetmask: { readonly newmask: 'number' }
  readonly stat: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly stat64: { readonly filename: 'pointer'; readonly statbuf: 'pointer' }
  readonly statfs: { readonly pathname: 'pointer'; readonly buf: 'pointer' }
  readonly statfs64: { readonly pathname: 'pointer'; readonly sz: 'number'; readonly buf: 'pointer' }
  readonly statmount: { readonly req: 'pointer'; readonly buf: 'pointer'; readonly bufsize: 'number'; readonly flags: 'number' }
  readonly statx: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly flags: 'at'; readonly mask: 'statx'; readonly buffer: 'pointer' }
  readonly stime: { readonly tptr: 'pointer' }
  readonly subpage_prot: { readonly addr: 'number'; readonly len: 'number'; readonly map: 'pointer' }
  readonly swapcontext: { readonly old_ctx: 'pointer'; readonly new_ctx: 'pointer'; readonly ctx_size: 'number' }
  readonly swapoff: { readonly specialfile: 'pointer' }
  readonly swapon: { readonly specialfile: 'pointer'; readonly swap_flags: 'swap' }
  readonly switch_endian: None
  readonly symlink: { readonly oldname: 'pointer'; readonly newname: 'pointer' }
  readonly symlinkat: { readonly oldname: 'pointer'; readonly newdfd: 'at'; readonly newname: 'pointer' }
  readonly sync: None
  readonly sync_file_range: { readonly fd: 'number'; readonly offset: 'number'; readonly nbytes: 'number'; readonly flags: 'sync-range' }
  readonly sync_file_range2: { readonly fd: 'number'; readonly flags: 'sync-range'; readonly offset: 'number'; readonly nbytes: 'number' }
  readonly syncfs: { readonly fd: 'number' }
  readonly sys_debug_setcontext: { readonly ctx: 'pointer'; readonly ndbg: 'number'; readonly dbg: 'pointer' }
  readonly syscall: { readonly number: 'number'; readonly arg1: 'number'; readonly arg2: 'number'; readonly arg3: 'number'; readonly arg4: 'number'; readonly arg5: 'number' }
  readonly sysfs: { readonly option: 'number'; readonly arg1: 'number'; readonly arg2: 'number' }
  readonly sysinfo: { readonly info: 'pointer' }
  readonly syslog: { readonly type: 'syslog'; readonly buf: 'pointer'; readonly len: 'number' }
  readonly sysmips: { readonly cmd: 'number'; readonly arg1: 'number'; readonly arg2: 'number' }
  readonly tee: { readonly fdin: 'number'; readonly fdout: 'number'; readonly len: 'number'; readonly flags: 'splice' }
  readonly tgkill: { readonly tgid: 'number'; readonly pid: 'number'; readonly sig: 'sig' }
  readonly time: { readonly tloc: 'pointer' }
  readonly timer_create: { readonly which_clock: 'clock'; readonly timer_event_spec: 'pointer'; readonly created_timer_id: 'pointer' }
  readonly timer_delete: { readonly timer_id: 'number' }
  readonly timer_getoverrun: { readonly timer_id: 'number' }
  readonly timer_gettime: { readonly timer_id: 'number'; readonly setting: 'pointer' }
  readonly timer_gettime64: { readonly timer_id: 'number'; readonly setting: 'pointer' }
  readonly timer_settime: { readonly timer_id: 'number'; readonly flags: 'timer'; readonly new_setting: 'pointer'; readonly old_setting: 'pointer' }
  readonly timer_settime64: { readonly timer_id: 'number'; readonly flags: 'timer'; readonly new_setting: 'pointer'; readonly old_setting: 'pointer' }
  readonly timerfd_create: { readonly clockid: 'clock'; readonly flags: 'tfd' }
  readonly timerfd_gettime: { readonly ufd: 'number'; readonly otmr: 'pointer' }
  readonly timerfd_gettime64: { readonly ufd: 'number'; readonly otmr: 'pointer' }
  readonly timerfd_settime: { readonly ufd: 'number'; readonly flags: 'tfd'; readonly utmr: 'pointer'; readonly otmr: 'pointer' }
  readonly timerfd_settime64: { readonly ufd: 'number'; readonly flags: 'tfd'; readonly utmr: 'pointer'; readonly otmr: 'pointer' }
  readonly times: { readonly tbuf: 'pointer' }
  readonly tkill: { readonly pid: 'number'; readonly sig: 'sig' }
  readonly truncate: { readonly path: 'pointer'; readonly length: 'number' }
  readonly truncate64: { readonly path: 'pointer'; readonly length: 'number' }
  readonly ugetrlimit: { readonly resource: 'rlimit'; readonly rlim: 'pointer' }
  readonly umask: { readonly mask: 's' }
  readonly umount: { readonly name: 'pointer' }
  readonly umount2: { readonly name: 'pointer'; readonly flags: 'umount' }
  readonly uname: { readonly name: 'pointer' }
  readonly unlink: { readonly pathname: 'pointer' }
  readonly unlinkat: { readonly dfd: 'at'; readonly pathname: 'pointer'; readonly flag: 'at' }
  readonly unshare: { readonly unshare_flags: 'clone' }
  readonly uprobe: None
  readonly uretprobe: None
  readonly uselib: { readonly library: 'pointer' }
  readonly userfaultfd: { readonly flags: 'o' | 'uffd' }
  readonly usr26: None
  readonly usr32: None
  readonly ustat: { readonly dev: 'number'; readonly ubuf: 'pointer' }
  readonly utime: { readonly filename: 'pointer'; readonly times: 'pointer' }
  readonly utimensat: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly utimes: 'pointer'; readonly flags: 'at' }
  readonly utimensat_time64: { readonly dfd: 'at'; readonly filename: 'pointer'; readonly utimes: 'pointer'; readonly flags: 'at' }
  readonly utimes: { readonly filename: 'pointer'; readonly utimes: 'pointer' }
  readonly vfork: None
  readonly vhangup: None
  readonly vm86: { readonly cmd: 'number'; readonly arg: 'number' }
  readonly vm86old: { readonly user_vm86: 'pointer' }
  readonly vmsplice: { readonly fd: 'number'; readonly uiov: 'pointer'; readonly nr_segs: 'number'; readonly flags: 'splice' }
  readonly wait4: { readonly upid: 'number'; readonly stat_addr: 'pointer'; readonly options: 'wait'; readonly ru: 'pointer' }
  readonly waitid: { readonly which: 'idtype'; readonly upid: 'number'; readonly infop: 'pointer'; readonly options: 'wait'; readonly ru: 'pointer' }
  readonly waitpid: { readonly pid: 'number'; readonly stat_addr: 'pointer'; readonly options: 'wait' }
  readonly write: { readonly fd: 'number'; readonly buf: 'pointer'; readonly count: 'number' }
  readonly writev: { readonly fd: 'number'; readonly vec: 'pointer'; readonly vlen: 'number' }
}
