// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { ppc as calls_ppc } from '@seccompile/syscalls/ppc'

/** The C types of ppc, each after what the kernel reads of it. */
const TYPES = `iint
uunsigned int
uunsigned long
pconst char __user *
usize_t
ipid_t
pchar __user *
pvoid __user *
pint __user *
uu32
pstruct old_timespec32 __user *
humode_t
iclockid_t
ilong
Lloff_t
pconst struct iovec __user *
pstruct __kernel_timespec __user *
ugid_t
uuid_t
pfd_set __user *
pconst struct __kernel_timespec __user *
pstruct sockaddr __user *
pconst void __user *
pu32 __user *
imqd_t
itimer_t
pconst sigset_t __user *
ploff_t __user *
psigset_t __user *
pgid_t __user *
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
ioff_t
pold_sigset_t __user *
pstruct __kernel_old_itimerval __user *
pstruct __kernel_old_timeval __user *
pstruct __old_kernel_stat __user *
pstruct mmsghdr __user *
pstruct pollfd __user *
pstruct rlimit __user *
pstruct rusage __user *
pstruct sched_param __user *
pstruct stat __user *
pstruct ucontext __user *
pu64 __user *
puid_t __user *
ikey_serial_t
irwf_t
p__u32 __user *
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
pstruct user_msghdr __user *
punsigned __user *
punsigned int __user *
ucompat_size_t
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
pstruct cachestat __user *
pstruct cachestat_range __user *
pstruct clone_args __user *
pstruct getcpu_cache __user *
pstruct io_uring_params __user *
pstruct iocb __user *
pstruct iocb __user *__user *
pstruct kernel_sym __user *
pstruct kexec_segment __user *
pstruct linux_dirent __user *
pstruct linux_dirent64 __user *
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
pstruct rtas_args __user *
pstruct sel_arg_struct __user *
pstruct sembuf __user *
pstruct shmid_ds __user *
pstruct sig_dbg_op __user *
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
uold_sigset_t`

/** The calls of ppc: name, version, arguments. */
const CALLS = `restart_syscall 2.6
exit 1.0 error_code:0
fork 1.0
read 1.0 fd:1 buf:6 count:4
write 1.0 fd:1 buf:3 count:4
open 1.0 filename:3 flags:0:o mode:b:s
close 1.0 fd:1
waitpid 1.0 pid:5 stat_addr:8 options:0:wait
creat 1.0 pathname:3 mode:b:s
link 1.0 oldname:3 newname:3
unlink 1.0 pathname:3
execve 1.0 filename:3 argv:x envp:x
chdir 1.0 filename:3
time 1.0 tloc:1u
mknod 1.0 filename:3 mode:b:s dev:1
chmod 1.0 filename:3 mode:b:s
lchown 1.0 filename:3 user:i group:h
oldstat 1.0 filename:3 statbuf:1c
lseek 1.0 fd:1 offset:18 whence:1:seek
getpid 1.0
mount 1.0 dev_name:6 dir_name:6 type:6 flags:2:mount data:7
umount 1.0 name:6
setuid 1.0 uid:i
getuid 1.0
stime 1.0 tptr:1u
ptrace 1.0 request:d:ptrace pid:d addr:2 data:2
alarm 1.0 seconds:1
oldfstat 1.0 fd:1 statbuf:1c
pause 1.0
utime 1.0 filename:3 times:3g
access 1.0 filename:3 mode:0:access
nice 1.0 increment:0
sync 1.0
kill 1.0 pid:5 sig:0:sig
rename 1.0 oldname:3 newname:3
mkdir 1.0 pathname:3 mode:b:s
rmdir 1.0 pathname:3
dup 1.0 fildes:1
pipe 1.0 fildes:8
times 1.0 tbuf:40
brk 1.0 brk:2
setgid 1.0 gid:h
getgid 1.0
signal 1.0 sig:0:sig handler:2i
geteuid 1.0
getegid 1.0
acct 1.0 name:3
umount2 2.2 name:6 flags:0:umount
ioctl 1.0 fd:1 cmd:1:ioctl arg:2
fcntl 1.0 fd:1 cmd:1:f arg:2
setpgid 1.0 pid:5 pgid:5
oldolduname 1.0 name:3i
umask 1.0 mask:0:s
chroot 1.0 filename:3
ustat 1.0 dev:1 ubuf:41
dup2 1.0 oldfd:1 newfd:1
getppid 1.0
getpgrp 1.0
setsid 1.0
sigaction 1.0 sig:0:sig act:2q oact:3f
sgetmask 1.0
ssetmask 1.0 newmask:0
setreuid 1.0 ruid:i euid:i
setregid 1.0 rgid:h egid:h
sigsuspend 1.0 mask:47
sigpending 1.0 uset:19
sethostname 1.0 name:6 len:0
setrlimit 1.0 resource:1:rlimit rlim:1f
getrlimit 1.0 resource:1:rlimit rlim:1f
getrusage 1.0 who:0:rusage ru:1g
gettimeofday 1.0 tv:1b tz:28
settimeofday 1.0 tv:1b tz:28
getgroups 1.0 gidsetsize:0 grouplist:t
setgroups 1.0 gidsetsize:0 grouplist:t
select 1.0 arg:3q
symlink 1.0 oldname:3 newname:3
oldlstat 1.0 filename:3 statbuf:1c
readlink 1.0 path:3 buf:6 bufsiz:0
uselib 1.0 library:3
swapon 1.0 specialfile:3 swap_flags:0:swap
reboot 1.0 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
readdir 1.0 fd:1 dirent:3e count:1
mmap 1.0 addr:2 len:4 prot:2:prot flags:2:map fd:2 off:18
munmap 1.0 addr:2 len:4
truncate 1.0 path:3 length:d
ftruncate 1.0 fd:1 length:18
fchmod 1.0 fd:1 mode:b:s
fchown 1.0 fd:1 user:i group:h
getpriority 1.0 which:0:prio who:0
setpriority 1.0 which:0:prio who:0 niceval:0
statfs 1.0 pathname:3 buf:26
fstatfs 1.0 fd:1 buf:26
ioperm 1.0 from:2 num:2 turn_on:0
socketcall 1.0 call:0 args:14
syslog 1.0 type:0:syslog buf:6 len:0
setitimer 1.0 which:0:itimer value:1a ovalue:1a
getitimer 1.0 which:0:itimer value:1a
stat 1.0 filename:3 statbuf:1i
lstat 1.0 filename:3 statbuf:1i
fstat 1.0 fd:1 statbuf:1i
olduname 1.0 name:3h
vhangup 1.0
wait4 1.0 upid:5 stat_addr:8 options:0:wait ru:1g
swapoff 1.0 specialfile:3
sysinfo 1.0 info:3z
ipc 1.0 call:1 first:0 second:2 third:2 ptr:7 fifth:d
fsync 1.0 fd:1
sigreturn 1.0
clone 1.0 clone_flags:2:clone+sig newsp:2 parent_tidptr:8 tls:2 child_tidptr:8
setdomainname 1.0 name:6 len:0
uname 1.0 name:3c
adjtimex 1.0 txc_p:24
mprotect 1.0 start:2 len:4 prot:2:prot
sigprocmask 1.0 how:0:sig-how nset:19 oset:19
create_module 1.0 name:3 size:4
init_module 1.0 umod:7 len:2 uargs:3
delete_module 1.0 name_user:3 flags:1:o
get_kernel_syms 1.0 table:37
quotactl 1.0 cmd:1:+quota-type special:3 id:2d addr:7
getpgid 1.0 pid:5
fchdir 1.0 fd:1
bdflush 1.2 func:0 data:d
sysfs 1.2 option:0 arg1:2 arg2:2
personality 1.2 personality:1:personality
setfsuid 1.2 uid:i
setfsgid 1.2 gid:h
_llseek 1.2 fd:1 offset_high:2 offset_low:2 result:r whence:1:seek
getdents 2.0 fd:1 dirent:39 count:1
_newselect 2.0 n:0 inp:j outp:j exp:j tvp:1b
flock 2.0 fd:1 cmd:1:lock
msync 2.0 start:2 len:4 flags:0:msync
readv 2.0 fd:2 vec:f vlen:2
writev 2.0 fd:2 vec:f vlen:2
getsid 2.0 pid:5
fdatasync 2.0 fd:1
_sysctl 2.0 args:2z
mlock 2.0 start:2 len:4
munlock 2.0 start:2 len:4
mlockall 2.0 flags:0:mcl
munlockall 2.0
sched_setparam 2.0 pid:5 param:1h
sched_getparam 2.0 pid:5 param:1h
sched_setscheduler 2.0 pid:5 policy:0:sched param:1h
sched_getscheduler 2.0 pid:5
sched_yield 2.0
sched_get_priority_max 2.0 policy:0:sched
sched_get_priority_min 2.0 policy:0:sched
sched_rr_get_interval 2.0 pid:5 interval:a
nanosleep 2.0 rqtp:a rmtp:a
mremap 2.0 addr:2 old_len:2 new_len:2 flags:2:mremap new_addr:2
setresuid 2.2 ruid:i euid:i suid:i
getresuid 2.2 ruidp:1l euidp:1l suidp:1l
query_module 2.2 name:3 which:0 buf:7 bufsize:4 ret:1v
poll 2.0 ufds:1e nfds:1 timeout_msecs:0
nfsservctl 2.2 cmd:0 arg:3d res:7
setresgid 2.2 rgid:h egid:h sgid:h
getresgid 2.2 rgidp:t egidp:t sgidp:t
prctl 2.2 option:0:pr arg2:2 arg3:2 arg4:2 arg5:2
rt_sigreturn 2.2
rt_sigaction 2.2 sig:0:sig act:2s oact:3u sigsetsize:4
rt_sigprocmask 2.2 how:0:sig-how nset:s oset:s sigsetsize:4
rt_sigpending 2.2 uset:s sigsetsize:4
rt_sigtimedwait 2.2 uthese:q uinfo:u uts:y sigsetsize:4
rt_sigqueueinfo 2.2 pid:5 sig:0:sig uinfo:u
rt_sigsuspend 2.2 unewset:s sigsetsize:4
pread64 2.2 fd:1 buf:6 count:2c pos:e@4
pwrite64 2.2 fd:1 buf:3 count:2c pos:e@4
chown 2.2 filename:3 user:i group:h
getcwd 2.2 buf:6 size:2
capget 2.2 header:1q dataptr:1p
capset 2.2 header:1q data:1p
sigaltstack 2.2 uss:2l uoss:2x
sendfile 2.2 out_fd:0 in_fd:0 offset:2w count:4
vfork 2.2
ugetrlimit 2.4 resource:1:rlimit rlim:1f
readahead 2.4 fd:0 offset:e@2 count:9
mmap2 2.4 addr:2 len:4 prot:2:prot flags:2:map fd:2 pgoff:2
truncate64 2.4 path:3 length:e@2
ftruncate64 2.4 fd:1 length:e@2
stat64 2.4 filename:3 statbuf:13
lstat64 2.4 filename:3 statbuf:13
fstat64 2.4 fd:2 statbuf:13
pciconfig_read 2.0 bus:2 dfn:2 off:2 len:2 buf:7
pciconfig_write 2.0 bus:2 dfn:2 off:2 len:2 buf:7
pciconfig_iobase 2.2 which:d bus:2 devfn:2
getdents64 2.4 fd:1 dirent:3a count:1
pivot_root 2.4 new_root:3 put_old:3
fcntl64 2.4 fd:1 cmd:1:f arg:2
madvise 2.4 start:2 len_in:4 behavior:0:madv
mincore 2.4 start:2 len:4 vec:45
gettid 2.4
tkill 2.6 pid:5 sig:0:sig
setxattr 2.6 pathname:3 name:3 value:m size:4 flags:0:xattr
lsetxattr 2.6 pathname:3 name:3 value:m size:4 flags:0:xattr
fsetxattr 2.6 fd:0 name:3 value:m size:4 flags:0:xattr
getxattr 2.6 pathname:3 name:3 value:7 size:4
lgetxattr 2.6 pathname:3 name:3 value:7 size:4
fgetxattr 2.6 fd:0 name:3 value:7 size:4
listxattr 2.6 pathname:3 list:6 size:4
llistxattr 2.6 pathname:3 list:6 size:4
flistxattr 2.6 fd:0 list:6 size:4
removexattr 2.6 pathname:3 name:3
lremovexattr 2.6 pathname:3 name:3
fremovexattr 2.6 fd:0 name:3
futex 2.6 uaddr:n op:0:futex val:9 utime:y uaddr2:n val3:9
sched_setaffinity 2.6 pid:5 len:1 user_mask_ptr:14
sched_getaffinity 2.6 pid:5 len:1 user_mask_ptr:14
sendfile64 2.6 out_fd:0 in_fd:0 offset:r count:4
io_setup 2.6 nr_events:1 ctxp:2j
io_destroy 2.6 ctx:w
io_getevents 2.6 ctx_id:15 min_nr:16 nr:16 events:12 timeout:a
io_submit 2.6 ctx_id:w nr:d iocbpp:36
io_cancel 2.6 ctx_id:w iocb:35 result:12
set_tid_address 2.6 tidptr:8
fadvise64 2.6 fd:0 offset:e@2 len:4 advice:0:fadvise
exit_group 2.6 error_code:0
lookup_dcookie 2.6 cookie64:2f buf:6 len:4
epoll_create 2.6 size:0
epoll_ctl 2.6 epfd:0 op:0:epoll fd:0 event:11
epoll_wait 2.6 epfd:0 events:11 maxevents:0 timeout:0
remap_file_pages 2.6 start:2 size:2 prot:2:prot pgoff:2 flags:2:map
timer_create 2.6 which_clock:c:clock timer_event_spec:3v created_timer_id:43
timer_settime 2.6 timer_id:p flags:0:timer new_setting:v old_setting:v
timer_gettime 2.6 timer_id:p setting:v
timer_getoverrun 2.6 timer_id:p
timer_delete 2.6 timer_id:p
clock_settime 2.6 which_clock:c:clock tp:a
clock_gettime 2.6 which_clock:c:clock tp:a
clock_getres 2.6 which_clock:c:clock tp:a
clock_nanosleep 2.6 which_clock:c:clock flags:0:timer rqtp:a rmtp:a
swapcontext 2.6 old_ctx:1j new_ctx:1j ctx_size:d
tgkill 2.6 tgid:5 pid:5 sig:0:sig
utimes 2.2 filename:3 utimes:23
statfs64 2.6 pathname:3 sz:4 buf:27
fstatfs64 2.6 fd:1 sz:4 buf:27
fadvise64_64 2.6 fd:0 advice:0:fadvise offset:e len:e
rtas 2.6 uargs:3p
sys_debug_setcontext 2.6 ctx:1j ndbg:0 dbg:3t
migrate_pages 2.6 pid:5 maxnode:2 old_nodes:z new_nodes:z
mbind 2.6 start:2 len:2 mode:2h:mpol nmask:z maxnode:2 flags:1:mpol-mf
get_mempolicy 2.6 policy:8 nmask:14 maxnode:2 addr:2 flags:2:mpol-f
set_mempolicy 2.6 mode:0:mpol nmask:z maxnode:2
mq_open 2.6 u_name:3 oflag:0:o mode:b:s u_attr:21
mq_unlink 2.6 u_name:3
mq_timedsend 2.6 mqdes:o u_msg_ptr:3 msg_len:1 msg_prio:1 u_abs_timeout:y
mq_timedreceive 2.6 mqdes:o u_msg_ptr:6 msg_len:1 u_msg_prio:2b u_abs_timeout:y
mq_notify 2.6 mqdes:o u_notification:2t
mq_getsetattr 2.6 mqdes:o u_mqstat:2n u_omqstat:21
kexec_load 2.6 entry:2 nr_segments:2 segments:38 flags:2:kexec
add_key 2.6 _type:3 _description:3 _payload:m plen:4 ringid:1m:key
request_key 2.6 _type:3 _description:3 _callout_info:3 destringid:1m:key
keyctl 2.6 option:0:key arg2:2 arg3:2 arg4:2 arg5:2
waitid 2.6 which:0:idtype upid:5 infop:3w options:0:wait ru:1g
ioprio_set 2.6 which:0:ioprio who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio who:0
inotify_init 2.6
inotify_add_watch 2.6 fd:0 pathname:3 mask:9:in
inotify_rm_watch 2.6 fd:0 wd:16
spu_run 2.6 fd:0 unpc:1o ustatus:1o
spu_create 2.6 name:3 flags:1 mode:b:s neighbor_fd:0
pselect6 2.6 n:0 inp:j outp:j exp:j tsp:a sig:7
ppoll 2.6 ufds:1e nfds:1 tsp:a sigmask:q sigsetsize:4
unshare 2.6 unshare_flags:2:clone
splice 2.6 fd_in:0 off_in:r fd_out:0 off_out:r len:4 flags:1:splice
tee 2.6 fdin:0 fdout:0 len:4 flags:1:splice
vmsplice 2.6 fd:0 uiov:f nr_segs:2 flags:1:splice
openat 2.6 dfd:0:at filename:3 flags:0:o mode:b:s
mkdirat 2.6 dfd:0:at pathname:3 mode:b:s
mknodat 2.6 dfd:0:at filename:3 mode:b:s dev:1
fchownat 2.6 dfd:0:at filename:3 user:i group:h flag:0:at
futimesat 2.6 dfd:1:at filename:3 utimes:23
fstatat64 2.6 dfd:0:at filename:3 statbuf:13 flag:0:at
unlinkat 2.6 dfd:0:at pathname:3 flag:0:at
renameat 2.6 olddfd:0:at oldname:3 newdfd:0:at newname:3
linkat 2.6 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:0:at
symlinkat 2.6 oldname:3 newdfd:0:at newname:3
readlinkat 2.6 dfd:0:at pathname:3 buf:6 bufsiz:0
fchmodat 2.6 dfd:0:at filename:3 mode:b:s
faccessat 2.6 dfd:0:at filename:3 mode:0:access
get_robust_list 2.6 pid:0 head_ptr:3n len_ptr:1v
set_robust_list 2.6 head:3m len:4
move_pages 2.6 pid:5 nr_pages:2 pages:2v nodes:2k status:8 flags:0:mpol-mf
getcpu 2.6 cpup:2a nodep:2a unused:33
epoll_pwait 2.6 epfd:0 events:11 maxevents:0 timeout:0 sigmask:q sigsetsize:4
utimensat 2.6 dfd:2g:at filename:3 utimes:a flags:0:at
signalfd 2.6 ufd:0 user_mask:s sizemask:4
timerfd_create 2.6 clockid:0:clock flags:0:tfd
eventfd 2.6 count:1
sync_file_range2 2.6 fd:0 flags:1:sync-range offset:e nbytes:e
fallocate 2.6 fd:0 mode:0:falloc offset:e len:e
subpage_prot 2.6 addr:2 len:2 map:n
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:2p otmr:v
timerfd_gettime 2.6 ufd:0 otmr:v
signalfd4 2.6 ufd:0 user_mask:s sizemask:4 flags:0:sfd
eventfd2 2.6 count:1 flags:0:efd
epoll_create1 2.6 flags:0:epoll
dup3 2.6 oldfd:1 newfd:1 flags:0:o
pipe2 2.6 fildes:8 flags:0:o
inotify_init1 2.6 flags:0:in-init
perf_event_open 2.6 attr_uptr:3k pid:5 cpu:0 group_fd:0 flags:2:perf
preadv 2.6 fd:2 vec:f vlen:2 pos_l:2 pos_h:2
pwritev 2.6 fd:2 vec:f vlen:2 pos_l:2 pos_h:2
rt_tgsigqueueinfo 2.6 tgid:5 pid:5 sig:0:sig uinfo:u
fanotify_init 2.6 flags:1:fan event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0 flags:1:fan-mark mask:2e:fan-event dfd:0:at pathname:3
prlimit64 2.6 pid:5 resource:1:rlimit new_rlim:2r old_rlim:3l
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
bind 2.0 fd:0 umyaddr:l addrlen:0
connect 2.0 fd:0 uservaddr:l addrlen:0
listen 2.0 fd:0 backlog:0
accept 2.0 fd:0 upeer_sockaddr:l upeer_addrlen:8
getsockname 2.0 fd:0 usockaddr:l usockaddr_len:8
getpeername 2.0 fd:0 usockaddr:l usockaddr_len:8
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:8
send 2.0 fd:0 buff:7 len:4 flags:1:msg
sendto 2.0 fd:0 buff:7 len:4 flags:1:msg addr:l addr_len:0
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
recvfrom 2.0 fd:0 ubuf:7 size:4 flags:1:msg addr:l addr_len:8
shutdown 2.0 fd:0 how:0:shut
setsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:8
sendmsg 2.0 fd:0 msg:29 flags:1:msg
recvmsg 2.0 fd:0 msg:29 flags:1:msg
recvmmsg 2.6 fd:0 mmsg:1d vlen:1 flags:1:msg timeout:a
accept4 2.6 fd:0 upeer_sockaddr:l upeer_addrlen:8 flags:0:sock
name_to_handle_at 2.6 dfd:0:at name:3 handle:1x mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at handle:1x flags:0:o
clock_adjtime 2.6 which_clock:c:clock utx:24
syncfs 2.6 fd:0
sendmmsg 3.0 fd:0 mmsg:1d vlen:1 flags:1:msg
setns 3.0 fd:0 flags:0:clone
process_vm_readv 3.2 pid:5 lvec:f liovcnt:2 rvec:f riovcnt:2 flags:2
process_vm_writev 3.2 pid:5 lvec:f liovcnt:2 rvec:f riovcnt:2 flags:2
finit_module 3.8 fd:0 uargs:3 flags:0:module
kcmp 3.5 pid1:5 pid2:5 type:0:kcmp idx1:2 idx2:2
sched_setattr 3.14 pid:5 uattr:25 flags:1
sched_getattr 3.14 pid:5 uattr:25 usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 3.17 buf:6 count:4 flags:1:grnd
memfd_create 3.17 uname:3 flags:1:mfd
bpf 3.18 cmd:0:bpf uattr:44 size:1
execveat 3.19 fd:0:at filename:3 argv:x envp:x flags:0:at
switch_endian 4.1
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:2 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:r fd_out:0 off_out:r len:4 flags:1
preadv2 4.6 fd:2 vec:f vlen:2 pos_l:2 pos_h:2 flags:1n:rwf
pwritev2 4.6 fd:2 vec:f vlen:2 pos_l:2 pos_h:2 flags:1n:rwf
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:2 cmdline_ptr:3 flags:2:kexec-file
statx 4.11 dfd:0:at filename:3 flags:1:at mask:1:statx buffer:3y
pkey_alloc 4.9 flags:2 init_val:2:pkey
pkey_free 4.9 pkey:0
pkey_mprotect 4.9 start:2 len:4 prot:2:prot pkey:0
rseq 4.18 rseq:3o rseq_len:9 flags:0:rseq sig:9
io_pgetevents 4.18 ctx_id:w min_nr:d nr:d events:12 timeout:a usig:1r
semget 5.1 key:17 nsems:0 semflg:0:ipc+s
semctl 5.1 semid:0 semnum:0 cmd:0:sem+ipc arg:2
shmget 5.1 key:17 size:4 shmflg:0:shm+ipc+s
shmctl 5.1 shmid:0 cmd:0:+shm+ipc buf:3s
shmat 5.1 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 5.1 shmaddr:6
msgget 5.1 key:17 msgflg:0:ipc+s
msgsnd 5.1 msqid:0 msgp:22 msgsz:4 msgflg:0:ipc
msgrcv 5.1 msqid:0 msgp:22 msgsz:4 msgtyp:d msgflg:0:msq+ipc
msgctl 5.1 msqid:0 cmd:0:+msq+ipc buf:3b
clock_gettime64 5.1 which_clock:c:clock tp:g
clock_settime64 5.1 which_clock:c:clock tp:k
clock_adjtime64 5.1 which_clock:c:clock utx:2y
clock_getres_time64 5.1 which_clock:c:clock tp:g
clock_nanosleep_time64 5.1 which_clock:c:clock flags:0:timer rqtp:k rmtp:g
timer_gettime64 5.1 timer_id:p setting:10
timer_settime64 5.1 timer_id:p flags:0:timer new_setting:1s old_setting:10
timerfd_gettime64 5.1 ufd:0 otmr:10
timerfd_settime64 5.1 ufd:0 flags:0:tfd utmr:1s otmr:10
utimensat_time64 5.1 dfd:0:at filename:3 utimes:g flags:0:at
pselect6_time64 5.1 n:0 inp:j outp:j exp:j tsp:g sig:7
ppoll_time64 5.1 ufds:1e nfds:1 tsp:g sigmask:q sigsetsize:4
io_pgetevents_time64 5.1 ctx_id:w min_nr:d nr:d events:12 timeout:g usig:1r
recvmmsg_time64 5.1 fd:0 mmsg:1d vlen:1 flags:1:msg timeout:g
mq_timedsend_time64 5.1 mqdes:o u_msg_ptr:3 msg_len:4 msg_prio:1 u_abs_timeout:k
mq_timedreceive_time64 5.1 mqdes:o u_msg_ptr:6 msg_len:4 u_msg_prio:2b u_abs_timeout:k
semtimedop_time64 5.1 semid:0 tsops:3r nsops:1 timeout:k
rt_sigtimedwait_time64 5.1 uthese:q uinfo:u uts:k sigsetsize:4
futex_time64 5.1 uaddr:n op:0:futex val:9 utime:k uaddr2:n val3:9
sched_rr_get_interval_time64 5.1 pid:5 interval:g
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:u flags:1:pidfd-signal
io_uring_setup 5.1 entries:9 params:34
io_uring_enter 5.1 fd:1 to_submit:9 min_complete:9 flags:9:io-uring-enter argp:m argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:3 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:3 to_dfd:0:at to_pathname:3 flags:1:move-mount
fsopen 5.2 _fs_name:3 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:3 _value:m aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:3 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:32 size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:3 how:3j usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:3 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:f vlen:4 behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:11 maxevents:0 timeout:k sigmask:q sigsetsize:4
mount_setattr 5.12 dfd:0:at path:3 flags:1:at uattr:20 usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:2d addr:7
landlock_create_ruleset 5.13 attr:2m size:4 flags:15:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:46:landlock-rule rule_attr:m flags:15
landlock_restrict_self 5.13 ruleset_fd:0 flags:15
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:1y nr_futexes:1 flags:1 timeout:g clockid:c:clock
set_mempolicy_home_node 5.17 start:2 len:2 home_node:2 flags:2
cachestat 6.5 fd:1 cstat_range:31 cstat:30 flags:1
fchmodat2 6.6 dfd:0:at filename:3 mode:b:s flags:1:at
map_shadow_stack 6.7 addr:2 size:2 flags:1
futex_wake 6.7 uaddr:7 mask:2 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:2 mask:2 flags:1:futex2 timeout:g clockid:c:clock
futex_requeue 6.7 waiters:1y flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1t buf:3x bufsize:4 flags:1
listmount 6.8 req:1t mnt_ids:1k nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1z size:n flags:9
lsm_set_self_attr 6.8 attr:1 ctx:1z size:9 flags:9
lsm_list_modules 6.8 ids:1k size:n flags:9
mseal 6.10 start:2 len:4 flags:2
setxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:2u usize:4
getxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:42 usize:4
listxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3
open_tree_attr 6.15 dfd:0:at filename:3 flags:1:open-tree+at uattr:20 usize:4
file_getattr 6.17 dfd:0:at filename:3 ufattr:1w usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:3 ufattr:1w usize:4 at_flags:1:at
listns 6.19 req:2o ns_ids:1k nr_ns_ids:4 flags:1
rseq_slice_yield 7.0`

/** The table of ppc, with signatures. */
export const ppc: SignedAbiTable<'ppc'> = /* @__PURE__ */ signedTable(calls_ppc, 32, TYPES, CALLS)
