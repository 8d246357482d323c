// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import type { ColumnText } from '../decode/decode.ts'

/** The calls of x86_64. */
export const X86_64_TEXT: ColumnText = {
  types: `iint
uunsigned int
pconst char __user *
qunsigned long
qsize_t
ipid_t
pchar __user *
pvoid __user *
uunsigned long
pint __user *
pstruct __kernel_timespec __user *
uu32
humode_t
pconst struct iovec __user *
ugid_t
uuid_t
iclockid_t
lloff_t
llong
pconst struct __kernel_timespec __user *
pstruct sockaddr __user *
pconst void __user *
pfd_set __user *
psigset_t __user *
pgid_t __user *
ploff_t __user *
pstruct __kernel_old_timeval __user *
qaio_context_t
imqd_t
itimer_t
pconst char __user *const __user *
pconst sigset_t __user *
pconst unsigned long __user *
psiginfo_t __user *
pstruct __kernel_itimerspec __user *
pstruct epoll_event __user *
pstruct stat __user *
pu32 __user *
ikey_t
pstruct __kernel_old_itimerval __user *
pstruct io_event __user *
pstruct rusage __user *
pstruct sched_param __user *
pu64 __user *
puid_t __user *
punsigned long __user *
u__u32
ikey_serial_t
irwf_t
loff_t
pcap_user_data_t
pcap_user_header_t
pconst struct __kernel_itimerspec __user *
pconst struct mnt_id_req __user *
psize_t __user *
pstruct __kernel_timex __user *
pstruct file_attr __user *
pstruct file_handle __user *
pstruct futex_waitv __user *
pstruct lsm_ctx __user *
pstruct mmsghdr __user *
pstruct mount_attr __user *
pstruct mq_attr __user *
pstruct msgbuf __user *
pstruct pollfd __user *
pstruct rlimit __user *
pstruct sched_attr __user *
pstruct sembuf __user *
pstruct statfs __user *
pstruct timezone __user *
pstruct user_desc __user *
pstruct user_msghdr __user *
punsigned __user *
uqid_t
i__s32
ilong
iunsigned long
p__kernel_old_time_t __user *
paio_context_t __user *
pconst int __user *
pconst stack_t __user *
pconst struct __aio_sigset __user *
pconst struct landlock_ruleset_attr __user *
pconst struct mq_attr __user *
pconst struct ns_id_req __user *
pconst struct rlimit64 __user *
pconst struct sigaction __user *
pconst struct sigevent __user *
pconst struct xattr_args __user *
pconst void __user *__user *
pstack_t __user *
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
pstruct msqid_ds __user *
pstruct new_utsname __user *
pstruct nfsctl_arg __user *
pstruct open_how __user *
pstruct perf_event_attr __user *
pstruct rlimit64 __user *
pstruct robust_list_head __user *
pstruct robust_list_head __user *__user *
pstruct rseq __user *
pstruct shmid_ds __user *
pstruct sigaction __user *
pstruct sigevent __user *
pstruct siginfo __user *
pstruct statmount __user *
pstruct statx __user *
pstruct sysinfo __user *
pstruct tms __user *
pstruct ustat __user *
pstruct utimbuf __user *
pstruct xattr_args __user *
ptimer_t __user *
punion bpf_attr __user *
punsigned char __user *
punsigned int __user *
q__u64
qu64
uenum landlock_rule_type
usize_t`,
  calls: `
read 1.0 fd:1 buf:6 count:4
write 1.0 fd:1 buf:2 count:4
open 1.0 filename:2 flags:0:o mode:c:s
close 1.0 fd:1
stat 1.0 filename:2 statbuf:10
fstat 1.0 fd:1 statbuf:10
lstat 1.0 filename:2 statbuf:10
poll 2.0 ufds:1s nfds:1 timeout_msecs:0
lseek 1.0 fd:1 offset:1d whence:1:seek
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:8 off:3
mprotect 1.0 start:3 len:4 prot:3:prot
munmap 1.0 addr:3 len:4
brk 1.0 brk:3
rt_sigaction 2.2 sig:0:sig act:2e oact:35 sigsetsize:4
rt_sigprocmask 2.2 how:0:sig-how nset:n oset:n sigsetsize:4
rt_sigreturn 2.2
ioctl 1.0 fd:1 cmd:1:ioctl arg:3
pread64 2.2 fd:1 buf:6 count:4 pos:h
pwrite64 2.2 fd:1 buf:2 count:4 pos:h
readv 2.0 fd:8 vec:d vlen:8
writev 2.0 fd:8 vec:d vlen:8
access 1.0 filename:2 mode:0:access
pipe 1.0 fildes:9
select 1.0 n:0 inp:m outp:m exp:m tvp:q
sched_yield 2.0
mremap 2.0 addr:3 old_len:3 new_len:3 flags:3:mremap new_addr:3
msync 2.0 start:3 len:4 flags:0:msync
mincore 2.4 start:3 len:4 vec:3h
madvise 2.4 start:3 len_in:4 behavior:0:madv
shmget 2.0 key:12 size:4 shmflg:0:shm+ipc+s
shmat 2.0 shmid:0 shmaddr:6 shmflg:0:shm
shmctl 2.0 shmid:0 cmd:0:+shm+ipc buf:34
dup 1.0 fildes:1
dup2 1.0 oldfd:1 newfd:1
pause 1.0
nanosleep 2.0 rqtp:a rmtp:a
getitimer 1.0 which:0:itimer value:13
alarm 1.0 seconds:1
setitimer 1.0 which:0:itimer value:13 ovalue:13
getpid 1.0
sendfile 2.2 out_fd:0 in_fd:0 offset:p count:4
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
connect 2.0 fd:0 uservaddr:k addrlen:0
accept 2.0 fd:0 upeer_sockaddr:k upeer_addrlen:9
sendto 2.0 fd:0 buff:7 len:4 flags:1:msg addr:k addr_len:0
recvfrom 2.0 fd:0 ubuf:7 size:4 flags:1:msg addr:k addr_len:9
sendmsg 2.0 fd:0 msg:1z flags:1:msg
recvmsg 2.0 fd:0 msg:1z flags:1:msg
shutdown 2.0 fd:0 how:0:shut
bind 2.0 fd:0 umyaddr:k addrlen:0
listen 2.0 fd:0 backlog:0
getsockname 2.0 fd:0 usockaddr:k usockaddr_len:9
getpeername 2.0 fd:0 usockaddr:k usockaddr_len:9
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
setsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
clone 1.0 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 child_tidptr:9 tls:3
fork 1.0
vfork 2.2
execve 1.0 filename:2 argv:u envp:u
exit 1.0 error_code:0
wait4 1.0 upid:5 stat_addr:9 options:0:wait ru:15
kill 1.0 pid:5 sig:0:sig
uname 1.0 name:2w
semget 2.0 key:12 nsems:0 semflg:0:ipc+s
semop 2.0 semid:0 tsops:1v nsops:1
semctl 2.0 semid:0 semnum:0 cmd:0:sem+ipc arg:3
shmdt 2.0 shmaddr:6
msgget 2.0 key:12 msgflg:0:ipc+s
msgsnd 2.0 msqid:0 msgp:1r msgsz:4 msgflg:0:ipc
msgrcv 2.0 msqid:0 msgp:1r msgsz:4 msgtyp:i msgflg:0:msq+ipc
msgctl 2.0 msqid:0 cmd:0:+msq+ipc buf:2v
fcntl 1.0 fd:1 cmd:1:f arg:3
flock 2.0 fd:1 cmd:1:lock
fsync 1.0 fd:1
fdatasync 2.0 fd:1
truncate 1.0 path:2 length:i
ftruncate 1.0 fd:1 length:1d
getdents 2.0 fd:1 dirent:2t count:1
getcwd 2.2 buf:6 size:3
chdir 1.0 filename:2
fchdir 1.0 fd:1
rename 1.0 oldname:2 newname:2
mkdir 1.0 pathname:2 mode:c:s
rmdir 1.0 pathname:2
creat 1.0 pathname:2 mode:c:s
link 1.0 oldname:2 newname:2
unlink 1.0 pathname:2
symlink 1.0 oldname:2 newname:2
readlink 1.0 path:2 buf:6 bufsiz:0
chmod 1.0 filename:2 mode:c:s
fchmod 1.0 fd:1 mode:c:s
chown 2.2 filename:2 user:f group:e
fchown 1.0 fd:1 user:f group:e
lchown 1.0 filename:2 user:f group:e
umask 1.0 mask:0:s
gettimeofday 1.0 tv:q tz:1x
getrlimit 1.0 resource:1:rlimit rlim:1t
getrusage 1.0 who:0:rusage ru:15
sysinfo 1.0 info:3a
times 1.0 tbuf:3b
ptrace 1.0 request:i:ptrace pid:23 addr:3 data:3
getuid 1.0
syslog 1.0 type:0:syslog buf:6 len:0
getgid 1.0
setuid 1.0 uid:f
setgid 1.0 gid:e
geteuid 1.0
getegid 1.0
setpgid 1.0 pid:5 pgid:5
getppid 1.0
getpgrp 1.0
setsid 1.0
setreuid 1.0 ruid:f euid:f
setregid 1.0 rgid:e egid:e
getgroups 1.0 gidsetsize:0 grouplist:o
setgroups 1.0 gidsetsize:0 grouplist:o
setresuid 2.2 ruid:f euid:f suid:f
getresuid 2.2 ruidp:18 euidp:18 suidp:18
setresgid 2.2 rgid:e egid:e sgid:e
getresgid 2.2 rgidp:o egidp:o sgidp:o
getpgid 1.0 pid:5
setfsuid 1.2 uid:f
setfsgid 1.2 gid:e
getsid 2.0 pid:5
capget 2.2 header:1f dataptr:1e
capset 2.2 header:1f data:1e
rt_sigpending 2.2 uset:n sigsetsize:4
rt_sigtimedwait 2.2 uthese:v uinfo:x uts:j sigsetsize:4
rt_sigqueueinfo 2.2 pid:5 sig:0:sig uinfo:x
rt_sigsuspend 2.2 unewset:n sigsetsize:4
sigaltstack 2.2 uss:28 uoss:2i
utime 1.0 filename:6 times:3d
mknod 1.0 filename:2 mode:c:s dev:1
uselib 1.0 library:2
personality 1.2 personality:1:personality
ustat 1.0 dev:1 ubuf:3c
statfs 1.0 pathname:2 buf:1w
fstatfs 1.0 fd:1 buf:1w
sysfs 1.2 option:0 arg1:3 arg2:3
getpriority 1.0 which:0:prio who:0
setpriority 1.0 which:0:prio who:0 niceval:0
sched_setparam 2.0 pid:5 param:16
sched_getparam 2.0 pid:5 param:16
sched_setscheduler 2.0 pid:5 policy:0:sched param:16
sched_getscheduler 2.0 pid:5
sched_get_priority_max 2.0 policy:0:sched
sched_get_priority_min 2.0 policy:0:sched
sched_rr_get_interval 2.0 pid:5 interval:a
mlock 2.0 start:3 len:4
munlock 2.0 start:3 len:4
mlockall 2.0 flags:0:mcl
munlockall 2.0
vhangup 1.0
modify_ldt 1.0 func:0 ptr:7 bytecount:3
pivot_root 2.4 new_root:2 put_old:2
_sysctl 2.0 args:2j
prctl 2.2 option:0:pr arg2:3 arg3:3 arg4:3 arg5:3
arch_prctl 2.6 option:0:arch-prctl arg2:3
adjtimex 1.0 txc_p:1j
setrlimit 1.0 resource:1:rlimit rlim:1t
chroot 1.0 filename:2
sync 1.0
acct 1.0 name:2
settimeofday 1.0 tv:q tz:1x
mount 1.0 dev_name:6 dir_name:6 type:6 flags:3:mount data:7
umount2 2.2 name:6 flags:0:umount
swapon 1.0 specialfile:2 swap_flags:0:swap
swapoff 1.0 specialfile:2
reboot 1.0 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
sethostname 1.0 name:6 len:0
setdomainname 1.0 name:6 len:0
iopl 1.0 level:1
ioperm 1.0 from:3 num:3 turn_on:0
create_module 1.0 name:2 size:4
init_module 1.0 umod:7 len:3 uargs:2
delete_module 1.0 name_user:2 flags:1:o
get_kernel_syms 1.0 table:2r
query_module 2.2 name:2 which:0 buf:7 bufsize:4 ret:1i
quotactl 1.0 cmd:1:+quota-type special:2 id:21 addr:7
nfsservctl 2.2 cmd:0 arg:2x res:7
gettid 2.4
readahead 2.4 fd:0 offset:h count:4
setxattr 2.6 pathname:2 name:2 value:l size:4 flags:0:xattr
lsetxattr 2.6 pathname:2 name:2 value:l size:4 flags:0:xattr
fsetxattr 2.6 fd:0 name:2 value:l size:4 flags:0:xattr
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
time 1.0 tloc:25
futex 2.6 uaddr:11 op:0:futex val:b utime:j uaddr2:11 val3:b
sched_setaffinity 2.6 pid:5 len:1 user_mask_ptr:19
sched_getaffinity 2.6 pid:5 len:1 user_mask_ptr:19
set_thread_area 2.6 u_info:1y
io_setup 2.6 nr_events:1 ctxp:26
io_destroy 2.6 ctx:r
io_getevents 2.6 ctx_id:r min_nr:i nr:i events:14 timeout:a
io_submit 2.6 ctx_id:r nr:i iocbpp:2q
io_cancel 2.6 ctx_id:r iocb:2p result:14
get_thread_area 2.6 u_info:1y
lookup_dcookie 2.6 cookie64:3k buf:6 len:4
epoll_create 2.6 size:0
remap_file_pages 2.6 start:3 size:3 prot:3:prot pgoff:3 flags:3:map
getdents64 2.4 fd:1 dirent:2u count:1
set_tid_address 2.6 tidptr:9
restart_syscall 2.6
semtimedop 2.6 semid:0 tsops:1v nsops:1 timeout:j
fadvise64 2.6 fd:0 offset:h len:4 advice:0:fadvise
timer_create 2.6 which_clock:g:clock timer_event_spec:36 created_timer_id:3f
timer_settime 2.6 timer_id:t flags:0:timer new_setting:1g old_setting:y
timer_gettime 2.6 timer_id:t setting:y
timer_getoverrun 2.6 timer_id:t
timer_delete 2.6 timer_id:t
clock_settime 2.6 which_clock:g:clock tp:j
clock_gettime 2.6 which_clock:g:clock tp:a
clock_getres 2.6 which_clock:g:clock tp:a
clock_nanosleep 2.6 which_clock:g:clock flags:0:timer rqtp:j rmtp:a
exit_group 2.6 error_code:0
epoll_wait 2.6 epfd:0 events:z maxevents:0 timeout:0
epoll_ctl 2.6 epfd:0 op:0:epoll fd:0 event:z
tgkill 2.6 tgid:5 pid:5 sig:0:sig
utimes 2.2 filename:6 utimes:q
mbind 2.6 start:3 len:3 mode:24:mpol nmask:w maxnode:3 flags:1:mpol-mf
set_mempolicy 2.6 mode:0:mpol nmask:w maxnode:3
get_mempolicy 2.6 policy:9 nmask:19 maxnode:3 addr:3 flags:3:mpol-f
mq_open 2.6 u_name:2 oflag:0:o mode:c:s u_attr:1q
mq_unlink 2.6 u_name:2
mq_timedsend 2.6 mqdes:s u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:j
mq_timedreceive 2.6 mqdes:s u_msg_ptr:6 msg_len:4 u_msg_prio:3i u_abs_timeout:j
mq_notify 2.6 mqdes:s u_notification:2f
mq_getsetattr 2.6 mqdes:s u_mqstat:2b u_omqstat:1q
kexec_load 2.6 entry:3 nr_segments:3 segments:2s flags:3:kexec
waitid 2.6 which:0:idtype upid:5 infop:37 options:0:wait ru:15
add_key 2.6 _type:2 _description:2 _payload:l plen:4 ringid:1b:key
request_key 2.6 _type:2 _description:2 _callout_info:2 destringid:1b:key
keyctl 2.6 option:0:key arg2:3 arg3:3 arg4:3 arg5:3
ioprio_set 2.6 which:0:ioprio who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio who:0
inotify_init 2.6
inotify_add_watch 2.6 fd:0 pathname:2 mask:b:in
inotify_rm_watch 2.6 fd:0 wd:22
migrate_pages 2.6 pid:5 maxnode:3 old_nodes:w new_nodes:w
openat 2.6 dfd:0:at filename:2 flags:0:o mode:c:s
mkdirat 2.6 dfd:0:at pathname:2 mode:c:s
mknodat 2.6 dfd:0:at filename:2 mode:c:s dev:1
fchownat 2.6 dfd:0:at filename:2 user:f group:e flag:0:at
futimesat 2.6 dfd:0:at filename:2 utimes:q
newfstatat 2.6 dfd:0:at filename:2 statbuf:10 flag:0:at
unlinkat 2.6 dfd:0:at pathname:2 flag:0:at
renameat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2
linkat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 2.6 oldname:2 newdfd:0:at newname:2
readlinkat 2.6 dfd:0:at pathname:2 buf:6 bufsiz:0
fchmodat 2.6 dfd:0:at filename:2 mode:c:s
faccessat 2.6 dfd:0:at filename:2 mode:0:access
pselect6 2.6 n:0 inp:m outp:m exp:m tsp:a sig:7
ppoll 2.6 ufds:1s nfds:1 tsp:a sigmask:v sigsetsize:4
unshare 2.6 unshare_flags:3:clone
set_robust_list 2.6 head:31 len:4
get_robust_list 2.6 pid:0 head_ptr:32 len_ptr:1i
splice 2.6 fd_in:0 off_in:p fd_out:0 off_out:p len:4 flags:1:splice
tee 2.6 fdin:0 fdout:0 len:4 flags:1:splice
sync_file_range 2.6 fd:0 offset:h nbytes:h flags:1:sync-range
vmsplice 2.6 fd:0 uiov:d nr_segs:8 flags:1:splice
move_pages 2.6 pid:5 nr_pages:3 pages:2h nodes:27 status:9 flags:0:mpol-mf
utimensat 2.6 dfd:0:at filename:2 utimes:a flags:0:at
epoll_pwait 2.6 epfd:0 events:z maxevents:0 timeout:0 sigmask:v sigsetsize:4
signalfd 2.6 ufd:0 user_mask:n sizemask:4
timerfd_create 2.6 clockid:0:clock flags:0:tfd
eventfd 2.6 count:1
fallocate 2.6 fd:0 mode:0:falloc offset:h len:h
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:1g otmr:y
timerfd_gettime 2.6 ufd:0 otmr:y
accept4 2.6 fd:0 upeer_sockaddr:k upeer_addrlen:9 flags:0:sock
signalfd4 2.6 ufd:0 user_mask:n sizemask:4 flags:0:sfd
eventfd2 2.6 count:1 flags:0:efd
epoll_create1 2.6 flags:0:epoll
dup3 2.6 oldfd:1 newfd:1 flags:0:o
pipe2 2.6 fildes:9 flags:0:o
inotify_init1 2.6 flags:0:in-init
preadv 2.6 fd:8 vec:d vlen:8 pos_l:3 pos_h:3
pwritev 2.6 fd:8 vec:d vlen:8 pos_l:3 pos_h:3
rt_tgsigqueueinfo 2.6 tgid:5 pid:5 sig:0:sig uinfo:x
perf_event_open 2.6 attr_uptr:2z pid:5 cpu:0 group_fd:0 flags:3:perf
recvmmsg 2.6 fd:0 mmsg:1o vlen:1 flags:1:msg timeout:a
fanotify_init 2.6 flags:1:fan event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0 flags:1:fan-mark mask:3j:fan-event dfd:0:at pathname:2
prlimit64 2.6 pid:5 resource:1:rlimit new_rlim:2d old_rlim:30
name_to_handle_at 2.6 dfd:0:at name:2 handle:1l mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at handle:1l flags:0:o
clock_adjtime 2.6 which_clock:g:clock utx:1j
syncfs 2.6 fd:0
sendmmsg 3.0 fd:0 mmsg:1o vlen:1 flags:1:msg
setns 3.0 fd:0 flags:0:clone
getcpu 2.6 cpup:20 nodep:20 unused:7
process_vm_readv 3.2 pid:5 lvec:d liovcnt:8 rvec:d riovcnt:3 flags:3
process_vm_writev 3.2 pid:5 lvec:d liovcnt:8 rvec:d riovcnt:3 flags:3
kcmp 3.5 pid1:5 pid2:5 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0 uargs:2 flags:0:module
sched_setattr 3.14 pid:5 uattr:1u flags:1
sched_getattr 3.14 pid:5 uattr:1u usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 3.17 buf:6 count:4 flags:1:grnd
memfd_create 3.17 uname:2 flags:1:mfd
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
bpf 3.18 cmd:0:bpf uattr:3g size:1 uattr_common:2k size_common:1
execveat 3.19 fd:0:at filename:2 argv:u envp:u flags:0:at
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:3 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:p fd_out:0 off_out:p len:4 flags:1
preadv2 4.6 fd:8 vec:d vlen:8 pos_l:3 pos_h:3 flags:1c:rwf
pwritev2 4.6 fd:8 vec:d vlen:8 pos_l:3 pos_h:3 flags:1c:rwf
pkey_mprotect 4.9 start:3 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3 init_val:3:pkey
pkey_free 4.9 pkey:0
statx 4.11 dfd:0:at filename:2 flags:1:at mask:1:statx buffer:39
io_pgetevents 4.18 ctx_id:r min_nr:i nr:i events:14 timeout:a usig:29
rseq 4.18 rseq:33 rseq_len:b flags:0:rseq sig:b
uretprobe 6.11
uprobe 6.18
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:x flags:1:pidfd-signal
io_uring_setup 5.1 entries:b params:2o
io_uring_enter 5.1 fd:1 to_submit:b min_complete:b flags:b:io-uring-enter argp:l argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:2 _value:l aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:2 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:2n size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:2 how:2y usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:d vlen:3m behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:z maxevents:0 timeout:j sigmask:v sigsetsize:4
mount_setattr 5.12 dfd:0:at path:2 flags:1:at uattr:1p usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:21 addr:7
landlock_create_ruleset 5.13 attr:2a size:4 flags:1a:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:3l:landlock-rule rule_attr:l flags:1a
landlock_restrict_self 5.13 ruleset_fd:0 flags:1a
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:1m nr_futexes:1 flags:1 timeout:a clockid:g:clock
set_mempolicy_home_node 5.17 start:3 len:3 home_node:3 flags:3
cachestat 6.5 fd:1 cstat_range:2m cstat:2l flags:1
fchmodat2 6.6 dfd:0:at filename:2 mode:c:s flags:1:at
map_shadow_stack 6.6 addr:3 size:3 flags:1
futex_wake 6.7 uaddr:7 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:3 mask:3 flags:1:futex2 timeout:a clockid:g:clock
futex_requeue 6.7 waiters:1m flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1h buf:38 bufsize:4 flags:1
listmount 6.8 req:1h mnt_ids:17 nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1n size:11 flags:b
lsm_set_self_attr 6.8 attr:1 ctx:1n size:b flags:b
lsm_list_modules 6.8 ids:17 size:11 flags:b
mseal 6.10 start:3 len:4 flags:3
setxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:2g usize:4
getxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:3e usize:4
listxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at filename:2 flags:1:open-tree+at uattr:1p usize:4
file_getattr 6.17 dfd:0:at filename:2 ufattr:1k usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:2 ufattr:1k usize:4 at_flags:1:at
listns 6.19 req:2c ns_ids:17 nr_ns_ids:4 flags:1
rseq_slice_yield 7.0
`,
}
