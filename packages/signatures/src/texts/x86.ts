// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import type { ColumnText } from '../decode/decode.ts'

/** The calls of x86. */
export const X86_TEXT: ColumnText = {
  types: `iint
uunsigned int
pconst char __user *
uunsigned long
usize_t
ipid_t
pchar __user *
pvoid __user *
uu32
pint __user *
pstruct old_timespec32 __user *
iclockid_t
Lloff_t
humode_t
pconst struct iovec __user *
ilong
pstruct __kernel_timespec __user *
ugid_t
uuid_t
hold_gid_t
hold_uid_t
pfd_set __user *
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
uaio_context_t
pconst char __user *const __user *
pconst struct old_timespec32 __user *
pconst unsigned long __user *
pstruct __kernel_itimerspec __user *
pstruct epoll_event __user *
pstruct io_event __user *
pstruct stat64 __user *
punsigned long __user *
u__u32
i__s32
ikey_t
pold_sigset_t __user *
pold_uid_t __user *
pstruct __kernel_old_itimerval __user *
pstruct __kernel_old_timeval __user *
pstruct __old_kernel_stat __user *
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
irwf_t
pcap_user_data_t
pcap_user_header_t
pconst struct __aio_sigset __user *
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
pstruct user_desc __user *
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
pstruct old_utsname __user *
pstruct oldold_utsname __user *
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
pstruct vm86_struct __user *
pstruct xattr_args __user *
ptimer_t __user *
punion bpf_attr __user *
punsigned char __user *
uenum landlock_rule_type
uold_sigset_t`,
  calls: `
restart_syscall 2.6
exit 1.0 error_code:0
fork 1.0
read 1.0 fd:1 buf:6 count:4
write 1.0 fd:1 buf:2 count:4
open 1.0 filename:2 flags:0:o mode:d:s
close 1.0 fd:1
waitpid 1.0 pid:5 stat_addr:9 options:0:wait
creat 1.0 pathname:2 mode:d:s
link 1.0 oldname:2 newname:2
unlink 1.0 pathname:2
execve 1.0 filename:2 argv:10 envp:10
chdir 1.0 filename:2
time 1.0 tloc:1w
mknod 1.0 filename:2 mode:d:s dev:1
chmod 1.0 filename:2 mode:d:s
lchown 1.0 filename:2 user:k group:j
oldstat 1.0 filename:2 statbuf:1f
lseek 1.0 fd:1 offset:1p whence:1:seek
getpid 1.0
mount 1.0 dev_name:6 dir_name:6 type:6 flags:3:mount data:7
umount 1.0 name:6
setuid 1.0 uid:k
getuid 1.0
stime 1.0 tptr:1w
ptrace 1.0 request:f:ptrace pid:f addr:3 data:3
alarm 1.0 seconds:1
oldfstat 1.0 fd:1 statbuf:1f
pause 1.0
utime 1.0 filename:2 times:3j
access 1.0 filename:2 mode:0:access
nice 1.0 increment:0
sync 1.0
kill 1.0 pid:5 sig:0:sig
rename 1.0 oldname:2 newname:2
mkdir 1.0 pathname:2 mode:d:s
rmdir 1.0 pathname:2
dup 1.0 fildes:1
pipe 1.0 fildes:9
times 1.0 tbuf:41
brk 1.0 brk:3
setgid 1.0 gid:j
getgid 1.0
signal 1.0 sig:0:sig handler:2k
geteuid 1.0
getegid 1.0
acct 1.0 name:2
umount2 2.2 name:6 flags:0:umount
ioctl 1.0 fd:1 cmd:1:ioctl arg:3
fcntl 1.0 fd:1 cmd:1:f arg:3
setpgid 1.0 pid:5 pgid:5
oldolduname 1.0 name:3l
umask 1.0 mask:0:s
chroot 1.0 filename:2
ustat 1.0 dev:1 ubuf:42
dup2 1.0 oldfd:1 newfd:1
getppid 1.0
getpgrp 1.0
setsid 1.0
sigaction 1.0 sig:0:sig act:2s oact:3i
sgetmask 1.0
ssetmask 1.0 newmask:0
setreuid 1.0 ruid:k euid:k
setregid 1.0 rgid:j egid:j
sigsuspend 1.0 unused1:0 unused2:0 mask:49
sigpending 1.0 uset:1b
sethostname 1.0 name:6 len:0
setrlimit 1.0 resource:1:rlimit rlim:1i
getrlimit 1.0 resource:1:rlimit rlim:1i
getrusage 1.0 who:0:rusage ru:1j
gettimeofday 1.0 tv:1e tz:2a
settimeofday 1.0 tv:1e tz:2a
getgroups 1.0 gidsetsize:0 grouplist:w
setgroups 1.0 gidsetsize:0 grouplist:w
select 1.0 arg:3s
symlink 1.0 oldname:2 newname:2
oldlstat 1.0 filename:2 statbuf:1f
readlink 1.0 path:2 buf:6 bufsiz:0
uselib 1.0 library:2
swapon 1.0 specialfile:2 swap_flags:0:swap
reboot 1.0 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
readdir 1.0 fd:1 dirent:3h count:1
mmap 1.0 arg:3d
munmap 1.0 addr:3 len:4
truncate 1.0 path:2 length:f
ftruncate 1.0 fd:1 length:1p
fchmod 1.0 fd:1 mode:d:s
fchown 1.0 fd:1 user:k group:j
getpriority 1.0 which:0:prio who:0
setpriority 1.0 which:0:prio who:0 niceval:0
statfs 1.0 pathname:2 buf:28
fstatfs 1.0 fd:1 buf:28
ioperm 1.0 from:3 num:3 turn_on:0
socketcall 1.0 call:0 args:17
syslog 1.0 type:0:syslog buf:6 len:0
setitimer 1.0 which:0:itimer value:1d ovalue:1d
getitimer 1.0 which:0:itimer value:1d
stat 1.0 filename:2 statbuf:1l
lstat 1.0 filename:2 statbuf:1l
fstat 1.0 fd:1 statbuf:1l
olduname 1.0 name:3k
iopl 1.0 level:1
vhangup 1.0
vm86old 1.0 user_vm86:43
wait4 1.0 upid:5 stat_addr:9 options:0:wait ru:1j
swapoff 1.0 specialfile:2
sysinfo 1.0 info:40
ipc 1.0 call:1 first:0 second:3 third:3 ptr:7 fifth:f
fsync 1.0 fd:1
sigreturn 1.0
clone 1.0 clone_flags:3:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
setdomainname 1.0 name:6 len:0
uname 1.0 name:3f
modify_ldt 1.0 func:0 ptr:7 bytecount:3
adjtimex 1.0 txc_p:26
mprotect 1.0 start:3 len:4 prot:3:prot
sigprocmask 1.0 how:0:sig-how nset:1b oset:1b
create_module 1.0 name:2 size:4
init_module 1.0 umod:7 len:3 uargs:2
delete_module 1.0 name_user:2 flags:1:o
get_kernel_syms 1.0 table:39
quotactl 1.0 cmd:1:+quota-type special:2 id:2f addr:7
getpgid 1.0 pid:5
fchdir 1.0 fd:1
bdflush 1.2 func:0 data:f
sysfs 1.2 option:0 arg1:3 arg2:3
personality 1.2 personality:1:personality
setfsuid 1.2 uid:k
setfsgid 1.2 gid:j
_llseek 1.2 fd:1 offset_high:3 offset_low:3 result:s whence:1:seek
getdents 2.0 fd:1 dirent:3b count:1
_newselect 2.0 n:0 inp:l outp:l exp:l tvp:1e
flock 2.0 fd:1 cmd:1:lock
msync 2.0 start:3 len:4 flags:0:msync
readv 2.0 fd:3 vec:e vlen:3
writev 2.0 fd:3 vec:e vlen:3
getsid 2.0 pid:5
fdatasync 2.0 fd:1
_sysctl 2.0 args:31
mlock 2.0 start:3 len:4
munlock 2.0 start:3 len:4
mlockall 2.0 flags:0:mcl
munlockall 2.0
sched_setparam 2.0 pid:5 param:1k
sched_getparam 2.0 pid:5 param:1k
sched_setscheduler 2.0 pid:5 policy:0:sched param:1k
sched_getscheduler 2.0 pid:5
sched_yield 2.0
sched_get_priority_max 2.0 policy:0:sched
sched_get_priority_min 2.0 policy:0:sched
sched_rr_get_interval 2.0 pid:5 interval:a
nanosleep 2.0 rqtp:a rmtp:a
mremap 2.0 addr:3 old_len:3 new_len:3 flags:3:mremap new_addr:3
setresuid 2.2 ruid:k euid:k suid:k
getresuid 2.2 ruidp:1c euidp:1c suidp:1c
vm86 2.0 cmd:3 arg:3
query_module 2.2 name:2 which:0 buf:7 bufsize:4 ret:1x
poll 2.0 ufds:1h nfds:1 timeout_msecs:0
nfsservctl 2.2 cmd:0 arg:3g res:7
setresgid 2.2 rgid:j egid:j sgid:j
getresgid 2.2 rgidp:w egidp:w sgidp:w
prctl 2.2 option:0:pr arg2:3 arg3:3 arg4:3 arg5:3
rt_sigreturn 2.2
rt_sigaction 2.2 sig:0:sig act:2u oact:3v sigsetsize:4
rt_sigprocmask 2.2 how:0:sig-how nset:t oset:t sigsetsize:4
rt_sigpending 2.2 uset:t sigsetsize:4
rt_sigtimedwait 2.2 uthese:r uinfo:x uts:11 sigsetsize:4
rt_sigqueueinfo 2.2 pid:5 sig:0:sig uinfo:x
rt_sigsuspend 2.2 unewset:t sigsetsize:4
pread64 2.2 fd:1 buf:6 count:8 pos:c
pwrite64 2.2 fd:1 buf:2 count:8 pos:c
chown 2.2 filename:2 user:k group:j
getcwd 2.2 buf:6 size:3
capget 2.2 header:1s dataptr:1r
capset 2.2 header:1s data:1r
sigaltstack 2.2 uss:2n uoss:2z
sendfile 2.2 out_fd:0 in_fd:0 offset:2y count:4
vfork 2.2
ugetrlimit 2.4 resource:1:rlimit rlim:1i
mmap2 2.4 addr:3 len:3 prot:3:prot flags:3:map fd:3 pgoff:3
truncate64 2.4 path:2 length:c
ftruncate64 2.4 fd:1 length:c
stat64 2.4 filename:2 statbuf:16
lstat64 2.4 filename:2 statbuf:16
fstat64 2.4 fd:3 statbuf:16
lchown32 2.4 filename:2 user:i group:h
getuid32 2.4
getgid32 2.4
geteuid32 2.4
getegid32 2.4
setreuid32 2.4 ruid:i euid:i
setregid32 2.4 rgid:h egid:h
getgroups32 2.4 gidsetsize:0 grouplist:v
setgroups32 2.4 gidsetsize:0 grouplist:v
fchown32 2.4 fd:1 user:i group:h
setresuid32 2.4 ruid:i euid:i suid:i
getresuid32 2.4 ruidp:1n euidp:1n suidp:1n
setresgid32 2.4 rgid:h egid:h sgid:h
getresgid32 2.4 rgidp:v egidp:v sgidp:v
chown32 2.4 filename:2 user:i group:h
setuid32 2.4 uid:i
setgid32 2.4 gid:h
setfsuid32 2.4 uid:i
setfsgid32 2.4 gid:h
pivot_root 2.4 new_root:2 put_old:2
mincore 2.4 start:3 len:4 vec:47
madvise 2.4 start:3 len_in:4 behavior:0:madv
getdents64 2.4 fd:1 dirent:3c count:1
fcntl64 2.4 fd:1 cmd:1:f arg:3
gettid 2.4
readahead 2.4 fd:0 offset:c count:4
setxattr 2.6 pathname:2 name:2 value:n size:4 flags:0:xattr
lsetxattr 2.6 pathname:2 name:2 value:n size:4 flags:0:xattr
fsetxattr 2.6 fd:0 name:2 value:n size:4 flags:0:xattr
getxattr 2.6 pathname:2 name:2 value:7 size:4
lgetxattr 2.6 pathname:2 name:2 value:7 size:4
fgetxattr 2.6 fd:0 name:2 value:7 size:4
listxattr 2.6 pathname:2 list:6 size:4
llistxattr 2.6 pathname:2 list:6 size:4
flistxattr 2.6 fd:0 list:6 size:4
removexattr 2.6 pathname:2 name:2
lremovexattr 2.6 pathname:2 name:2
fremovexattr 2.6 fd:0 name:2
tkill 2.6 pid:5 sig:0:sig
sendfile64 2.6 out_fd:0 in_fd:0 offset:s count:4
futex 2.6 uaddr:u op:0:futex val:8 utime:11 uaddr2:u val3:8
sched_setaffinity 2.6 pid:5 len:1 user_mask_ptr:17
sched_getaffinity 2.6 pid:5 len:1 user_mask_ptr:17
set_thread_area 2.6 u_info:2b
get_thread_area 2.6 u_info:2b
io_setup 2.6 nr_events:1 ctxp:2l
io_destroy 2.6 ctx:z
io_getevents 2.6 ctx_id:18 min_nr:19 nr:19 events:15 timeout:a
io_submit 2.6 ctx_id:z nr:f iocbpp:38
io_cancel 2.6 ctx_id:z iocb:37 result:15
fadvise64 2.6 fd:0 offset:c len:4 advice:0:fadvise
exit_group 2.6 error_code:0
lookup_dcookie 2.6 cookie64:2h buf:6 len:4
epoll_create 2.6 size:0
epoll_ctl 2.6 epfd:0 op:0:epoll fd:0 event:14
epoll_wait 2.6 epfd:0 events:14 maxevents:0 timeout:0
remap_file_pages 2.6 start:3 size:3 prot:3:prot pgoff:3 flags:3:map
set_tid_address 2.6 tidptr:9
timer_create 2.6 which_clock:b:clock timer_event_spec:3w created_timer_id:45
timer_settime 2.6 timer_id:q flags:0:timer new_setting:y old_setting:y
timer_gettime 2.6 timer_id:q setting:y
timer_getoverrun 2.6 timer_id:q
timer_delete 2.6 timer_id:q
clock_settime 2.6 which_clock:b:clock tp:a
clock_gettime 2.6 which_clock:b:clock tp:a
clock_getres 2.6 which_clock:b:clock tp:a
clock_nanosleep 2.6 which_clock:b:clock flags:0:timer rqtp:a rmtp:a
statfs64 2.6 pathname:2 sz:4 buf:29
fstatfs64 2.6 fd:1 sz:4 buf:29
tgkill 2.6 tgid:5 pid:5 sig:0:sig
utimes 2.2 filename:2 utimes:25
fadvise64_64 2.6 fd:0 offset:c len:c advice:0:fadvise
mbind 2.6 start:3 len:3 mode:2j:mpol nmask:12 maxnode:3 flags:1:mpol-mf
get_mempolicy 2.6 policy:9 nmask:17 maxnode:3 addr:3 flags:3:mpol-f
set_mempolicy 2.6 mode:0:mpol nmask:12 maxnode:3
mq_open 2.6 u_name:2 oflag:0:o mode:d:s u_attr:23
mq_unlink 2.6 u_name:2
mq_timedsend 2.6 mqdes:p u_msg_ptr:2 msg_len:1 msg_prio:1 u_abs_timeout:11
mq_timedreceive 2.6 mqdes:p u_msg_ptr:6 msg_len:1 u_msg_prio:2e u_abs_timeout:11
mq_notify 2.6 mqdes:p u_notification:2v
mq_getsetattr 2.6 mqdes:p u_mqstat:2p u_omqstat:23
kexec_load 2.6 entry:3 nr_segments:3 segments:3a flags:3:kexec
waitid 2.6 which:0:idtype upid:5 infop:3x options:0:wait ru:1j
add_key 2.6 _type:2 _description:2 _payload:n plen:4 ringid:1o:key
request_key 2.6 _type:2 _description:2 _callout_info:2 destringid:1o:key
keyctl 2.6 option:0:key arg2:3 arg3:3 arg4:3 arg5:3
ioprio_set 2.6 which:0:ioprio who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio who:0
inotify_init 2.6
inotify_add_watch 2.6 fd:0 pathname:2 mask:8:in
inotify_rm_watch 2.6 fd:0 wd:19
migrate_pages 2.6 pid:5 maxnode:3 old_nodes:12 new_nodes:12
openat 2.6 dfd:0:at filename:2 flags:0:o mode:d:s
mkdirat 2.6 dfd:0:at pathname:2 mode:d:s
mknodat 2.6 dfd:0:at filename:2 mode:d:s dev:1
fchownat 2.6 dfd:0:at filename:2 user:i group:h flag:0:at
futimesat 2.6 dfd:1:at filename:2 utimes:25
fstatat64 2.6 dfd:0:at filename:2 statbuf:16 flag:0:at
unlinkat 2.6 dfd:0:at pathname:2 flag:0:at
renameat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2
linkat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 2.6 oldname:2 newdfd:0:at newname:2
readlinkat 2.6 dfd:0:at pathname:2 buf:6 bufsiz:0
fchmodat 2.6 dfd:0:at filename:2 mode:d:s
faccessat 2.6 dfd:0:at filename:2 mode:0:access
pselect6 2.6 n:0 inp:l outp:l exp:l tsp:a sig:7
ppoll 2.6 ufds:1h nfds:1 tsp:a sigmask:r sigsetsize:4
unshare 2.6 unshare_flags:3:clone
set_robust_list 2.6 head:3p len:4
get_robust_list 2.6 pid:0 head_ptr:3q len_ptr:1x
splice 2.6 fd_in:0 off_in:s fd_out:0 off_out:s len:4 flags:1:splice
sync_file_range 2.6 fd:0 offset:c nbytes:c flags:0:sync-range
tee 2.6 fdin:0 fdout:0 len:4 flags:1:splice
vmsplice 2.6 fd:0 uiov:e nr_segs:3 flags:1:splice
move_pages 2.6 pid:5 nr_pages:3 pages:2x nodes:2m status:9 flags:0:mpol-mf
getcpu 2.6 cpup:2d nodep:2d unused:7
epoll_pwait 2.6 epfd:0 events:14 maxevents:0 timeout:0 sigmask:r sigsetsize:4
utimensat 2.6 dfd:2i:at filename:2 utimes:a flags:0:at
signalfd 2.6 ufd:0 user_mask:t sizemask:4
timerfd_create 2.6 clockid:0:clock flags:0:tfd
eventfd 2.6 count:1
fallocate 2.6 fd:0 mode:0:falloc offset:c len:c
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:2r otmr:y
timerfd_gettime 2.6 ufd:0 otmr:y
signalfd4 2.6 ufd:0 user_mask:t sizemask:4 flags:0:sfd
eventfd2 2.6 count:1 flags:0:efd
epoll_create1 2.6 flags:0:epoll
dup3 2.6 oldfd:1 newfd:1 flags:0:o
pipe2 2.6 fildes:9 flags:0:o
inotify_init1 2.6 flags:0:in-init
preadv 2.6 fd:3 vec:e vlen:3 pos_l:3 pos_h:3
pwritev 2.6 fd:3 vec:e vlen:3 pos_l:3 pos_h:3
rt_tgsigqueueinfo 2.6 tgid:5 pid:5 sig:0:sig uinfo:x
perf_event_open 2.6 attr_uptr:3n pid:5 cpu:0 group_fd:0 flags:3:perf
recvmmsg 2.6 fd:0 mmsg:1g vlen:1 flags:1:msg timeout:a
fanotify_init 2.6 flags:1:fan event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0 flags:1:fan-mark mask:2g:fan-event dfd:0:at pathname:2
prlimit64 2.6 pid:5 resource:1:rlimit new_rlim:2t old_rlim:3o
name_to_handle_at 2.6 dfd:0:at name:2 handle:1z mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at handle:1z flags:0:o
clock_adjtime 2.6 which_clock:b:clock utx:26
syncfs 2.6 fd:0
sendmmsg 3.0 fd:0 mmsg:1g vlen:1 flags:1:msg
setns 3.0 fd:0 flags:0:clone
process_vm_readv 3.2 pid:5 lvec:e liovcnt:3 rvec:e riovcnt:3 flags:3
process_vm_writev 3.2 pid:5 lvec:e liovcnt:3 rvec:e riovcnt:3 flags:3
kcmp 3.5 pid1:5 pid2:5 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0 uargs:2 flags:0:module
sched_setattr 3.14 pid:5 uattr:27 flags:1
sched_getattr 3.14 pid:5 uattr:27 usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 3.17 buf:6 count:4 flags:1:grnd
memfd_create 3.17 uname:2 flags:1:mfd
bpf 3.18 cmd:0:bpf uattr:46 size:1 uattr_common:32 size_common:1
execveat 3.19 fd:0:at filename:2 argv:10 envp:10 flags:0:at
socket 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
bind 4.3 fd:0 umyaddr:o addrlen:0
connect 4.3 fd:0 uservaddr:o addrlen:0
listen 4.3 fd:0 backlog:0
accept4 4.3 fd:0 upeer_sockaddr:o upeer_addrlen:9 flags:0:sock
getsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
setsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockname 4.3 fd:0 usockaddr:o usockaddr_len:9
getpeername 4.3 fd:0 usockaddr:o usockaddr_len:9
sendto 4.3 fd:0 buff:7 len:4 flags:1:msg addr:o addr_len:0
sendmsg 4.3 fd:0 msg:2c flags:1:msg
recvfrom 4.3 fd:0 ubuf:7 size:4 flags:1:msg addr:o addr_len:9
recvmsg 4.3 fd:0 msg:2c flags:1:msg
shutdown 4.3 fd:0 how:0:shut
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:3 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:s fd_out:0 off_out:s len:4 flags:1
preadv2 4.6 fd:3 vec:e vlen:3 pos_l:3 pos_h:3 flags:1q:rwf
pwritev2 4.6 fd:3 vec:e vlen:3 pos_l:3 pos_h:3 flags:1q:rwf
pkey_mprotect 4.9 start:3 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3 init_val:3:pkey
pkey_free 4.9 pkey:0
statx 4.11 dfd:0:at filename:2 flags:1:at mask:1:statx buffer:3z
arch_prctl 4.12 option:0:arch-prctl arg2:3
io_pgetevents 4.18 ctx_id:z min_nr:f nr:f events:15 timeout:a usig:1t
rseq 4.18 rseq:3r rseq_len:8 flags:0:rseq sig:8
semget 5.1 key:1a nsems:0 semflg:0:ipc+s
semctl 5.1 semid:0 semnum:0 cmd:0:sem+ipc arg:3
shmget 5.1 key:1a size:4 shmflg:0:shm+ipc+s
shmctl 5.1 shmid:0 cmd:0:+shm+ipc buf:3u
shmat 5.1 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 5.1 shmaddr:6
msgget 5.1 key:1a msgflg:0:ipc+s
msgsnd 5.1 msqid:0 msgp:24 msgsz:4 msgflg:0:ipc
msgrcv 5.1 msqid:0 msgp:24 msgsz:4 msgtyp:f msgflg:0:msq+ipc
msgctl 5.1 msqid:0 cmd:0:+msq+ipc buf:3e
clock_gettime64 5.1 which_clock:b:clock tp:g
clock_settime64 5.1 which_clock:b:clock tp:m
clock_adjtime64 5.1 which_clock:b:clock utx:30
clock_getres_time64 5.1 which_clock:b:clock tp:g
clock_nanosleep_time64 5.1 which_clock:b:clock flags:0:timer rqtp:m rmtp:g
timer_gettime64 5.1 timer_id:q setting:13
timer_settime64 5.1 timer_id:q flags:0:timer new_setting:1u old_setting:13
timerfd_gettime64 5.1 ufd:0 otmr:13
timerfd_settime64 5.1 ufd:0 flags:0:tfd utmr:1u otmr:13
utimensat_time64 5.1 dfd:0:at filename:2 utimes:g flags:0:at
pselect6_time64 5.1 n:0 inp:l outp:l exp:l tsp:g sig:7
ppoll_time64 5.1 ufds:1h nfds:1 tsp:g sigmask:r sigsetsize:4
io_pgetevents_time64 5.1 ctx_id:z min_nr:f nr:f events:15 timeout:g usig:1t
recvmmsg_time64 5.1 fd:0 mmsg:1g vlen:1 flags:1:msg timeout:g
mq_timedsend_time64 5.1 mqdes:p u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:m
mq_timedreceive_time64 5.1 mqdes:p u_msg_ptr:6 msg_len:4 u_msg_prio:2e u_abs_timeout:m
semtimedop_time64 5.1 semid:0 tsops:3t nsops:1 timeout:m
rt_sigtimedwait_time64 5.1 uthese:r uinfo:x uts:m sigsetsize:4
futex_time64 5.1 uaddr:u op:0:futex val:8 utime:m uaddr2:u val3:8
sched_rr_get_interval_time64 5.1 pid:5 interval:g
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:x flags:1:pidfd-signal
io_uring_setup 5.1 entries:8 params:36
io_uring_enter 5.1 fd:1 to_submit:8 min_complete:8 flags:8:io-uring-enter argp:n argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:2 _value:n aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:2 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:35 size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:2 how:3m usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:e vlen:4 behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:14 maxevents:0 timeout:m sigmask:r sigsetsize:4
mount_setattr 5.12 dfd:0:at path:2 flags:1:at uattr:22 usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:2f addr:7
landlock_create_ruleset 5.13 attr:2o size:4 flags:18:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:48:landlock-rule rule_attr:n flags:18
landlock_restrict_self 5.13 ruleset_fd:0 flags:18
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:20 nr_futexes:1 flags:1 timeout:g clockid:b:clock
set_mempolicy_home_node 5.17 start:3 len:3 home_node:3 flags:3
cachestat 6.5 fd:1 cstat_range:34 cstat:33 flags:1
fchmodat2 6.6 dfd:0:at filename:2 mode:d:s flags:1:at
map_shadow_stack 6.7 addr:3 size:3 flags:1
futex_wake 6.7 uaddr:7 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:3 mask:3 flags:1:futex2 timeout:g clockid:b:clock
futex_requeue 6.7 waiters:20 flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1v buf:3y bufsize:4 flags:1
listmount 6.8 req:1v mnt_ids:1m nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:21 size:u flags:8
lsm_set_self_attr 6.8 attr:1 ctx:21 size:8 flags:8
lsm_list_modules 6.8 ids:1m size:u flags:8
mseal 6.10 start:3 len:4 flags:3
setxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:2w usize:4
getxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:44 usize:4
listxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at filename:2 flags:1:open-tree+at uattr:22 usize:4
file_getattr 6.17 dfd:0:at filename:2 ufattr:1y usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:2 ufattr:1y usize:4 at_flags:1:at
listns 6.19 req:2q ns_ids:1m nr_ns_ids:4 flags:1
rseq_slice_yield 7.0
`,
}
