// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { s390 as calls_s390 } from '@seccompile/syscalls/s390'

/** The calls of s390. */
const TEXT: ColumnText = {
  types: `iint
uunsigned int
sconst char __user *
uunsigned long
usize_t
uu32
ipid_t
schar __user *
svoid __user *
ucompat_size_t
ucompat_ulong_t
sstruct old_timespec32 __user *
iclockid_t
sint __user *
sconst struct iovec __user *
sstruct __kernel_timespec __user *
humode_t
scompat_ulong_t __user *
ugid_t
uuid_t
Lloff_t
hold_gid_t
hold_uid_t
icompat_long_t
sconst void __user *
su32 __user *
icompat_pid_t
sconst struct __kernel_timespec __user *
sstruct sockaddr __user *
imqd_t
itimer_t
scompat_sigset_t __user *
sconst compat_sigset_t __user *
sgid_t __user *
sloff_t __user *
sold_gid_t __user *
sstruct compat_siginfo __user *
sstruct old_itimerspec32 __user *
sstruct old_timeval32 __user *
scompat_uptr_t
sconst compat_uptr_t __user *
sconst unsigned long __user *
sstruct __kernel_itimerspec __user *
sstruct epoll_event __user *
sstruct io_event __user *
sstruct stat64_emu31 __user *
u__u32
i__s32
icompat_off_t
ikey_t
scompat_old_sigset_t __user *
sconst struct old_timespec32 __user *
sold_uid_t __user *
sstruct compat_mmsghdr __user *
sstruct compat_rlimit __user *
sstruct compat_rusage __user *
sstruct compat_stat __user *
sstruct old_itimerval32 __user *
sstruct pollfd __user *
sstruct sched_param __user *
su64 __user *
suid_t __user *
ucompat_aio_context_t
icompat_ssize_t
ikey_serial_t
irwf_t
scap_user_data_t
scap_user_header_t
scompat_uptr_t __user *
sconst struct __compat_aio_sigset __user *
sconst struct __kernel_itimerspec __user *
sconst struct mnt_id_req __user *
sold_time32_t __user *
sstruct compat_mq_attr __user *
sstruct compat_msghdr __user *
sstruct compat_statfs __user *
sstruct compat_statfs64 __user *
sstruct file_attr __user *
sstruct file_handle __user *
sstruct futex_waitv __user *
sstruct lsm_ctx __user *
sstruct mmap_arg_struct_emu31 __user *
sstruct mount_attr __user *
sstruct old_timex32 __user *
sstruct sched_attr __user *
sstruct timezone __user *
sunsigned __user *
sunsigned int __user *
uaio_context_t
uqid_t
Q__u64
Qu64
hcompat_mode_t
ilong
is32
iunsigned int
iunsigned long
s__sighandler_t
scompat_loff_t __user *
scompat_off_t __user *
scompat_size_t __user *
scompat_stack_t __user *
scompat_uint_t __user *
sconst compat_stack_t __user *
sconst int __user *
sconst struct compat_mq_attr __user *
sconst struct compat_old_sigaction __user *
sconst struct compat_sigaction __user *
sconst struct compat_sigevent __user *
sconst struct landlock_ruleset_attr __user *
sconst struct old_itimerspec32 __user *
sconst struct rlimit64 __user *
sconst struct xattr_args __user *
sconst void __user *__user *
ssiginfo_t __user *
ssize_t __user *
sstruct __kernel_timex __user *
sstruct __sysctl_args __user *
sstruct cachestat __user *
sstruct cachestat_range __user *
sstruct clone_args __user *
sstruct compat_kexec_segment __user *
sstruct compat_linux_dirent __user *
sstruct compat_old_linux_dirent __user *
sstruct compat_old_sigaction __user *
sstruct compat_robust_list_head __user *
sstruct compat_sigaction __user *
sstruct compat_sigevent __user *
sstruct compat_sysinfo __user *
sstruct compat_tms __user *
sstruct compat_ustat __user *
sstruct fadvise64_64_args __user *
sstruct getcpu_cache __user *
sstruct gs_cb __user *
sstruct io_uring_params __user *
sstruct iocb __user *
sstruct kernel_sym __user *
sstruct linux_dirent64 __user *
sstruct new_utsname __user *
sstruct nfsctl_arg __user *
sstruct old_utimbuf32 __user *
sstruct open_how __user *
sstruct perf_event_attr __user *
sstruct rlimit64 __user *
sstruct rseq __user *
sstruct sembuf __user *
sstruct statmount __user *
sstruct statx __user *
sstruct xattr_args __user *
stimer_t __user *
sunion bpf_attr __user *
sunsigned char __user *
sunsigned long __user *
uenum landlock_rule_type
uold_sigset_t
uuint`,
  calls: `
exit 1.0 error_code:0
fork 1.0
read 1.0 fd:1 buf:7 count:9
write 1.0 fd:1 buf:2 count:9
open 1.0 filename:2 flags:0:o mode:g:s
close 1.0 fd:1
restart_syscall 2.6
creat 1.0 pathname:2 mode:g:s
link 1.0 oldname:2 newname:2
unlink 1.0 pathname:2
execve 1.0 filename:2 argv:14 envp:14
chdir 1.0 filename:2
time 1.0 tloc:20
mknod 1.0 filename:2 mode:g:s dev:1
chmod 1.0 filename:2 mode:g:s
lchown 1.0 filename:2 user:m group:l
lseek 1.0 fd:1 offset:1c whence:1:seek
getpid 1.0
mount 1.0 dev_name:7 dir_name:7 type:7 flags:3:mount data:8
umount 1.0 name:7
setuid 1.0 uid:m
getuid 1.0
stime 1.0 tptr:20
ptrace 1.0 request:n:ptrace pid:n addr:n data:n
alarm 1.0 seconds:1
pause 1.0
utime 1.0 filename:2 times:3w
access 1.0 filename:2 mode:0:access
nice 1.0 increment:0
sync 1.0
kill 1.0 pid:6 sig:0:sig
rename 1.0 oldname:2 newname:2
mkdir 1.0 pathname:2 mode:g:s
rmdir 1.0 pathname:2
dup 1.0 fildes:1
pipe 1.0 fildes:d
times 1.0 tbuf:3l
brk 1.0 brk:3
setgid 1.0 gid:l
getgid 1.0
signal 1.0 sig:0:sig handler:2p
geteuid 1.0
getegid 1.0
acct 1.0 name:2
umount2 2.2 name:7 flags:0:umount
ioctl 1.0 fd:1 cmd:1:ioctl arg:a
fcntl 1.0 fd:1 cmd:1:f arg:a
setpgid 1.0 pid:6 pgid:6
umask 1.0 mask:0:s
chroot 1.0 filename:2
ustat 1.0 dev:1 ubuf:3m
dup2 1.0 oldfd:1 newfd:1
getppid 1.0
getpgrp 1.0
setsid 1.0
sigaction 1.0 sig:0:sig act:2y oact:3g
setreuid 1.0 ruid:m euid:m
setregid 1.0 rgid:l egid:l
sigsuspend 1.0 unused1:0 unused2:0 mask:4a
sigpending 1.0 uset:1e
sethostname 1.0 name:7 len:0
setrlimit 1.0 resource:1:rlimit rlim:1i
getrlimit 1.0 resource:1:rlimit rlim:1i
getrusage 1.0 who:0:rusage ru:1j
gettimeofday 1.0 tv:12 tz:2d
settimeofday 1.0 tv:12 tz:2d
getgroups 1.0 gidsetsize:0 grouplist:z
setgroups 1.0 gidsetsize:0 grouplist:z
symlink 1.0 oldname:2 newname:2
readlink 1.0 path:2 buf:7 bufsiz:0
uselib 1.0 library:2
swapon 1.0 specialfile:2 swap_flags:0:swap
reboot 1.0 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:8
readdir 1.0 fd:1 dirent:3f count:1
mmap 1.0 arg:29
munmap 1.0 addr:3 len:4
truncate 1.0 path:2 length:1c
ftruncate 1.0 fd:1 length:1c
fchmod 1.0 fd:1 mode:g:s
fchown 1.0 fd:1 user:m group:l
getpriority 1.0 which:0:prio who:0
setpriority 1.0 which:0:prio who:0 niceval:0
statfs 1.0 pathname:2 buf:23
fstatfs 1.0 fd:1 buf:23
ioperm 1.0 from:3 num:3 turn_on:0
socketcall 1.0 call:0 args:p
syslog 1.0 type:0:syslog buf:7 len:0
setitimer 1.0 which:0:itimer value:1l ovalue:1l
getitimer 1.0 which:0:itimer value:1l
stat 1.0 filename:2 statbuf:1k
lstat 1.0 filename:2 statbuf:1k
fstat 1.0 fd:1 statbuf:1k
lookup_dcookie 2.6 cookie64:2j buf:7 len:4
vhangup 1.0
wait4 1.0 upid:q stat_addr:2u options:0:wait ru:1j
swapoff 1.0 specialfile:2
sysinfo 1.0 info:3k
ipc 1.0 call:4b first:0 second:a third:a ptr:13
fsync 1.0 fd:1
sigreturn 1.0
clone 1.0 newsp:3 clone_flags:3:clone+sig parent_tidptr:d child_tidptr:d tls:3
setdomainname 1.0 name:7 len:0
uname 1.0 name:3u
adjtimex 1.0 txc_p:2b
mprotect 1.0 start:3 len:4 prot:3:prot
sigprocmask 1.0 how:0:sig-how nset:1e oset:1e
create_module 1.0 name:2 size:4
init_module 1.0 umod:8 len:3 uargs:2
delete_module 1.0 name_user:2 flags:1:o
get_kernel_syms 1.0 table:3s
quotactl 1.0 cmd:1:+quota-type special:2 id:2h addr:8
getpgid 1.0 pid:6
fchdir 1.0 fd:1
bdflush 1.2 func:0 data:2l
sysfs 1.2 option:0 arg1:3 arg2:3
personality 1.2 personality:1:personality
setfsuid 1.2 uid:m
setfsgid 1.2 gid:l
_llseek 1.2 fd:1 offset_high:3 offset_low:3 result:y whence:1:seek
getdents 2.0 fd:1 dirent:3e count:1
_newselect 2.0 n:0 inp:h outp:h exp:h tvp:12
flock 2.0 fd:1 cmd:1:lock
msync 2.0 start:3 len:4 flags:0:msync
readv 2.0 fd:3 vec:e vlen:3
writev 2.0 fd:3 vec:e vlen:3
getsid 2.0 pid:6
fdatasync 2.0 fd:1
_sysctl 2.0 args:39
mlock 2.0 start:3 len:4
munlock 2.0 start:3 len:4
mlockall 2.0 flags:0:mcl
munlockall 2.0
sched_setparam 2.0 pid:6 param:1n
sched_getparam 2.0 pid:6 param:1n
sched_setscheduler 2.0 pid:6 policy:0:sched param:1n
sched_getscheduler 2.0 pid:6
sched_yield 2.0
sched_get_priority_max 2.0 policy:0:sched
sched_get_priority_min 2.0 policy:0:sched
sched_rr_get_interval 2.0 pid:6 interval:b
nanosleep 2.0 rqtp:b rmtp:b
mremap 2.0 addr:3 old_len:3 new_len:3 flags:3:mremap new_addr:3
setresuid 2.2 ruid:m euid:m suid:m
getresuid 2.2 ruidp:1g euidp:1g suidp:1g
query_module 2.2 name:2 which:0 buf:8 bufsize:4 ret:37
poll 2.0 ufds:1m nfds:1 timeout_msecs:0
nfsservctl 2.2 cmd:0 arg:3v res:8
setresgid 2.2 rgid:l egid:l sgid:l
getresgid 2.2 rgidp:z egidp:z sgidp:z
prctl 2.2 option:0:pr arg2:3 arg3:3 arg4:3 arg5:3
rt_sigreturn 2.2
rt_sigaction 2.2 sig:0:sig act:2z oact:3i sigsetsize:9
rt_sigprocmask 2.2 how:0:sig-how nset:v oset:v sigsetsize:9
rt_sigpending 2.2 uset:v sigsetsize:9
rt_sigtimedwait 2.2 uthese:v uinfo:10 uts:b sigsetsize:9
rt_sigqueueinfo 2.2 pid:q sig:0:sig uinfo:10
rt_sigsuspend 2.2 unewset:v sigsetsize:9
pread64 2.2 fd:1 buf:7 count:9 pos:k
pwrite64 2.2 fd:1 buf:2 count:9 pos:k
chown 2.2 filename:2 user:m group:l
getcwd 2.2 buf:7 size:3
capget 2.2 header:1v dataptr:1u
capset 2.2 header:1v data:1u
sigaltstack 2.2 uss:2v uoss:2t
sendfile 2.2 out_fd:0 in_fd:0 offset:2r count:9
vfork 2.2
ugetrlimit 2.4 resource:1:rlimit rlim:1i
mmap2 2.4 arg:29
truncate64 2.4 path:2 length:k
ftruncate64 2.4 fd:1 length:k
stat64 2.4 filename:2 statbuf:19
lstat64 2.4 filename:2 statbuf:19
fstat64 2.4 fd:1 statbuf:19
lchown32 2.4 filename:2 user:j group:i
getuid32 2.4
getgid32 2.4
geteuid32 2.4
getegid32 2.4
setreuid32 2.4 ruid:j euid:j
setregid32 2.4 rgid:i egid:i
getgroups32 2.4 gidsetsize:0 grouplist:x
setgroups32 2.4 gidsetsize:0 grouplist:x
fchown32 2.4 fd:1 user:j group:i
setresuid32 2.4 ruid:j euid:j suid:j
getresuid32 2.4 ruidp:1p euidp:1p suidp:1p
setresgid32 2.4 rgid:i egid:i sgid:i
getresgid32 2.4 rgidp:x egidp:x sgidp:x
chown32 2.4 filename:2 user:j group:i
setuid32 2.4 uid:j
setgid32 2.4 gid:i
setfsuid32 2.4 uid:j
setfsgid32 2.4 gid:i
pivot_root 2.4 new_root:2 put_old:2
mincore 2.4 start:3 len:4 vec:47
madvise 2.4 start:3 len_in:4 behavior:0:madv
getdents64 2.4 fd:1 dirent:3t count:1
fcntl64 2.4 fd:1 cmd:1:f arg:a
readahead 2.4 fd:0 offset:k count:2m
sendfile64 2.6 out_fd:0 in_fd:0 offset:2q count:9
setxattr 2.6 pathname:2 name:2 value:o size:4 flags:0:xattr
lsetxattr 2.6 pathname:2 name:2 value:o size:4 flags:0:xattr
fsetxattr 2.6 fd:0 name:2 value:o size:4 flags:0:xattr
getxattr 2.6 pathname:2 name:2 value:8 size:4
lgetxattr 2.6 pathname:2 name:2 value:8 size:4
fgetxattr 2.6 fd:0 name:2 value:8 size:4
listxattr 2.6 pathname:2 list:7 size:4
llistxattr 2.6 pathname:2 list:7 size:4
flistxattr 2.6 fd:0 list:7 size:4
removexattr 2.6 pathname:2 name:2
lremovexattr 2.6 pathname:2 name:2
fremovexattr 2.6 fd:0 name:2
gettid 2.4
tkill 2.6 pid:6 sig:0:sig
futex 2.6 uaddr:p op:0:futex val:5 utime:1f uaddr2:p val3:5
sched_setaffinity 2.6 pid:q len:1 user_mask_ptr:h
sched_getaffinity 2.6 pid:q len:1 user_mask_ptr:h
tgkill 2.6 tgid:6 pid:6 sig:0:sig
io_setup 2.6 nr_events:1 ctxp:p
io_destroy 2.6 ctx:2g
io_getevents 2.6 ctx_id:1a min_nr:1b nr:1b events:18 timeout:b
io_submit 2.6 ctx_id:1q nr:0 iocbpp:1w
io_cancel 2.6 ctx_id:2g iocb:3r result:18
exit_group 2.6 error_code:0
epoll_create 2.6 size:0
epoll_ctl 2.6 epfd:0 op:0:epoll fd:0 event:17
epoll_wait 2.6 epfd:0 events:17 maxevents:0 timeout:0
set_tid_address 2.6 tidptr:d
fadvise64 2.6 fd:0 offset:k len:9 advice:0:fadvise
timer_create 2.6 which_clock:c:clock timer_event_spec:3j created_timer_id:45
timer_settime 2.6 timer_id:u flags:0:timer new_setting:11 old_setting:11
timer_gettime 2.6 timer_id:u setting:11
timer_getoverrun 2.6 timer_id:u
timer_delete 2.6 timer_id:u
clock_settime 2.6 which_clock:c:clock tp:b
clock_gettime 2.6 which_clock:c:clock tp:b
clock_getres 2.6 which_clock:c:clock tp:b
clock_nanosleep 2.6 which_clock:c:clock flags:0:timer rqtp:b rmtp:b
fadvise64_64 2.6 args:3n
statfs64 2.6 pathname:2 sz:9 buf:24
fstatfs64 2.6 fd:1 sz:9 buf:24
remap_file_pages 2.6 start:3 size:3 prot:3:prot pgoff:3 flags:3:map
mbind 2.6 start:3 len:3 mode:2o:mpol nmask:15 maxnode:3 flags:1:mpol-mf
get_mempolicy 2.6 policy:d nmask:48 maxnode:3 addr:3 flags:3:mpol-f
set_mempolicy 2.6 mode:0:mpol nmask:15 maxnode:3
mq_open 2.6 u_name:2 oflag:0:o mode:2k:s u_attr:21
mq_unlink 2.6 u_name:2
mq_timedsend 2.6 mqdes:t u_msg_ptr:2 msg_len:1 msg_prio:1 u_abs_timeout:1f
mq_timedreceive 2.6 mqdes:t u_msg_ptr:7 msg_len:1 u_msg_prio:2f u_abs_timeout:1f
mq_notify 2.6 mqdes:t u_notification:30
mq_getsetattr 2.6 mqdes:t u_mqstat:2x u_omqstat:21
kexec_load 2.6 entry:a nr_segments:a segments:3d flags:a:kexec
add_key 2.6 _type:2 _description:2 _payload:o plen:4 ringid:1s:key
request_key 2.6 _type:2 _description:2 _callout_info:2 destringid:1s:key
keyctl 2.6 option:5:key arg2:5 arg3:5 arg4:5 arg5:5
waitid 2.6 which:0:idtype upid:q infop:10 options:0:wait ru:1j
ioprio_set 2.6 which:0:ioprio who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio who:0
inotify_init 2.6
inotify_add_watch 2.6 fd:0 pathname:2 mask:5:in
inotify_rm_watch 2.6 fd:0 wd:1b
migrate_pages 2.6 pid:6 maxnode:3 old_nodes:15 new_nodes:15
openat 2.6 dfd:0:at filename:2 flags:0:o mode:g:s
mkdirat 2.6 dfd:0:at pathname:2 mode:g:s
mknodat 2.6 dfd:0:at filename:2 mode:g:s dev:1
fchownat 2.6 dfd:0:at filename:2 user:j group:i flag:0:at
futimesat 2.6 dfd:1:at filename:2 utimes:12
fstatat64 2.6 dfd:1:at filename:2 statbuf:19 flag:0:at
unlinkat 2.6 dfd:0:at pathname:2 flag:0:at
renameat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2
linkat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 2.6 oldname:2 newdfd:0:at newname:2
readlinkat 2.6 dfd:0:at pathname:2 buf:7 bufsiz:0
fchmodat 2.6 dfd:0:at filename:2 mode:g:s
faccessat 2.6 dfd:0:at filename:2 mode:0:access
pselect6 2.6 n:0 inp:h outp:h exp:h tsp:b sig:8
ppoll 2.6 ufds:1m nfds:1 tsp:b sigmask:w sigsetsize:9
unshare 2.6 unshare_flags:3:clone
set_robust_list 2.6 head:3h len:9
get_robust_list 2.6 pid:0 head_ptr:1w len_ptr:2s
splice 2.6 fd_in:0 off_in:y fd_out:0 off_out:y len:4 flags:1:splice
sync_file_range 2.6 fd:0 offset:k nbytes:k flags:1:sync-range
tee 2.6 fdin:0 fdout:0 len:4 flags:1:splice
vmsplice 2.6 fd:0 uiov:e nr_segs:3 flags:1:splice
move_pages 2.6 pid:6 nr_pages:3 pages:35 nodes:2w status:d flags:0:mpol-mf
getcpu 2.6 cpup:2e nodep:2e unused:3o
epoll_pwait 2.6 epfd:0 events:17 maxevents:0 timeout:0 sigmask:w sigsetsize:9
utimes 2.2 filename:2 utimes:12
fallocate 2.6 fd:0 mode:0:falloc offset:k len:k
utimensat 2.6 dfd:2n:at filename:2 utimes:b flags:0:at
signalfd 2.6 ufd:0 user_mask:w sizemask:9
eventfd 2.6 count:1
timerfd_create 2.6 clockid:0:clock flags:0:tfd
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:32 otmr:11
timerfd_gettime 2.6 ufd:0 otmr:11
signalfd4 2.6 ufd:0 user_mask:w sizemask:9 flags:0:sfd
eventfd2 2.6 count:1 flags:0:efd
inotify_init1 2.6 flags:0:in-init
pipe2 2.6 fildes:d flags:0:o
dup3 2.6 oldfd:1 newfd:1 flags:0:o
epoll_create1 2.6 flags:0:epoll
preadv 2.6 fd:a vec:e vlen:a pos_l:5 pos_h:5
pwritev 2.6 fd:a vec:e vlen:a pos_l:5 pos_h:5
rt_tgsigqueueinfo 2.6 tgid:q pid:q sig:0:sig uinfo:10
perf_event_open 2.6 attr_uptr:3y pid:6 cpu:0 group_fd:0 flags:3:perf
fanotify_init 2.6 flags:1:fan event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0 flags:1:fan-mark mask:2i:fan-event dfd:0:at pathname:2
prlimit64 2.6 pid:6 resource:1:rlimit new_rlim:33 old_rlim:3z
name_to_handle_at 2.6 dfd:0:at name:2 handle:26 mnt_id:8 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at handle:26 flags:0:o
clock_adjtime 2.6 which_clock:c:clock utx:2b
syncfs 2.6 fd:0
setns 3.0 fd:0 flags:0:clone
process_vm_readv 3.2 pid:6 lvec:e liovcnt:3 rvec:e riovcnt:3 flags:3
process_vm_writev 3.2 pid:6 lvec:e liovcnt:3 rvec:e riovcnt:3 flags:3
s390_runtime_instr 3.7 command:0 signum:0:sig
kcmp 3.5 pid1:6 pid2:6 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0 uargs:2 flags:0:module
sched_setattr 3.14 pid:6 uattr:2c flags:1
sched_getattr 3.14 pid:6 uattr:2c usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:8
getrandom 3.17 buf:7 count:4 flags:1:grnd
memfd_create 3.17 uname:2 flags:1:mfd
bpf 3.18 cmd:0:bpf uattr:46 size:1
s390_pci_mmio_write 3.19 mmio_addr:3 user_buffer:o length:4
s390_pci_mmio_read 3.19 mmio_addr:3 user_buffer:8 length:4
execveat 3.19 fd:0:at filename:2 argv:14 envp:14 flags:0:at
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
recvmmsg 2.6 fd:0 mmsg:1h vlen:1 flags:1:msg timeout:b
sendmmsg 3.0 fd:0 mmsg:1h vlen:1 flags:1:msg
socket 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:d
bind 4.3 fd:0 umyaddr:s addrlen:0
connect 4.3 fd:0 uservaddr:s addrlen:0
listen 4.3 fd:0 backlog:0
accept4 4.3 fd:0 upeer_sockaddr:s upeer_addrlen:d flags:0:sock
getsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:7 optlen:d
setsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:7 optlen:0
getsockname 4.3 fd:0 usockaddr:s usockaddr_len:d
getpeername 4.3 fd:0 usockaddr:s usockaddr_len:d
sendto 4.3 fd:0 buff:8 len:4 flags:1:msg addr:s addr_len:0
sendmsg 4.3 fd:0 msg:22 flags:1:msg
recvfrom 4.3 fd:0 ubuf:8 size:9 flags:1:msg addr:s addr_len:d
recvmsg 4.3 fd:0 msg:22 flags:1:msg
shutdown 4.3 fd:0 how:0:shut
mlock2 4.4 start:3 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:y fd_out:0 off_out:y len:4 flags:1
preadv2 4.6 fd:a vec:e vlen:a pos_l:5 pos_h:5 flags:1t:rwf
pwritev2 4.6 fd:a vec:e vlen:a pos_l:5 pos_h:5 flags:1t:rwf
s390_guarded_storage 4.12 command:0 gs_cb:3p
statx 4.11 dfd:0:at filename:2 flags:1:at mask:1:statx buffer:43
s390_sthyi 4.15 function_code:3 buffer:8 return_code:1o flags:3
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
io_pgetevents 4.18 ctx_id:1q min_nr:n nr:n events:18 timeout:b usig:1x
rseq 4.18 rseq:40 rseq_len:5 flags:0:rseq sig:5
pkey_mprotect 4.9 start:3 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3 init_val:3:pkey
pkey_free 4.9 pkey:0
semget 5.1 key:1d nsems:0 semflg:0:ipc+s
semctl 5.1 semid:0 semnum:0 cmd:0:sem+ipc arg:0
shmget 5.1 key:1d size:4 shmflg:0:shm+ipc+s
shmctl 5.1 shmid:0 cmd:0:+shm+ipc buf:8
shmat 5.1 shmid:0 shmaddr:13 shmflg:0:shm
shmdt 5.1 shmaddr:7
msgget 5.1 key:1d msgflg:0:ipc+s
msgsnd 5.1 msqid:0 msgp:13 msgsz:1r msgflg:0:ipc
msgrcv 5.1 msqid:0 msgp:13 msgsz:1r msgtyp:n msgflg:0:msq+ipc
msgctl 5.1 msqid:0 cmd:0:+msq+ipc buf:8
clock_gettime64 5.1 which_clock:c:clock tp:f
clock_settime64 5.1 which_clock:c:clock tp:r
clock_adjtime64 5.1 which_clock:c:clock utx:38
clock_getres_time64 5.1 which_clock:c:clock tp:f
clock_nanosleep_time64 5.1 which_clock:c:clock flags:0:timer rqtp:r rmtp:f
timer_gettime64 5.1 timer_id:u setting:16
timer_settime64 5.1 timer_id:u flags:0:timer new_setting:1y old_setting:16
timerfd_gettime64 5.1 ufd:0 otmr:16
timerfd_settime64 5.1 ufd:0 flags:0:tfd utmr:1y otmr:16
utimensat_time64 5.1 dfd:0:at filename:2 utimes:f flags:0:at
pselect6_time64 5.1 n:0 inp:h outp:h exp:h tsp:f sig:8
ppoll_time64 5.1 ufds:1m nfds:1 tsp:f sigmask:w sigsetsize:9
io_pgetevents_time64 5.1 ctx_id:1q min_nr:n nr:n events:18 timeout:f usig:1x
recvmmsg_time64 5.1 fd:0 mmsg:1h vlen:1 flags:1:msg timeout:f
mq_timedsend_time64 5.1 mqdes:t u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:r
mq_timedreceive_time64 5.1 mqdes:t u_msg_ptr:7 msg_len:4 u_msg_prio:2f u_abs_timeout:r
semtimedop_time64 5.1 semid:0 tsops:41 nsops:1 timeout:r
rt_sigtimedwait_time64 5.1 uthese:v uinfo:10 uts:f sigsetsize:9
futex_time64 5.1 uaddr:p op:0:futex val:5 utime:r uaddr2:p val3:5
sched_rr_get_interval_time64 5.1 pid:6 interval:f
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:36 flags:1:pidfd-signal
io_uring_setup 5.1 entries:5 params:3q
io_uring_enter 5.1 fd:1 to_submit:5 min_complete:5 flags:5:io-uring-enter argp:o argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:8 nr_args:1
open_tree 5.2 dfd:0:at filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:2 _value:o aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:2 flags:1:fspick
pidfd_open 5.3 pid:6 flags:1:pidfd
clone3 5.3 uargs:3c size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:2 how:3x usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:e vlen:4 behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:17 maxevents:0 timeout:r sigmask:w sigsetsize:9
mount_setattr 5.12 dfd:0:at path:2 flags:1:at uattr:2a usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:2h addr:8
landlock_create_ruleset 5.13 attr:31 size:4 flags:1a:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:49:landlock-rule rule_attr:o flags:1a
landlock_restrict_self 5.13 ruleset_fd:0 flags:1a
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:27 nr_futexes:1 flags:1 timeout:f clockid:c:clock
set_mempolicy_home_node 5.17 start:3 len:3 home_node:3 flags:3
cachestat 6.5 fd:1 cstat_range:3b cstat:3a flags:1
fchmodat2 6.6 dfd:0:at filename:2 mode:g:s flags:1:at
map_shadow_stack 6.7 addr:3 size:3 flags:1
futex_wake 6.7 uaddr:8 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:8 val:3 mask:3 flags:1:futex2 timeout:f clockid:c:clock
futex_requeue 6.7 waiters:27 flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1z buf:42 bufsize:4 flags:1
listmount 6.8 req:1z mnt_ids:1o nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:28 size:p flags:5
lsm_set_self_attr 6.8 attr:1 ctx:28 size:5 flags:5
lsm_list_modules 6.8 ids:1o size:p flags:5
mseal 6.10 start:3 len:4 flags:3
setxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:34 usize:4
getxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:44 usize:4
listxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at list:7 size:4
removexattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at filename:2 flags:1:open-tree+at uattr:2a usize:4
file_getattr 6.17 dfd:0:at filename:2 ufattr:25 usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:2 ufattr:25 usize:4 at_flags:1:at
`,
}

/** The table of s390, with signatures. */
export const s390: SignedAbiTable<'s390'> = /* @__PURE__ */ signedTable(calls_s390, 32, TEXT)
