// Written by tools/gen-systemd-sets from seccomp_syscall_resolve_name() of libseccomp 2.6.0.
// Make it again: node tools/gen-systemd-sets/gen-libseccomp-names.mjs

/** The version of libseccomp that knows these names. */
export const LIBSECCOMP_VERSION = '2.6.0'

/** The calls of @known of systemd 257 that this libseccomp does not know. */
export const UNKNOWN: string =
  'arc_gettls arc_settls arc_usr_cmpxchg dipc exec_with_loader execv file_getattr file_setattr getdomainname getdtablesize gethostname getxgid getxpid getxuid kern_features llseek memory_ordering old_adjtimex oldumount or1k_atomic osf_fstat osf_fstatfs osf_fstatfs64 osf_getdirentries osf_getdomainname osf_getitimer osf_getrusage osf_getsysinfo osf_gettimeofday osf_lstat osf_mount osf_proplist_syscall osf_select osf_set_program_attributes osf_setitimer osf_setsysinfo osf_settimeofday osf_shmat osf_sigprocmask osf_sigstack osf_stat osf_statfs osf_statfs64 osf_swapon osf_syscall osf_sysinfo osf_usleep_thread osf_utimes osf_utsname osf_wait4 perfctr sched_get_affinity sched_set_affinity sethae setpgrp utrap_install'

/** The calls outside @known that it knows. */
export const BESIDE: string = 'arm_sync_file_range nfsservctl'
