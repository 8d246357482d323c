// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { m68k as calls_m68k } from '@seccompile/syscalls/m68k'

/** The calls of m68k. */
const TEXT: ColumnText = {
  types: `iint
uunsigned int
pconst char __user *
uunsigned long
usize_t
ipid_t
pchar __user *
pvoid __user *
pint __user *
pstruct old_timespec32 __user *
uu32
humode_t
iclockid_t
pconst struct iovec __user *
Lloff_t
pstruct __kernel_timespec __user *
ugid_t
uuid_t
hold_gid_t
hold_uid_t
pfd_set __user *
ilong
pconst struct __kernel_timespec __user *
pconst void __user *
pstruct sockaddr __user *
imqd_t
itimer_t
pconst sigset_t __user *
ploff_t __user *
psigset_t __user *
pu32 __user *
pgid_t __user *
pold_gid_t __user *
psiginfo_t __user *
pstruct old_itimerspec32 __user *
pconst char __user *const __user *
pconst struct old_timespec32 __user *
pconst unsigned long __user *
pstruct __kernel_itimerspec __user *
pstruct epoll_event __user *
pstruct stat64 __user *
punsigned long __user *
u__u32
uaio_context_t
i__s32
ikey_t
pold_sigset_t __user *
pold_uid_t __user *
pstruct __kernel_old_itimerval __user *
pstruct __kernel_old_timeval __user *
pstruct __old_kernel_stat __user *
pstruct io_event __user *
pstruct mmsghdr __user *
pstruct pollfd __user *
pstruct rlimit __user *
pstruct rusage __user *
pstruct sched_param __user *
pstruct stat __user *
pu64 __user *
puid_t __user *
ikey_serial_t
ioff_t
pcap_user_data_t
pcap_user_header_t
pconst struct __kernel_itimerspec __user *
pconst struct mnt_id_req __user *
pold_time32_t __user *
psize_t __user *
pstruct file_attr __user *
pstruct file_handle __user *
pstruct futex_waitv __user *
pstruct lsm_ctx __user *
pstruct mount_attr __user *
pstruct mq_attr __user *
pstruct msgbuf __user *
pstruct old_timeval32 __user *
pstruct old_timex32 __user *
pstruct sched_attr __user *
pstruct statfs __user *
pstruct statfs64 __user *
pstruct timezone __user *
pstruct user_msghdr __user *
punsigned __user *
punsigned int __user *
uqid_t
Q__u64
Qu64
iunsigned int
iunsigned long
p__sighandler_t
paio_context_t __user *
pconst int __user *
pconst stack_t __user *
pconst struct landlock_ruleset_attr __user *
pconst struct mq_attr __user *
pconst struct ns_id_req __user *
pconst struct old_itimerspec32 __user *
pconst struct old_sigaction __user *
pconst struct rlimit64 __user *
pconst struct sigaction __user *
pconst struct sigevent __user *
pconst struct xattr_args __user *
pconst void __user *__user *
poff_t __user *
pstack_t __user *
pstruct __kernel_timex __user *
pstruct __sysctl_args __user *
pstruct bpf_common_attr __user *
pstruct cachestat __user *
pstruct cachestat_range __user *
pstruct clone_args __user *
pstruct io_uring_params __user *
pstruct iocb __user *
pstruct iocb __user *__user *
pstruct kernel_sym __user *
pstruct kexec_segment __user *
pstruct linux_dirent __user *
pstruct linux_dirent64 __user *
pstruct mmap_arg_struct __user *
pstruct msqid_ds __user *
pstruct new_utsname __user *
pstruct nfsctl_arg __user *
pstruct old_linux_dirent __user *
pstruct old_sigaction __user *
pstruct old_utimbuf32 __user *
pstruct open_how __user *
pstruct perf_event_attr __user *
pstruct rlimit64 __user *
pstruct robust_list_head __user *
pstruct robust_list_head __user *__user *
pstruct rseq __user *
pstruct sel_arg_struct __user *
pstruct sembuf __user *
pstruct shmid_ds __user *
pstruct sigaction __user *
pstruct sigevent __user *
pstruct siginfo __user *
pstruct statmount __user *
pstruct statx __user *
pstruct sysinfo __user *
pstruct tms __user *
pstruct ustat __user *
pstruct xattr_args __user *
ptimer_t __user *
punion bpf_attr __user *
punsigned char __user *
uenum landlock_rule_type
uold_sigset_t`,
  calls: `
restart_syscall 2.6
exit 1.0 error_code:0@1
fork 1.0
read 1.0 fd:1@1 buf:6 count:4
write 1.0 fd:1@1 buf:2 count:4
open 1.0 filename:2@1 flags:0:o mode:b:s
close 1.0 fd:1@1
waitpid 1.0 pid:5@1 stat_addr:8 options:0:wait
creat 1.0 pathname:2@1 mode:b:s
link 1.0 oldname:2@1 newname:2
unlink 1.0 pathname:2@1
execve 1.0 filename:2@1 argv:z envp:z
chdir 1.0 filename:2@1
time 1.0 tloc:1u@1
mknod 1.0 filename:2@1 mode:b:s dev:1
chmod 1.0 filename:2@1 mode:b:s
chown 2.2 filename:2@1 user:j group:i
oldstat 1.0 filename:2@1 statbuf:1e
lseek 1.0 fd:1@1 offset:1p whence:1:seek
getpid 1.0
mount 1.0 dev_name:6@1 dir_name:6 type:6 flags:3:mount data:7
umount 1.0 name:6@1
setuid 1.0 uid:j@1
getuid 1.0
stime 1.0 tptr:1u@1
ptrace 1.0 request:l:ptrace@1 pid:l addr:3 data:3
alarm 1.0 seconds:1@1
oldfstat 1.0 fd:1@1 statbuf:1e
pause 1.0
utime 1.0 filename:2@1 times:3g
access 1.0 filename:2@1 mode:0:access
nice 1.0 increment:0@1
sync 1.0
kill 1.0 pid:5@1 sig:0:sig
rename 1.0 oldname:2@1 newname:2
mkdir 1.0 pathname:2@1 mode:b:s
rmdir 1.0 pathname:2@1
dup 1.0 fildes:1@1
pipe 1.0 fildes:8@1
times 1.0 tbuf:3w@1
brk 1.0 brk:3@1
setgid 1.0 gid:i@1
getgid 1.0
signal 1.0 sig:0:sig@1 handler:2h
geteuid 1.0
getegid 1.0
acct 1.0 name:2@1
umount2 2.2 name:6@1 flags:0:umount
ioctl 1.0 fd:1@1 cmd:1:ioctl arg:3
fcntl 1.0 fd:1@1 cmd:1:f arg:3
setpgid 1.0 pid:5@1 pgid:5
umask 1.0 mask:0:s@1
chroot 1.0 filename:2@1
ustat 1.0 dev:1@1 ubuf:3x
dup2 1.0 oldfd:1@1 newfd:1
getppid 1.0
getpgrp 1.0
setsid 1.0
sigaction 1.0 sig:0:sig@1 act:2p oact:3f
sgetmask 1.0
ssetmask 1.0 newmask:0@1
setreuid 1.0 ruid:j@1 euid:j
setregid 1.0 rgid:i@1 egid:i
sigsuspend 1.0 unused1:0@1 unused2:0 mask:43
sigpending 1.0 uset:1a@1
sethostname 1.0 name:6@1 len:0
setrlimit 1.0 resource:1:rlimit@1 rlim:1i
getrlimit 1.0 resource:1:rlimit@1 rlim:1i
getrusage 1.0 who:0:rusage@1 ru:1j
gettimeofday 1.0 tv:1d@1 tz:28
settimeofday 1.0 tv:1d@1 tz:28
getgroups 1.0 gidsetsize:0@1 grouplist:w
setgroups 1.0 gidsetsize:0@1 grouplist:w
select 1.0 arg:3n@1
symlink 1.0 oldname:2@1 newname:2
oldlstat 1.0 filename:2@1 statbuf:1e
readlink 1.0 path:2@1 buf:6 bufsiz:0
uselib 1.0 library:2@1
swapon 1.0 specialfile:2@1 swap_flags:0:swap
reboot 1.0 magic1:0:reboot@1 magic2:0:reboot cmd:1:reboot arg:7
readdir 1.0 fd:1@1 dirent:3e count:1
mmap 1.0 arg:3a@1
munmap 1.0 addr:3@1 len:4
truncate 1.0 path:2@1 length:l
ftruncate 1.0 fd:1@1 length:1p
fchmod 1.0 fd:1@1 mode:b:s
fchown 1.0 fd:1@1 user:j group:i
getpriority 1.0 which:0:prio@1 who:0
setpriority 1.0 which:0:prio@1 who:0 niceval:0
statfs 1.0 pathname:2@1 buf:26
fstatfs 1.0 fd:1@1 buf:26
socketcall 1.0 call:0@1 args:15
syslog 1.0 type:0:syslog@1 buf:6 len:0
setitimer 1.0 which:0:itimer@1 value:1c ovalue:1c
getitimer 1.0 which:0:itimer@1 value:1c
stat 1.0 filename:2@1 statbuf:1l
lstat 1.0 filename:2@1 statbuf:1l
fstat 1.0 fd:1@1 statbuf:1l
vhangup 1.0
wait4 1.0 upid:5@1 stat_addr:8 options:0:wait ru:1j
swapoff 1.0 specialfile:2@1
sysinfo 1.0 info:3v@1
ipc 1.0 call:1@1 first:0 second:3 third:3 ptr:7
fsync 1.0 fd:1@1
sigreturn 1.0
clone 1.0 clone_flags:3:clone+sig@1 newsp:3 parent_tidptr:8 child_tidptr:8 tls:3
setdomainname 1.0 name:6@1 len:0
uname 1.0 name:3c@1
cacheflush 1.2 addr:3@1 scope:0 cache:0 len:3
adjtimex 1.0 txc_p:24@1
mprotect 1.0 start:3@1 len:4 prot:3:prot
sigprocmask 1.0 how:0:sig-how@1 nset:1a oset:1a
create_module 1.0 name:2@1 size:4
init_module 1.0 umod:7@1 len:3 uargs:2
delete_module 1.0 name_user:2@1 flags:1:o
get_kernel_syms 1.0 table:36@1
quotactl 1.0 cmd:1:+quota-type@1 special:2 id:2c addr:7
getpgid 1.0 pid:5@1
fchdir 1.0 fd:1@1
bdflush 1.2 func:0@1 data:l
sysfs 1.2 option:0@1 arg1:3 arg2:3
personality 1.2 personality:1:personality@1
setfsuid 1.2 uid:j@1
setfsgid 1.2 gid:i@1
_llseek 1.2 fd:1@1 offset_high:3 offset_low:3 result:s whence:1:seek
getdents 2.0 fd:1@1 dirent:38 count:1
_newselect 2.0 n:0@1 inp:k outp:k exp:k tvp:1d
flock 2.0 fd:1@1 cmd:1:lock
msync 2.0 start:3@1 len:4 flags:0:msync
readv 2.0 fd:3@1 vec:d vlen:3
writev 2.0 fd:3@1 vec:d vlen:3
getsid 2.0 pid:5@1
fdatasync 2.0 fd:1@1
_sysctl 2.0 args:2y@1
mlock 2.0 start:3@1 len:4
munlock 2.0 start:3@1 len:4
mlockall 2.0 flags:0:mcl@1
munlockall 2.0
sched_setparam 2.0 pid:5@1 param:1k
sched_getparam 2.0 pid:5@1 param:1k
sched_setscheduler 2.0 pid:5@1 policy:0:sched param:1k
sched_getscheduler 2.0 pid:5@1
sched_yield 2.0
sched_get_priority_max 2.0 policy:0:sched@1
sched_get_priority_min 2.0 policy:0:sched@1
sched_rr_get_interval 2.0 pid:5@1 interval:9
nanosleep 2.0 rqtp:9@1 rmtp:9
mremap 2.0 addr:3@1 old_len:3 new_len:3 flags:3:mremap new_addr:3
setresuid 2.2 ruid:j@1 euid:j suid:j
getresuid 2.2 ruidp:1b@1 euidp:1b suidp:1b
getpagesize 2.0
query_module 2.2 name:2@1 which:0 buf:7 bufsize:4 ret:1v
poll 2.0 ufds:1h@1 nfds:1 timeout_msecs:0
nfsservctl 2.2 cmd:0@1 arg:3d res:7
setresgid 2.2 rgid:i@1 egid:i sgid:i
getresgid 2.2 rgidp:w@1 egidp:w sgidp:w
prctl 2.2 option:0:pr@1 arg2:3 arg3:3 arg4:3 arg5:3
rt_sigreturn 2.2
rt_sigaction 2.2 sig:0:sig@1 act:2r oact:3q sigsetsize:4
rt_sigprocmask 2.2 how:0:sig-how@1 nset:t oset:t sigsetsize:4
rt_sigpending 2.2 uset:t@1 sigsetsize:4
rt_sigtimedwait 2.2 uthese:r@1 uinfo:x uts:10 sigsetsize:4
rt_sigqueueinfo 2.2 pid:5@1 sig:0:sig uinfo:x
rt_sigsuspend 2.2 unewset:t@1 sigsetsize:4
pread64 2.2 fd:1@1 buf:6 count:4 pos:e
pwrite64 2.2 fd:1@1 buf:2 count:4 pos:e
lchown 1.0 filename:2@1 user:j group:i
getcwd 2.2 buf:6@1 size:3
capget 2.2 header:1r@1 dataptr:1q
capset 2.2 header:1r@1 data:1q
sigaltstack 2.2 uss:2k@1 uoss:2w
sendfile 2.2 out_fd:0@1 in_fd:0 offset:2v count:4
vfork 2.2
ugetrlimit 2.4 resource:1:rlimit@1 rlim:1i
mmap2 2.4 addr:3@1 len:3 prot:3:prot flags:3:map fd:3
truncate64 2.4 path:2@1 length:e
ftruncate64 2.4 fd:1@1 length:e
stat64 2.4 filename:2@1 statbuf:14
lstat64 2.4 filename:2@1 statbuf:14
fstat64 2.4 fd:3@1 statbuf:14
chown32 2.4 filename:2@1 user:h group:g
getuid32 2.4
getgid32 2.4
geteuid32 2.4
getegid32 2.4
setreuid32 2.4 ruid:h@1 euid:h
setregid32 2.4 rgid:g@1 egid:g
getgroups32 2.4 gidsetsize:0@1 grouplist:v
setgroups32 2.4 gidsetsize:0@1 grouplist:v
fchown32 2.4 fd:1@1 user:h group:g
setresuid32 2.4 ruid:h@1 euid:h suid:h
getresuid32 2.4 ruidp:1n@1 euidp:1n suidp:1n
setresgid32 2.4 rgid:g@1 egid:g sgid:g
getresgid32 2.4 rgidp:v@1 egidp:v sgidp:v
lchown32 2.4 filename:2@1 user:h group:g
setuid32 2.4 uid:h@1
setgid32 2.4 gid:g@1
setfsuid32 2.4 uid:h@1
setfsgid32 2.4 gid:g@1
pivot_root 2.4 new_root:2@1 put_old:2
getdents64 2.4 fd:1@1 dirent:39 count:1
gettid 2.4
tkill 2.6 pid:5@1 sig:0:sig
setxattr 2.6 pathname:2@1 name:2 value:n size:4 flags:0:xattr
lsetxattr 2.6 pathname:2@1 name:2 value:n size:4 flags:0:xattr
fsetxattr 2.6 fd:0@1 name:2 value:n size:4 flags:0:xattr
getxattr 2.6 pathname:2@1 name:2 value:7 size:4
lgetxattr 2.6 pathname:2@1 name:2 value:7 size:4
fgetxattr 2.6 fd:0@1 name:2 value:7 size:4
listxattr 2.6 pathname:2@1 list:6 size:4
llistxattr 2.6 pathname:2@1 list:6 size:4
flistxattr 2.6 fd:0@1 list:6 size:4
removexattr 2.6 pathname:2@1 name:2
lremovexattr 2.6 pathname:2@1 name:2
fremovexattr 2.6 fd:0@1 name:2
futex 2.6 uaddr:u@1 op:0:futex val:a utime:10 uaddr2:u
sendfile64 2.6 out_fd:0@1 in_fd:0 offset:s count:4
mincore 2.4 start:3@1 len:4 vec:41
madvise 2.4 start:3@1 len_in:4 behavior:0:madv
fcntl64 2.4 fd:1@1 cmd:1:f arg:3
readahead 2.4 fd:0@1 offset:e count:4
io_setup 2.6 nr_events:1@1 ctxp:2i
io_destroy 2.6 ctx:17@1
io_getevents 2.6 ctx_id:16@1 min_nr:18 nr:18 events:1f timeout:9
io_submit 2.6 ctx_id:17@1 nr:l iocbpp:35
io_cancel 2.6 ctx_id:17@1 iocb:34 result:1f
fadvise64 2.6 fd:0@1 offset:e len:4 advice:0:fadvise
exit_group 2.6 error_code:0@1
lookup_dcookie 2.6 cookie64:2e@1 buf:6 len:4
epoll_create 2.6 size:0@1
epoll_ctl 2.6 epfd:0@1 op:0:epoll fd:0 event:13
epoll_wait 2.6 epfd:0@1 events:13 maxevents:0 timeout:0
remap_file_pages 2.6 start:3@1 size:3 prot:3:prot pgoff:3 flags:3:map
set_tid_address 2.6 tidptr:8@1
timer_create 2.6 which_clock:c:clock@1 timer_event_spec:3r created_timer_id:3z
timer_settime 2.6 timer_id:q@1 flags:0:timer new_setting:y old_setting:y
timer_gettime 2.6 timer_id:q@1 setting:y
timer_getoverrun 2.6 timer_id:q@1
timer_delete 2.6 timer_id:q@1
clock_settime 2.6 which_clock:c:clock@1 tp:9
clock_gettime 2.6 which_clock:c:clock@1 tp:9
clock_getres 2.6 which_clock:c:clock@1 tp:9
clock_nanosleep 2.6 which_clock:c:clock@1 flags:0:timer rqtp:9 rmtp:9
statfs64 2.6 pathname:2@1 sz:4 buf:27
fstatfs64 2.6 fd:1@1 sz:4 buf:27
tgkill 2.6 tgid:5@1 pid:5 sig:0:sig
utimes 2.2 filename:2@1 utimes:23
fadvise64_64 2.6 fd:0@1 offset:e len:e
mbind 2.6 start:3@1 len:3 mode:2g:mpol nmask:11 maxnode:3
get_mempolicy 2.6 policy:8@1 nmask:15 maxnode:3 addr:3 flags:3:mpol-f
set_mempolicy 2.6 mode:0:mpol@1 nmask:11 maxnode:3
mq_open 2.6 u_name:2@1 oflag:0:o mode:b:s u_attr:21
mq_unlink 2.6 u_name:2@1
mq_timedsend 2.6 mqdes:p@1 u_msg_ptr:2 msg_len:1 msg_prio:1 u_abs_timeout:10
mq_timedreceive 2.6 mqdes:p@1 u_msg_ptr:6 msg_len:1 u_msg_prio:2b u_abs_timeout:10
mq_notify 2.6 mqdes:p@1 u_notification:2s
mq_getsetattr 2.6 mqdes:p@1 u_mqstat:2m u_omqstat:21
waitid 2.6 which:0:idtype@1 upid:5 infop:3s options:0:wait ru:1j
add_key 2.6 _type:2@1 _description:2 _payload:n plen:4 ringid:1o:key
request_key 2.6 _type:2@1 _description:2 _callout_info:2 destringid:1o:key
keyctl 2.6 option:0:key@1 arg2:3 arg3:3 arg4:3 arg5:3
ioprio_set 2.6 which:0:ioprio@1 who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio@1 who:0
inotify_init 2.6
inotify_add_watch 2.6 fd:0@1 pathname:2 mask:a:in
inotify_rm_watch 2.6 fd:0@1 wd:18
migrate_pages 2.6 pid:5@1 maxnode:3 old_nodes:11 new_nodes:11
openat 2.6 dfd:0:at@1 filename:2 flags:0:o mode:b:s
mkdirat 2.6 dfd:0:at@1 pathname:2 mode:b:s
mknodat 2.6 dfd:0:at@1 filename:2 mode:b:s dev:1
fchownat 2.6 dfd:0:at@1 filename:2 user:h group:g flag:0:at
futimesat 2.6 dfd:1:at@1 filename:2 utimes:23
fstatat64 2.6 dfd:0:at@1 filename:2 statbuf:14 flag:0:at
unlinkat 2.6 dfd:0:at@1 pathname:2 flag:0:at
renameat 2.6 olddfd:0:at@1 oldname:2 newdfd:0:at newname:2
linkat 2.6 olddfd:0:at@1 oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 2.6 oldname:2@1 newdfd:0:at newname:2
readlinkat 2.6 dfd:0:at@1 pathname:2 buf:6 bufsiz:0
fchmodat 2.6 dfd:0:at@1 filename:2 mode:b:s
faccessat 2.6 dfd:0:at@1 filename:2 mode:0:access
pselect6 2.6 n:0@1 inp:k outp:k exp:k tsp:9
ppoll 2.6 ufds:1h@1 nfds:1 tsp:9 sigmask:r sigsetsize:4
unshare 2.6 unshare_flags:3:clone@1
set_robust_list 2.6 head:3k@1 len:4
get_robust_list 2.6 pid:0@1 head_ptr:3l len_ptr:1v
splice 2.6 fd_in:0@1 off_in:s fd_out:0 off_out:s len:4
sync_file_range 2.6 fd:0@1 offset:e nbytes:e
tee 2.6 fdin:0@1 fdout:0 len:4 flags:1:splice
vmsplice 2.6 fd:0@1 uiov:d nr_segs:3 flags:1:splice
move_pages 2.6 pid:5@1 nr_pages:3 pages:2u nodes:2j status:8
sched_setaffinity 2.6 pid:5@1 len:1 user_mask_ptr:15
sched_getaffinity 2.6 pid:5@1 len:1 user_mask_ptr:15
kexec_load 2.6 entry:3@1 nr_segments:3 segments:37 flags:3:kexec
getcpu 2.6 cpup:2a@1 nodep:2a unused:7
epoll_pwait 2.6 epfd:0@1 events:13 maxevents:0 timeout:0 sigmask:r
utimensat 2.6 dfd:2f:at@1 filename:2 utimes:9 flags:0:at
signalfd 2.6 ufd:0@1 user_mask:t sizemask:4
timerfd_create 2.6 clockid:0:clock@1 flags:0:tfd
eventfd 2.6 count:1@1
fallocate 2.6 fd:0@1 mode:0:falloc offset:e
timerfd_settime 2.6 ufd:0@1 flags:0:tfd utmr:2o otmr:y
timerfd_gettime 2.6 ufd:0@1 otmr:y
signalfd4 2.6 ufd:0@1 user_mask:t sizemask:4 flags:0:sfd
eventfd2 2.6 count:1@1 flags:0:efd
epoll_create1 2.6 flags:0:epoll@1
dup3 2.6 oldfd:1@1 newfd:1 flags:0:o
pipe2 2.6 fildes:8@1 flags:0:o
inotify_init1 2.6 flags:0:in-init@1
preadv 2.6 fd:3@1 vec:d vlen:3 pos_l:3 pos_h:3
pwritev 2.6 fd:3@1 vec:d vlen:3 pos_l:3 pos_h:3
rt_tgsigqueueinfo 2.6 tgid:5@1 pid:5 sig:0:sig uinfo:x
perf_event_open 2.6 attr_uptr:3i@1 pid:5 cpu:0 group_fd:0 flags:3:perf
get_thread_area 2.6
set_thread_area 2.6 tp:3@1
atomic_cmpxchg_32 2.6 newval:3@1 oldval:0 d3:0 d4:0 d5:0
atomic_barrier 2.6
fanotify_init 2.6 flags:1:fan@1 event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0@1 flags:1:fan-mark mask:2d:fan-event dfd:0:at
prlimit64 2.6 pid:5@1 resource:1:rlimit new_rlim:2q old_rlim:3j
name_to_handle_at 2.6 dfd:0:at@1 name:2 handle:1x mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at@1 handle:1x flags:0:o
clock_adjtime 2.6 which_clock:c:clock@1 utx:24
syncfs 2.6 fd:0@1
setns 3.0 fd:0@1 flags:0:clone
process_vm_readv 3.2 pid:5@1 lvec:d liovcnt:3 rvec:d riovcnt:3
process_vm_writev 3.2 pid:5@1 lvec:d liovcnt:3 rvec:d riovcnt:3
kcmp 3.5 pid1:5@1 pid2:5 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0@1 uargs:2 flags:0:module
sched_setattr 3.14 pid:5@1 uattr:25 flags:1
sched_getattr 3.14 pid:5@1 uattr:25 usize:1 flags:1
renameat2 3.15 olddfd:0:at@1 oldname:2 newdfd:0:at newname:2 flags:1:rename
getrandom 3.17 buf:6@1 count:4 flags:1:grnd
memfd_create 3.17 uname:2@1 flags:1:mfd
bpf 3.18 cmd:0:bpf@1 uattr:40 size:1 uattr_common:2z size_common:1
execveat 3.19 fd:0:at@1 filename:2 argv:z envp:z flags:0:at
socket 2.0 family:0:af@1 type:0:sock protocol:0:+ipproto+netlink
socketpair 2.0 family:0:af@1 type:0:sock protocol:0:+ipproto+netlink usockvec:8
bind 2.0 fd:0@1 umyaddr:o addrlen:0
connect 2.0 fd:0@1 uservaddr:o addrlen:0
listen 2.0 fd:0@1 backlog:0
accept4 2.6 fd:0@1 upeer_sockaddr:o upeer_addrlen:8 flags:0:sock
getsockopt 2.0 fd:0@1 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:8
setsockopt 2.0 fd:0@1 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockname 2.0 fd:0@1 usockaddr:o usockaddr_len:8
getpeername 2.0 fd:0@1 usockaddr:o usockaddr_len:8
sendto 2.0 fd:0@1 buff:7 len:4 flags:1:msg addr:o
sendmsg 2.0 fd:0@1 msg:29 flags:1:msg
recvfrom 2.0 fd:0@1 ubuf:7 size:4 flags:1:msg addr:o
recvmsg 2.0 fd:0@1 msg:29 flags:1:msg
shutdown 2.0 fd:0@1 how:0:shut
recvmmsg 2.6 fd:0@1 mmsg:1g vlen:1 flags:1:msg timeout:9
sendmmsg 3.0 fd:0@1 mmsg:1g vlen:1 flags:1:msg
userfaultfd 4.3 flags:0:o+uffd@1
membarrier 4.3 cmd:0:membarrier@1 flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:3@1 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0@1 off_in:s fd_out:0 off_out:s len:4
preadv2 4.6 fd:3@1 vec:d vlen:3 pos_l:3 pos_h:3
pwritev2 4.6 fd:3@1 vec:d vlen:3 pos_l:3 pos_h:3
statx 4.11 dfd:0:at@1 filename:2 flags:1:at mask:1:statx buffer:3u
seccomp 3.17 op:1:seccomp@1 flags:1:seccomp-flag uargs:7
pkey_mprotect 4.9 start:3@1 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3@1 init_val:3:pkey
pkey_free 4.9 pkey:0@1
rseq 4.18 rseq:3m@1 rseq_len:a flags:0:rseq sig:a
semget 5.1 key:19@1 nsems:0 semflg:0:ipc+s
semctl 5.1 semid:0@1 semnum:0 cmd:0:sem+ipc arg:3
shmget 5.1 key:19@1 size:4 shmflg:0:shm+ipc+s
shmctl 5.1 shmid:0@1 cmd:0:+shm+ipc buf:3p
shmat 5.1 shmid:0@1 shmaddr:6 shmflg:0:shm
shmdt 5.1 shmaddr:6@1
msgget 5.1 key:19@1 msgflg:0:ipc+s
msgsnd 5.1 msqid:0@1 msgp:22 msgsz:4 msgflg:0:ipc
msgrcv 5.1 msqid:0@1 msgp:22 msgsz:4 msgtyp:l msgflg:0:msq+ipc
msgctl 5.1 msqid:0@1 cmd:0:+msq+ipc buf:3b
clock_gettime64 5.1 which_clock:c:clock@1 tp:f
clock_settime64 5.1 which_clock:c:clock@1 tp:m
clock_adjtime64 5.1 which_clock:c:clock@1 utx:2x
clock_getres_time64 5.1 which_clock:c:clock@1 tp:f
clock_nanosleep_time64 5.1 which_clock:c:clock@1 flags:0:timer rqtp:m rmtp:f
timer_gettime64 5.1 timer_id:q@1 setting:12
timer_settime64 5.1 timer_id:q@1 flags:0:timer new_setting:1s old_setting:12
timerfd_gettime64 5.1 ufd:0@1 otmr:12
timerfd_settime64 5.1 ufd:0@1 flags:0:tfd utmr:1s otmr:12
utimensat_time64 5.1 dfd:0:at@1 filename:2 utimes:f flags:0:at
pselect6_time64 5.1 n:0@1 inp:k outp:k exp:k tsp:f
ppoll_time64 5.1 ufds:1h@1 nfds:1 tsp:f sigmask:r sigsetsize:4
io_pgetevents_time64 5.1 ctx_id:17@1 min_nr:l nr:l events:1f timeout:f
recvmmsg_time64 5.1 fd:0@1 mmsg:1g vlen:1 flags:1:msg timeout:f
mq_timedsend_time64 5.1 mqdes:p@1 u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:m
mq_timedreceive_time64 5.1 mqdes:p@1 u_msg_ptr:6 msg_len:4 u_msg_prio:2b u_abs_timeout:m
semtimedop_time64 5.1 semid:0@1 tsops:3o nsops:1 timeout:m
rt_sigtimedwait_time64 5.1 uthese:r@1 uinfo:x uts:m sigsetsize:4
futex_time64 5.1 uaddr:u@1 op:0:futex val:a utime:m uaddr2:u
sched_rr_get_interval_time64 5.1 pid:5@1 interval:f
pidfd_send_signal 5.1 pidfd:0@1 sig:0:sig info:x flags:1:pidfd-signal
io_uring_setup 5.1 entries:a@1 params:33
io_uring_enter 5.1 fd:1@1 to_submit:a min_complete:a flags:a:io-uring-enter argp:n
io_uring_register 5.1 fd:1@1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at@1 filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at@1 from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2@1 flags:1:fsopen
fsconfig 5.2 fd:0@1 cmd:1:fsconfig _key:2 _value:n aux:0
fsmount 5.2 fs_fd:0@1 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at@1 path:2 flags:1:fspick
pidfd_open 5.3 pid:5@1 flags:1:pidfd
clone3 5.3 uargs:32@1 size:4
close_range 5.9 fd:1@1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at@1 filename:2 how:3h usize:4
pidfd_getfd 5.6 pidfd:0@1 fd:0 flags:1
faccessat2 5.8 dfd:0:at@1 filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0@1 vec:d vlen:4 behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0@1 events:13 maxevents:0 timeout:m sigmask:r
mount_setattr 5.12 dfd:0:at@1 path:2 flags:1:at uattr:20 usize:4
quotactl_fd 5.14 fd:1@1 cmd:1:+quota-type id:2c addr:7
landlock_create_ruleset 5.13 attr:2l@1 size:4 flags:16:landlock
landlock_add_rule 5.13 ruleset_fd:0@1 rule_type:42:landlock-rule rule_attr:n flags:16
landlock_restrict_self 5.13 ruleset_fd:0@1 flags:16
process_mrelease 5.15 pidfd:0@1 flags:1
futex_waitv 5.16 waiters:1y@1 nr_futexes:1 flags:1 timeout:f clockid:c:clock
set_mempolicy_home_node 5.17 start:3@1 len:3 home_node:3 flags:3
cachestat 6.5 fd:1@1 cstat_range:31 cstat:30 flags:1
fchmodat2 6.6 dfd:0:at@1 filename:2 mode:b:s flags:1:at
map_shadow_stack 6.7 addr:3@1 size:3 flags:1
futex_wake 6.7 uaddr:7@1 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7@1 val:3 mask:3 flags:1:futex2 timeout:f
futex_requeue 6.7 waiters:1y@1 flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1t@1 buf:3t bufsize:4 flags:1
listmount 6.8 req:1t@1 mnt_ids:1m nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1@1 ctx:1z size:u flags:a
lsm_set_self_attr 6.8 attr:1@1 ctx:1z size:a flags:a
lsm_list_modules 6.8 ids:1m@1 size:u flags:a
mseal 6.10 start:3@1 len:4 flags:3
setxattrat 6.13 dfd:0:at@1 pathname:2 at_flags:1:at name:2 uargs:2t
getxattrat 6.13 dfd:0:at@1 pathname:2 at_flags:1:at name:2 uargs:3y
listxattrat 6.13 dfd:0:at@1 pathname:2 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at@1 pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at@1 filename:2 flags:1:open-tree+at uattr:20 usize:4
file_getattr 6.17 dfd:0:at@1 filename:2 ufattr:1w usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at@1 filename:2 ufattr:1w usize:4 at_flags:1:at
listns 6.19 req:2n@1 ns_ids:1m nr_ns_ids:4 flags:1
rseq_slice_yield 7.0
`,
}

/** The table of m68k, with signatures. */
export const m68k: SignedAbiTable<'m68k'> = /* @__PURE__ */ signedTable(calls_m68k, 32, TEXT)
