// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { mips64n32 as calls_mips64n32 } from '@seccompile/syscalls/mips64n32'
import { mipsel64n32 as calls_mipsel64n32 } from '@seccompile/syscalls/mipsel64n32'

/** The C types of mips64n32, each after what the kernel reads of it. */
const TYPES = `iint
uunsigned int
pconst char __user *
qunsigned long
qsize_t
uu32
ipid_t
pchar __user *
pvoid __user *
ucompat_size_t
pstruct old_timespec32 __user *
ucompat_ulong_t
iclockid_t
pint __user *
pconst struct iovec __user *
pstruct __kernel_timespec __user *
humode_t
pcompat_ulong_t __user *
ugid_t
uuid_t
uunsigned long
icompat_long_t
lloff_t
pstruct sockaddr __user *
icompat_pid_t
pconst struct __kernel_timespec __user *
pconst void __user *
pu32 __user *
imqd_t
itimer_t
pcompat_sigset_t __user *
pconst compat_sigset_t __user *
pgid_t __user *
ploff_t __user *
pstruct compat_siginfo __user *
pstruct old_itimerspec32 __user *
pstruct old_timeval32 __user *
llong
pconst compat_uptr_t __user *
pconst struct old_timespec32 __user *
pconst unsigned long __user *
pstruct __kernel_itimerspec __user *
pstruct epoll_event __user *
pstruct io_event __user *
pstruct stat __user *
u__u32
i__s32
ikey_t
loff_t
pstruct compat_mmsghdr __user *
pstruct compat_rusage __user *
pstruct old_itimerval32 __user *
pstruct pollfd __user *
pstruct sched_param __user *
pstruct sembuf __user *
pu64 __user *
puid_t __user *
ucompat_aio_context_t
ccompat_uptr_t
icompat_ssize_t
ikey_serial_t
irwf_t
pcap_user_data_t
pcap_user_header_t
pcompat_uptr_t __user *
pconst struct __compat_aio_sigset __user *
pconst struct __kernel_itimerspec __user *
pconst struct mnt_id_req __user *
pstruct compat_mq_attr __user *
pstruct compat_msghdr __user *
pstruct compat_rlimit __user *
pstruct compat_statfs __user *
pstruct compat_statfs64 __user *
pstruct file_attr __user *
pstruct file_handle __user *
pstruct futex_waitv __user *
pstruct lsm_ctx __user *
pstruct mount_attr __user *
pstruct old_timex32 __user *
pstruct sched_attr __user *
pstruct timezone __user *
punsigned __user *
punsigned int __user *
qaio_context_t
uqid_t
hcompat_mode_t
iunsigned int
iunsigned long
pchar *
pcompat_off_t __user *
pcompat_size_t __user *
pcompat_stack_t __user *
pcompat_uint_t __user *
pconst compat_stack_t __user *
pconst int __user *
pconst struct compat_mq_attr __user *
pconst struct compat_sigaction __user *
pconst struct compat_sigevent __user *
pconst struct landlock_ruleset_attr __user *
pconst struct ns_id_req __user *
pconst struct old_itimerspec32 __user *
pconst struct rlimit64 __user *
pconst struct xattr_args __user *
pconst void __user *__user *
psiginfo_t __user *
psize_t __user *
pstruct __kernel_timex __user *
pstruct __sysctl_args __user *
pstruct cachestat __user *
pstruct cachestat_range __user *
pstruct clone_args __user *
pstruct compat_kexec_segment __user *
pstruct compat_linux_dirent __user *
pstruct compat_robust_list_head __user *
pstruct compat_sigaction __user *
pstruct compat_sigevent __user *
pstruct compat_sysinfo __user *
pstruct compat_tms __user *
pstruct compat_ustat __user *
pstruct getcpu_cache __user *
pstruct io_uring_params __user *
pstruct iocb __user *
pstruct kernel_sym __user *
pstruct linux_dirent64 __user *
pstruct new_utsname __user *
pstruct nfsctl_arg __user *
pstruct old_utimbuf32 __user *
pstruct open_how __user *
pstruct perf_event_attr __user *
pstruct rlimit64 __user *
pstruct rseq __user *
pstruct statmount __user *
pstruct statx __user *
pstruct xattr_args __user *
ptimer_t __user *
punion bpf_attr __user *
punsigned char __user *
punsigned long __user *
q__u64
qu64
uenum landlock_rule_type
usize_t`

/** The calls of mips64n32: name, version, arguments. */
const CALLS = `read 1.0 fd:1 buf:7 count:4
write 1.0 fd:1 buf:2 count:4
open 1.0 filename:2 flags:0:o mode:g:s
close 1.0 fd:1
stat 1.0 filename:2 statbuf:18
fstat 1.0 fd:1 statbuf:18
lstat 1.0 filename:2 statbuf:18
poll 2.0 ufds:1g nfds:1 timeout_msecs:0
lseek 1.0 fd:1 offset:1c whence:1:seek
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:k off:1c
mprotect 1.0 start:3 len:4 prot:3:prot
munmap 1.0 addr:3 len:4
brk 1.0 brk:3
rt_sigaction 2.2 sig:0:sig act:2o oact:36 sigsetsize:9
rt_sigprocmask 2.2 how:0:sig-how nset:u oset:u sigsetsize:9
ioctl 1.0 fd:1 cmd:1:ioctl arg:b
pread64 2.2 fd:1 buf:7 count:4 pos:m
pwrite64 2.2 fd:1 buf:2 count:4 pos:m
readv 2.0 fd:k vec:e vlen:k
writev 2.0 fd:k vec:e vlen:k
access 1.0 filename:2 mode:0:access
pipe 1.0
_newselect 2.0 n:0 inp:h outp:h exp:h tvp:10
sched_yield 2.0
mremap 2.0 addr:3 old_len:3 new_len:3 flags:3:mremap new_addr:3
msync 2.0 start:3 len:4 flags:0:msync
mincore 2.4 start:3 len:4 vec:3s
madvise 2.4 start:3 len_in:4 behavior:0:madv
shmget 2.0 key:1b size:4 shmflg:0:shm+ipc+s
shmat 2.0 shmid:0 shmaddr:7 shmflg:0:shm
shmctl 2.0 shmid:0 cmd:0:+shm+ipc buf:8
dup 1.0 fildes:1
dup2 1.0 oldfd:1 newfd:1
pause 1.0
nanosleep 2.0 rqtp:a rmtp:a
getitimer 1.0 which:0:itimer value:1f
setitimer 1.0 which:0:itimer value:1f ovalue:1f
alarm 1.0 seconds:1
getpid 1.0
sendfile 2.2 out_fd:0 in_fd:0 offset:2h count:9
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
connect 2.0 fd:0 uservaddr:n addrlen:0
accept 2.0 fd:0 upeer_sockaddr:n upeer_addrlen:d
sendto 2.0 fd:0 buff:8 len:4 flags:1:msg addr:n addr_len:0
recvfrom 2.0 fd:0 ubuf:8 size:9 flags:1:msg addr:n addr_len:d
sendmsg 2.0 fd:0 msg:1x flags:1:msg
recvmsg 2.0 fd:0 msg:1x flags:1:msg
shutdown 2.0 fd:0 how:0:shut
bind 2.0 fd:0 umyaddr:n addrlen:0
listen 2.0 fd:0 backlog:0
getsockname 2.0 fd:0 usockaddr:n usockaddr_len:d
getpeername 2.0 fd:0 usockaddr:n usockaddr_len:d
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:d
setsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:7 optlen:0
getsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:7 optlen:d
clone 1.0 clone_flags:k:clone+sig newsp:3 parent_tidptr:d tls:3 child_tidptr:d
fork 1.0
execve 1.0 filename:2 argv:12 envp:12
exit 1.0 error_code:0
wait4 1.0 upid:o stat_addr:2k options:0:wait ru:1e
kill 1.0 pid:6 sig:0:sig
uname 1.0 name:3g
semget 2.0 key:1b nsems:0 semflg:0:ipc+s
semop 2.0 semid:0 tsops:1i nsops:1
semctl 2.0 semid:0 semnum:0 cmd:0:sem+ipc arg:0
shmdt 2.0 shmaddr:7
msgget 2.0 key:1b msgflg:0:ipc+s
msgsnd 2.0 msqid:0 msgp:1m msgsz:1n msgflg:0:ipc
msgrcv 2.0 msqid:0 msgp:1m msgsz:1n msgtyp:l msgflg:0:msq+ipc
msgctl 2.0 msqid:0 cmd:0:+msq+ipc buf:8
fcntl 1.0 fd:1 cmd:1:f arg:b
flock 2.0 fd:1 cmd:1:lock
fsync 1.0 fd:1
fdatasync 2.0 fd:1
truncate 1.0 path:2 length:11
ftruncate 1.0 fd:1 length:1c
getdents 2.0 fd:1 dirent:34 count:1
getcwd 2.2 buf:7 size:3
chdir 1.0 filename:2
fchdir 1.0 fd:1
rename 1.0 oldname:2 newname:2
mkdir 1.0 pathname:2 mode:g:s
rmdir 1.0 pathname:2
creat 1.0 pathname:2 mode:g:s
link 1.0 oldname:2 newname:2
unlink 1.0 pathname:2
symlink 1.0 oldname:2 newname:2
readlink 1.0 path:2 buf:7 bufsiz:0
chmod 1.0 filename:2 mode:g:s
fchmod 1.0 fd:1 mode:g:s
chown 2.2 filename:2 user:j group:i
fchown 1.0 fd:1 user:j group:i
lchown 1.0 filename:2 user:j group:i
umask 1.0 mask:0:s
gettimeofday 1.0 tv:10 tz:28
getrlimit 1.0 resource:1:rlimit rlim:1y
getrusage 1.0 who:0:rusage ru:1e
sysinfo 1.0 info:38
times 1.0 tbuf:39
ptrace 1.0 request:l:ptrace pid:l addr:l data:l
getuid 1.0
syslog 1.0 type:0:syslog buf:7 len:0
getgid 1.0
setuid 1.0 uid:j
setgid 1.0 gid:i
geteuid 1.0
getegid 1.0
setpgid 1.0 pid:6 pgid:6
getppid 1.0
getpgrp 1.0
setsid 1.0
setreuid 1.0 ruid:j euid:j
setregid 1.0 rgid:i egid:i
getgroups 1.0 gidsetsize:0 grouplist:w
setgroups 1.0 gidsetsize:0 grouplist:w
setresuid 2.2 ruid:j euid:j suid:j
getresuid 2.2 ruidp:1k euidp:1k suidp:1k
setresgid 2.2 rgid:i egid:i sgid:i
getresgid 2.2 rgidp:w egidp:w sgidp:w
getpgid 1.0 pid:6
setfsuid 1.2 uid:j
setfsgid 1.2 gid:i
getsid 2.0 pid:6
capget 2.2 header:1r dataptr:1q
capset 2.2 header:1r data:1q
rt_sigpending 2.2 uset:u sigsetsize:9
rt_sigtimedwait 2.2 uthese:u uinfo:y uts:a sigsetsize:9
rt_sigqueueinfo 2.2 pid:o sig:0:sig uinfo:y
rt_sigsuspend 2.2 unewset:u sigsetsize:9
sigaltstack 2.2 uss:2l uoss:2j
utime 1.0 filename:2 times:3i
mknod 1.0 filename:2 mode:g:s dev:1
personality 1.2 personality:k:personality
ustat 1.0 dev:1 ubuf:3a
statfs 1.0 pathname:2 buf:1z
fstatfs 1.0 fd:1 buf:1z
sysfs 1.2 option:0 arg1:3 arg2:3
getpriority 1.0 which:0:prio who:0
setpriority 1.0 which:0:prio who:0 niceval:0
sched_setparam 2.0 pid:6 param:1h
sched_getparam 2.0 pid:6 param:1h
sched_setscheduler 2.0 pid:6 policy:0:sched param:1h
sched_getscheduler 2.0 pid:6
sched_get_priority_max 2.0 policy:0:sched
sched_get_priority_min 2.0 policy:0:sched
sched_rr_get_interval 2.0 pid:6 interval:a
mlock 2.0 start:3 len:4
munlock 2.0 start:3 len:4
mlockall 2.0 flags:0:mcl
munlockall 2.0
vhangup 1.0
pivot_root 2.4 new_root:2 put_old:2
_sysctl 2.0 args:2z
prctl 2.2 option:0:pr arg2:3 arg3:3 arg4:3 arg5:3
adjtimex 1.0 txc_p:26
setrlimit 1.0 resource:1:rlimit rlim:1y
chroot 1.0 filename:2
sync 1.0
acct 1.0 name:2
settimeofday 1.0 tv:10 tz:28
mount 1.0 dev_name:7 dir_name:7 type:7 flags:3:mount data:8
umount2 2.2 name:7 flags:0:umount
swapon 1.0 specialfile:2 swap_flags:0:swap
swapoff 1.0 specialfile:2
reboot 1.0 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:8
sethostname 1.0 name:7 len:0
setdomainname 1.0 name:7 len:0
create_module 1.0 name:2 size:4
init_module 1.0 umod:8 len:3 uargs:2
delete_module 1.0 name_user:2 flags:1:o
get_kernel_syms 1.0 table:3e
query_module 2.2 name:2 which:0 buf:8 bufsize:4 ret:2x
quotactl 1.0 cmd:1:+quota-type special:2 id:2c addr:8
nfsservctl 2.2 cmd:0 arg:3h res:8
gettid 2.4
readahead 2.4 fd:0 offset:m count:4
setxattr 2.6 pathname:2 name:2 value:q size:4 flags:0:xattr
lsetxattr 2.6 pathname:2 name:2 value:q size:4 flags:0:xattr
fsetxattr 2.6 fd:0 name:2 value:q size:4 flags:0:xattr
getxattr 2.6 pathname:2 name:2 value:8 size:4
lgetxattr 2.6 pathname:2 name:2 value:8 size:4
fgetxattr 2.6 fd:0 name:2 value:8 size:4
listxattr 2.6 pathname:2 list:7 size:4
llistxattr 2.6 pathname:2 list:7 size:4
flistxattr 2.6 fd:0 list:7 size:4
removexattr 2.6 pathname:2 name:2
lremovexattr 2.6 pathname:2 name:2
fremovexattr 2.6 fd:0 name:2
tkill 2.6 pid:6 sig:0:sig
futex 2.6 uaddr:r op:0:futex val:5 utime:13 uaddr2:r val3:5
sched_setaffinity 2.6 pid:o len:1 user_mask_ptr:h
sched_getaffinity 2.6 pid:o len:1 user_mask_ptr:h
cacheflush 1.2 addr:3 bytes:3 cache:1
cachectl - addr:2g nbytes:0 op:0
sysmips 2.6 cmd:11 arg1:11 arg2:11
io_setup 2.6 nr_events:1 ctxp:r
io_destroy 2.6 ctx:2b
io_getevents 2.6 ctx_id:19 min_nr:1a nr:1a events:17 timeout:a
io_submit 2.6 ctx_id:1l nr:0 iocbpp:1s
io_cancel 2.6 ctx_id:2b iocb:3d result:17
exit_group 2.6 error_code:0
lookup_dcookie 2.6 cookie64:3v buf:7 len:4
epoll_create 2.6 size:0
epoll_ctl 2.6 epfd:0 op:0:epoll fd:0 event:16
epoll_wait 2.6 epfd:0 events:16 maxevents:0 timeout:0
remap_file_pages 2.6 start:3 size:3 prot:3:prot pgoff:3 flags:3:map
rt_sigreturn 2.2
fcntl64 2.4 fd:1 cmd:1:f arg:b
set_tid_address 2.6 tidptr:d
restart_syscall 2.6
semtimedop 2.6 semid:0 tsops:1i nsops:1 timeout:13
fadvise64 2.6 fd:0 offset:m len:m advice:0:fadvise
statfs64 2.6 pathname:2 sz:9 buf:20
fstatfs64 2.6 fd:1 sz:9 buf:20
sendfile64 2.6 out_fd:0 in_fd:0 offset:x count:4
timer_create 2.6 which_clock:c:clock timer_event_spec:37 created_timer_id:3q
timer_settime 2.6 timer_id:t flags:0:timer new_setting:z old_setting:z
timer_gettime 2.6 timer_id:t setting:z
timer_getoverrun 2.6 timer_id:t
timer_delete 2.6 timer_id:t
clock_settime 2.6 which_clock:c:clock tp:a
clock_gettime 2.6 which_clock:c:clock tp:a
clock_getres 2.6 which_clock:c:clock tp:a
clock_nanosleep 2.6 which_clock:c:clock flags:0:timer rqtp:a rmtp:a
tgkill 2.6 tgid:6 pid:6 sig:0:sig
utimes 2.2 filename:2 utimes:10
mbind 2.6 start:3 len:3 mode:2f:mpol nmask:14 maxnode:3 flags:1:mpol-mf
get_mempolicy 2.6 policy:d nmask:3t maxnode:3 addr:3 flags:3:mpol-f
set_mempolicy 2.6 mode:0:mpol nmask:14 maxnode:3
mq_open 2.6 u_name:2 oflag:0:o mode:2d:s u_attr:1w
mq_unlink 2.6 u_name:2
mq_timedsend 2.6 mqdes:s u_msg_ptr:2 msg_len:1 msg_prio:1 u_abs_timeout:13
mq_timedreceive 2.6 mqdes:s u_msg_ptr:7 msg_len:1 u_msg_prio:2a u_abs_timeout:13
mq_notify 2.6 mqdes:s u_notification:2p
mq_getsetattr 2.6 mqdes:s u_mqstat:2n u_omqstat:1w
waitid 2.6 which:0:idtype upid:o infop:y options:0:wait ru:1e
add_key 2.6 _type:2 _description:2 _payload:q plen:4 ringid:1o:key
request_key 2.6 _type:2 _description:2 _callout_info:2 destringid:1o:key
keyctl 2.6 option:5:key arg2:5 arg3:5 arg4:5 arg5:5
set_thread_area 2.6 addr:3
inotify_init 2.6
inotify_add_watch 2.6 fd:0 pathname:2 mask:5:in
inotify_rm_watch 2.6 fd:0 wd:1a
migrate_pages 2.6 pid:6 maxnode:3 old_nodes:14 new_nodes:14
openat 2.6 dfd:0:at filename:2 flags:0:o mode:g:s
mkdirat 2.6 dfd:0:at pathname:2 mode:g:s
mknodat 2.6 dfd:0:at filename:2 mode:g:s dev:1
fchownat 2.6 dfd:0:at filename:2 user:j group:i flag:0:at
futimesat 2.6 dfd:1:at filename:2 utimes:10
newfstatat 2.6 dfd:0:at filename:2 statbuf:18 flag:0:at
unlinkat 2.6 dfd:0:at pathname:2 flag:0:at
renameat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2
linkat 2.6 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 2.6 oldname:2 newdfd:0:at newname:2
readlinkat 2.6 dfd:0:at pathname:2 buf:7 bufsiz:0
fchmodat 2.6 dfd:0:at filename:2 mode:g:s
faccessat 2.6 dfd:0:at filename:2 mode:0:access
pselect6 2.6 n:0 inp:h outp:h exp:h tsp:a sig:8
ppoll 2.6 ufds:1g nfds:1 tsp:a sigmask:v sigsetsize:9
unshare 2.6 unshare_flags:3:clone
splice 2.6 fd_in:0 off_in:x fd_out:0 off_out:x len:4 flags:1:splice
sync_file_range 2.6 fd:0 offset:m nbytes:m flags:1:sync-range
tee 2.6 fdin:0 fdout:0 len:4 flags:1:splice
vmsplice 2.6 fd:0 uiov:e nr_segs:k flags:1:splice
move_pages 2.6 pid:6 nr_pages:3 pages:2v nodes:2m status:d flags:0:mpol-mf
set_robust_list 2.6 head:35 len:9
get_robust_list 2.6 pid:0 head_ptr:1s len_ptr:2i
kexec_load 2.6 entry:b nr_segments:b segments:33 flags:b:kexec
getcpu 2.6 cpup:29 nodep:29 unused:3b
epoll_pwait 2.6 epfd:0 events:16 maxevents:0 timeout:0 sigmask:v sigsetsize:9
ioprio_set 2.6 which:0:ioprio who:0 ioprio:0
ioprio_get 2.6 which:0:ioprio who:0
utimensat 2.6 dfd:2e:at filename:2 utimes:a flags:0:at
signalfd 2.6 ufd:0 user_mask:v sizemask:9
eventfd 2.6 count:1
fallocate 2.6 fd:0 mode:0:falloc offset:m len:m
timerfd_create 2.6 clockid:0:clock flags:0:tfd
timerfd_gettime 2.6 ufd:0 otmr:z
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:2s otmr:z
signalfd4 2.6 ufd:0 user_mask:v sizemask:9 flags:0:sfd
eventfd2 2.6 count:1 flags:0:efd
epoll_create1 2.6 flags:0:epoll
dup3 2.6 oldfd:1 newfd:1 flags:0:o
pipe2 2.6 fildes:d flags:0:o
inotify_init1 2.6 flags:0:in-init
preadv 2.6 fd:b vec:e vlen:b pos_l:5 pos_h:5
pwritev 2.6 fd:b vec:e vlen:b pos_l:5 pos_h:5
rt_tgsigqueueinfo 2.6 tgid:o pid:o sig:0:sig uinfo:y
perf_event_open 2.6 attr_uptr:3k pid:6 cpu:0 group_fd:0 flags:3:perf
accept4 2.6 fd:0 upeer_sockaddr:n upeer_addrlen:d flags:0:sock
recvmmsg 2.6 fd:0 mmsg:1d vlen:1 flags:1:msg timeout:a
getdents64 2.4 fd:1 dirent:3f count:1
fanotify_init 2.6 flags:1:fan event_f_flags:1:o
fanotify_mark 2.6 fanotify_fd:0 flags:1:fan-mark mask:3u:fan-event dfd:0:at pathname:2
prlimit64 2.6 pid:6 resource:1:rlimit new_rlim:2t old_rlim:3l
name_to_handle_at 2.6 dfd:0:at name:2 handle:22 mnt_id:8 flag:0:name-to-handle+at
open_by_handle_at 2.6 mountdirfd:0:at handle:22 flags:0:o
clock_adjtime 2.6 which_clock:c:clock utx:26
syncfs 2.6 fd:0
sendmmsg 3.0 fd:0 mmsg:1d vlen:1 flags:1:msg
setns 3.0 fd:0 flags:0:clone
process_vm_readv 3.2 pid:6 lvec:e liovcnt:k rvec:e riovcnt:3 flags:3
process_vm_writev 3.2 pid:6 lvec:e liovcnt:k rvec:e riovcnt:3 flags:3
kcmp 3.5 pid1:6 pid2:6 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0 uargs:2 flags:0:module
sched_setattr 3.14 pid:6 uattr:27 flags:1
sched_getattr 3.14 pid:6 uattr:27 usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:8
getrandom 3.17 buf:7 count:4 flags:1:grnd
memfd_create 3.17 uname:2 flags:1:mfd
bpf 3.18 cmd:0:bpf uattr:3r size:1
execveat 3.19 fd:0:at filename:2 argv:12 envp:12 flags:0:at
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:3 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:x fd_out:0 off_out:x len:4 flags:1
preadv2 4.6 fd:b vec:e vlen:b pos_l:5 pos_h:5 flags:1p:rwf
pwritev2 4.6 fd:b vec:e vlen:b pos_l:5 pos_h:5 flags:1p:rwf
pkey_mprotect 4.9 start:3 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3 init_val:3:pkey
pkey_free 4.9 pkey:0
statx 4.11 dfd:0:at filename:2 flags:1:at mask:1:statx buffer:3o
rseq 4.18 rseq:3m rseq_len:5 flags:0:rseq sig:5
io_pgetevents 4.18 ctx_id:1l min_nr:l nr:l events:17 timeout:a usig:1t
clock_gettime64 5.1 which_clock:c:clock tp:f
clock_settime64 5.1 which_clock:c:clock tp:p
clock_adjtime64 5.1 which_clock:c:clock utx:2y
clock_getres_time64 5.1 which_clock:c:clock tp:f
clock_nanosleep_time64 5.1 which_clock:c:clock flags:0:timer rqtp:p rmtp:f
timer_gettime64 5.1 timer_id:t setting:15
timer_settime64 5.1 timer_id:t flags:0:timer new_setting:1u old_setting:15
timerfd_gettime64 5.1 ufd:0 otmr:15
timerfd_settime64 5.1 ufd:0 flags:0:tfd utmr:1u otmr:15
utimensat_time64 5.1 dfd:0:at filename:2 utimes:f flags:0:at
pselect6_time64 5.1 n:0 inp:h outp:h exp:h tsp:f sig:8
ppoll_time64 5.1 ufds:1g nfds:1 tsp:f sigmask:v sigsetsize:9
io_pgetevents_time64 5.1 ctx_id:1l min_nr:l nr:l events:17 timeout:f usig:1t
recvmmsg_time64 5.1 fd:0 mmsg:1d vlen:1 flags:1:msg timeout:f
mq_timedsend_time64 5.1 mqdes:s u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:p
mq_timedreceive_time64 5.1 mqdes:s u_msg_ptr:7 msg_len:4 u_msg_prio:2a u_abs_timeout:p
semtimedop_time64 5.1 semid:0 tsops:1i nsops:1 timeout:p
rt_sigtimedwait_time64 5.1 uthese:u uinfo:y uts:f sigsetsize:9
futex_time64 5.1 uaddr:r op:0:futex val:5 utime:p uaddr2:r val3:5
sched_rr_get_interval_time64 5.1 pid:6 interval:f
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:2w flags:1:pidfd-signal
io_uring_setup 5.1 entries:5 params:3c
io_uring_enter 5.1 fd:1 to_submit:5 min_complete:5 flags:5:io-uring-enter argp:q argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:8 nr_args:1
open_tree 5.2 dfd:0:at filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:2 _value:q aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:2 flags:1:fspick
pidfd_open 5.3 pid:6 flags:1:pidfd
clone3 5.3 uargs:32 size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:2 how:3j usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:e vlen:3x behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:16 maxevents:0 timeout:p sigmask:v sigsetsize:9
mount_setattr 5.12 dfd:0:at path:2 flags:1:at uattr:25 usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:2c addr:8
landlock_create_ruleset 5.13 attr:2q size:4 flags:19:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:3w:landlock-rule rule_attr:q flags:19
landlock_restrict_self 5.13 ruleset_fd:0 flags:19
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:23 nr_futexes:1 flags:1 timeout:f clockid:c:clock
set_mempolicy_home_node 5.17 start:3 len:3 home_node:3 flags:3
cachestat 6.5 fd:1 cstat_range:31 cstat:30 flags:1
fchmodat2 6.6 dfd:0:at filename:2 mode:g:s flags:1:at
map_shadow_stack 6.7 addr:3 size:3 flags:1
futex_wake 6.7 uaddr:8 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:8 val:3 mask:3 flags:1:futex2 timeout:f clockid:c:clock
futex_requeue 6.7 waiters:23 flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1v buf:3n bufsize:4 flags:1
listmount 6.8 req:1v mnt_ids:1j nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:24 size:r flags:5
lsm_set_self_attr 6.8 attr:1 ctx:24 size:5 flags:5
lsm_list_modules 6.8 ids:1j size:r flags:5
mseal 6.10 start:3 len:4 flags:3
setxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:2u usize:4
getxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:3p usize:4
listxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at list:7 size:4
removexattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at filename:2 flags:1:open-tree+at uattr:25 usize:4
file_getattr 6.17 dfd:0:at filename:2 ufattr:21 usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:2 ufattr:21 usize:4 at_flags:1:at
listns 6.19 req:2r ns_ids:1j nr_ns_ids:4 flags:1
rseq_slice_yield 7.0`

/** The table of mips64n32, with signatures. */
export const mips64n32: SignedAbiTable<'mips64n32'> = /* @__PURE__ */ signedTable(
  calls_mips64n32,
  64,
  TYPES,
  CALLS,
)

/** The table of mipsel64n32, with signatures. */
export const mipsel64n32: SignedAbiTable<'mipsel64n32'> = /* @__PURE__ */ signedTable(
  calls_mipsel64n32,
  64,
  TYPES,
  CALLS,
)
