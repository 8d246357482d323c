// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { aarch64 as calls_aarch64 } from '@seccompile/syscalls/aarch64'

/** The C types of aarch64, each after what the kernel reads of it. */
const TYPES = `iint
uunsigned int
qunsigned long
pconst char __user *
qsize_t
ipid_t
pchar __user *
pvoid __user *
uunsigned long
pint __user *
pstruct __kernel_timespec __user *
uu32
pconst struct iovec __user *
lloff_t
ugid_t
uuid_t
iclockid_t
llong
pconst struct __kernel_timespec __user *
pstruct sockaddr __user *
humode_t
pconst void __user *
pgid_t __user *
ploff_t __user *
psigset_t __user *
qaio_context_t
imqd_t
itimer_t
pconst char __user *const __user *
pconst sigset_t __user *
pconst unsigned long __user *
psiginfo_t __user *
pstruct __kernel_itimerspec __user *
pu32 __user *
ikey_t
pfd_set __user *
pstruct __kernel_old_itimerval __user *
pstruct epoll_event __user *
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
pstruct __kernel_old_timeval __user *
pstruct __kernel_timex __user *
pstruct file_attr __user *
pstruct file_handle __user *
pstruct futex_waitv __user *
pstruct lsm_ctx __user *
pstruct mmsghdr __user *
pstruct mount_attr __user *
pstruct mq_attr __user *
pstruct msgbuf __user *
pstruct rlimit __user *
pstruct sched_attr __user *
pstruct sembuf __user *
pstruct stat __user *
pstruct statfs __user *
pstruct timezone __user *
pstruct user_msghdr __user *
punsigned __user *
uqid_t
i__s32
ilong
iunsigned long
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
psize_t __user *
pstack_t __user *
pstruct cachestat __user *
pstruct cachestat_range __user *
pstruct clone_args __user *
pstruct getcpu_cache __user *
pstruct io_uring_params __user *
pstruct iocb __user *
pstruct iocb __user *__user *
pstruct kexec_segment __user *
pstruct linux_dirent64 __user *
pstruct msqid_ds __user *
pstruct new_utsname __user *
pstruct nfsctl_arg __user *
pstruct open_how __user *
pstruct perf_event_attr __user *
pstruct pollfd __user *
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
pstruct xattr_args __user *
ptimer_t __user *
punion bpf_attr __user *
punsigned char __user *
punsigned int __user *
q__u64
qu64
uenum landlock_rule_type
usize_t`

/** The calls of aarch64: name, version, arguments. */
const CALLS = `io_setup 3.7 nr_events:1 ctxp:22
io_destroy 3.7 ctx:p
io_submit 3.7 ctx_id:p nr:h iocbpp:2m
io_cancel 3.7 ctx_id:p iocb:2l result:12
io_getevents 3.7 ctx_id:p min_nr:h nr:h events:12 timeout:a
setxattr 3.7 pathname:3 name:3 value:l size:4 flags:0:xattr
lsetxattr 3.7 pathname:3 name:3 value:l size:4 flags:0:xattr
fsetxattr 3.7 fd:0 name:3 value:l size:4 flags:0:xattr
getxattr 3.7 pathname:3 name:3 value:7 size:4
lgetxattr 3.7 pathname:3 name:3 value:7 size:4
fgetxattr 3.7 fd:0 name:3 value:7 size:4
listxattr 3.7 pathname:3 list:6 size:4
llistxattr 3.7 pathname:3 list:6 size:4
flistxattr 3.7 fd:0 list:6 size:4
removexattr 3.7 pathname:3 name:3
lremovexattr 3.7 pathname:3 name:3
fremovexattr 3.7 fd:0 name:3
getcwd 3.7 buf:6 size:2
lookup_dcookie 3.7 cookie64:3d buf:6 len:4
eventfd2 3.7 count:1 flags:0:efd
epoll_create1 3.7 flags:0:epoll
epoll_ctl 3.7 epfd:0 op:0:epoll fd:0 event:11
epoll_pwait 3.7 epfd:0 events:11 maxevents:0 timeout:0 sigmask:t sigsetsize:4
dup 3.7 fildes:1
dup3 3.7 oldfd:1 newfd:1 flags:0:o
fcntl 3.7 fd:1 cmd:1:f arg:2
inotify_init1 3.7 flags:0:in-init
inotify_add_watch 3.7 fd:0 pathname:3 mask:b:in
inotify_rm_watch 3.7 fd:0 wd:1z
ioctl 3.7 fd:1 cmd:1:ioctl arg:2
ioprio_set 3.7 which:0:ioprio who:0 ioprio:0
ioprio_get 3.7 which:0:ioprio who:0
flock 3.7 fd:1 cmd:1:lock
mknodat 3.7 dfd:0:at filename:3 mode:k:s dev:1
mkdirat 3.7 dfd:0:at pathname:3 mode:k:s
unlinkat 3.7 dfd:0:at pathname:3 flag:0:at
symlinkat 3.7 oldname:3 newdfd:0:at newname:3
linkat 3.7 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:0:at
renameat 3.7 olddfd:0:at oldname:3 newdfd:0:at newname:3
umount2 3.7 name:6 flags:0:umount
mount 3.7 dev_name:6 dir_name:6 type:6 flags:2:mount data:7
pivot_root 3.7 new_root:3 put_old:3
nfsservctl 3.7 cmd:0 arg:2r res:7
statfs 3.7 pathname:3 buf:1u
fstatfs 3.7 fd:1 buf:1u
truncate 3.7 path:3 length:h
ftruncate 3.7 fd:1 length:1b
fallocate 3.7 fd:0 mode:0:falloc offset:d len:d
faccessat 3.7 dfd:0:at filename:3 mode:0:access
chdir 3.7 filename:3
fchdir 3.7 fd:1
chroot 3.7 filename:3
fchmod 3.7 fd:1 mode:k:s
fchmodat 3.7 dfd:0:at filename:3 mode:k:s
fchownat 3.7 dfd:0:at filename:3 user:f group:e flag:0:at
fchown 3.7 fd:1 user:f group:e
openat 3.7 dfd:0:at filename:3 flags:0:o mode:k:s
close 3.7 fd:1
vhangup 3.7
pipe2 3.7 fildes:9 flags:0:o
quotactl 3.7 cmd:1:+quota-type special:3 id:1y addr:7
getdents64 3.7 fd:1 dirent:2o count:1
lseek 3.7 fd:1 offset:1b whence:1:seek
read 3.7 fd:1 buf:6 count:4
write 3.7 fd:1 buf:3 count:4
readv 3.7 fd:8 vec:c vlen:8
writev 3.7 fd:8 vec:c vlen:8
pread64 3.7 fd:1 buf:6 count:4 pos:d
pwrite64 3.7 fd:1 buf:3 count:4 pos:d
preadv 3.7 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
pwritev 3.7 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
sendfile 3.7 out_fd:0 in_fd:0 offset:n count:4
pselect6 3.7 n:0 inp:z outp:z exp:z tsp:a sig:7
ppoll 3.7 ufds:2u nfds:1 tsp:a sigmask:t sigsetsize:4
signalfd4 3.7 ufd:0 user_mask:o sizemask:4 flags:0:sfd
vmsplice 3.7 fd:0 uiov:c nr_segs:8 flags:1:splice
splice 3.7 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1:splice
tee 3.7 fdin:0 fdout:0 len:4 flags:1:splice
readlinkat 3.7 dfd:0:at pathname:3 buf:6 bufsiz:0
newfstatat 3.7 dfd:0:at filename:3 statbuf:1t flag:0:at
fstat 3.7 fd:1 statbuf:1t
sync 3.7
fsync 3.7 fd:1
fdatasync 3.7 fd:1
sync_file_range 3.7 fd:0 offset:d nbytes:d flags:1:sync-range
timerfd_create 3.7 clockid:0:clock flags:0:tfd
timerfd_settime 3.7 ufd:0 flags:0:tfd utmr:1e otmr:w
timerfd_gettime 3.7 ufd:0 otmr:w
utimensat 3.7 dfd:0:at filename:3 utimes:a flags:0:at
acct 3.7 name:3
capget 3.7 header:1d dataptr:1c
capset 3.7 header:1d data:1c
personality 3.7 personality:1:personality
exit 3.7 error_code:0
exit_group 3.7 error_code:0
waitid 3.7 which:0:idtype upid:5 infop:32 options:0:wait ru:13
set_tid_address 3.7 tidptr:9
unshare 3.7 unshare_flags:2:clone
futex 3.7 uaddr:x op:0:futex val:b utime:i uaddr2:x val3:b
set_robust_list 3.7 head:2w len:4
get_robust_list 3.7 pid:0 head_ptr:2x len_ptr:2e
nanosleep 3.7 rqtp:a rmtp:a
getitimer 3.7 which:0:itimer value:10
setitimer 3.7 which:0:itimer value:10 ovalue:10
kexec_load 3.7 entry:2 nr_segments:2 segments:2n flags:2:kexec
init_module 3.7 umod:7 len:2 uargs:3
delete_module 3.7 name_user:3 flags:1:o
timer_create 3.7 which_clock:g:clock timer_event_spec:31 created_timer_id:38
timer_gettime 3.7 timer_id:r setting:w
timer_getoverrun 3.7 timer_id:r
timer_settime 3.7 timer_id:r flags:0:timer new_setting:1e old_setting:w
timer_delete 3.7 timer_id:r
clock_settime 3.7 which_clock:g:clock tp:i
clock_gettime 3.7 which_clock:g:clock tp:a
clock_getres 3.7 which_clock:g:clock tp:a
clock_nanosleep 3.7 which_clock:g:clock flags:0:timer rqtp:i rmtp:a
syslog 3.7 type:0:syslog buf:6 len:0
ptrace 3.7 request:h:ptrace pid:20 addr:2 data:2
sched_setparam 3.7 pid:5 param:14
sched_setscheduler 3.7 pid:5 policy:0:sched param:14
sched_getscheduler 3.7 pid:5
sched_getparam 3.7 pid:5 param:14
sched_setaffinity 3.7 pid:5 len:1 user_mask_ptr:17
sched_getaffinity 3.7 pid:5 len:1 user_mask_ptr:17
sched_yield 3.7
sched_get_priority_max 3.7 policy:0:sched
sched_get_priority_min 3.7 policy:0:sched
sched_rr_get_interval 3.7 pid:5 interval:a
restart_syscall 3.7
kill 3.7 pid:5 sig:0:sig
tkill 3.7 pid:5 sig:0:sig
tgkill 3.7 tgid:5 pid:5 sig:0:sig
sigaltstack 3.7 uss:24 uoss:2f
rt_sigsuspend 3.7 unewset:o sigsetsize:4
rt_sigaction 3.7 sig:0:sig act:2a oact:30 sigsetsize:4
rt_sigprocmask 3.7 how:0:sig-how nset:o oset:o sigsetsize:4
rt_sigpending 3.7 uset:o sigsetsize:4
rt_sigtimedwait 3.7 uthese:t uinfo:v uts:i sigsetsize:4
rt_sigqueueinfo 3.7 pid:5 sig:0:sig uinfo:v
rt_sigreturn 3.7
setpriority 3.7 which:0:prio who:0 niceval:0
getpriority 3.7 which:0:prio who:0
reboot 3.7 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
setregid 3.7 rgid:e egid:e
setgid 3.7 gid:e
setreuid 3.7 ruid:f euid:f
setuid 3.7 uid:f
setresuid 3.7 ruid:f euid:f suid:f
getresuid 3.7 ruidp:16 euidp:16 suidp:16
setresgid 3.7 rgid:e egid:e sgid:e
getresgid 3.7 rgidp:m egidp:m sgidp:m
setfsuid 3.7 uid:f
setfsgid 3.7 gid:e
times 3.7 tbuf:36
setpgid 3.7 pid:5 pgid:5
getpgid 3.7 pid:5
getsid 3.7 pid:5
setsid 3.7
getgroups 3.7 gidsetsize:0 grouplist:m
setgroups 3.7 gidsetsize:0 grouplist:m
uname 3.7 name:2q
sethostname 3.7 name:6 len:0
setdomainname 3.7 name:6 len:0
getrlimit 3.7 resource:1:rlimit rlim:1q
setrlimit 3.7 resource:1:rlimit rlim:1q
getrusage 3.7 who:0:rusage ru:13
umask 3.7 mask:0:s
prctl 3.7 option:0:pr arg2:2 arg3:2 arg4:2 arg5:2
getcpu 3.7 cpup:1x nodep:1x unused:2j
gettimeofday 3.7 tv:1g tz:1v
settimeofday 3.7 tv:1g tz:1v
adjtimex 3.7 txc_p:1h
getpid 3.7
getppid 3.7
getuid 3.7
geteuid 3.7
getgid 3.7
getegid 3.7
gettid 3.7
sysinfo 3.7 info:35
mq_open 3.7 u_name:3 oflag:0:o mode:k:s u_attr:1o
mq_unlink 3.7 u_name:3
mq_timedsend 3.7 mqdes:q u_msg_ptr:3 msg_len:4 msg_prio:1 u_abs_timeout:i
mq_timedreceive 3.7 mqdes:q u_msg_ptr:6 msg_len:4 u_msg_prio:3b u_abs_timeout:i
mq_notify 3.7 mqdes:q u_notification:2b
mq_getsetattr 3.7 mqdes:q u_mqstat:27 u_omqstat:1o
msgget 3.7 key:y msgflg:0:ipc+s
msgctl 3.7 msqid:0 cmd:0:+msq+ipc buf:2p
msgrcv 3.7 msqid:0 msgp:1p msgsz:4 msgtyp:h msgflg:0:msq+ipc
msgsnd 3.7 msqid:0 msgp:1p msgsz:4 msgflg:0:ipc
semget 3.7 key:y nsems:0 semflg:0:ipc+s
semctl 3.7 semid:0 semnum:0 cmd:0:sem+ipc arg:2
semtimedop 3.7 semid:0 tsops:1s nsops:1 timeout:i
semop 3.7 semid:0 tsops:1s nsops:1
shmget 3.7 key:y size:4 shmflg:0:shm+ipc+s
shmctl 3.7 shmid:0 cmd:0:+shm+ipc buf:2z
shmat 3.7 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 3.7 shmaddr:6
socket 3.7 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 3.7 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
bind 3.7 fd:0 umyaddr:j addrlen:0
listen 3.7 fd:0 backlog:0
accept 3.7 fd:0 upeer_sockaddr:j upeer_addrlen:9
connect 3.7 fd:0 uservaddr:j addrlen:0
getsockname 3.7 fd:0 usockaddr:j usockaddr_len:9
getpeername 3.7 fd:0 usockaddr:j usockaddr_len:9
sendto 3.7 fd:0 buff:7 len:4 flags:1:msg addr:j addr_len:0
recvfrom 3.7 fd:0 ubuf:7 size:4 flags:1:msg addr:j addr_len:9
setsockopt 3.7 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 3.7 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
shutdown 3.7 fd:0 how:0:shut
sendmsg 3.7 fd:0 msg:1w flags:1:msg
recvmsg 3.7 fd:0 msg:1w flags:1:msg
readahead 3.7 fd:0 offset:d count:4
brk 3.7 brk:2
munmap 3.7 addr:2 len:4
mremap 3.7 addr:2 old_len:2 new_len:2 flags:2:mremap new_addr:2
add_key 3.7 _type:3 _description:3 _payload:l plen:4 ringid:19:key
request_key 3.7 _type:3 _description:3 _callout_info:3 destringid:19:key
keyctl 3.7 option:0:key arg2:2 arg3:2 arg4:2 arg5:2
clone 3.7 clone_flags:8:clone+sig newsp:2 parent_tidptr:9 tls:2 child_tidptr:9
execve 3.7 filename:3 argv:s envp:s
mmap 3.7 addr:2 len:2 prot:2:prot flags:2:map fd:8 off:2
fadvise64 3.7 fd:0 offset:d len:d advice:0:fadvise
swapon 3.7 specialfile:3 swap_flags:0:swap
swapoff 3.7 specialfile:3
mprotect 3.7 start:2 len:4 prot:2:prot
msync 3.7 start:2 len:4 flags:0:msync
mlock 3.7 start:2 len:4
munlock 3.7 start:2 len:4
mlockall 3.7 flags:0:mcl
munlockall 3.7
mincore 3.7 start:2 len:4 vec:3a
madvise 3.7 start:2 len_in:4 behavior:0:madv
remap_file_pages 3.7 start:2 size:2 prot:2:prot pgoff:2 flags:2:map
mbind 3.7 start:2 len:2 mode:21:mpol nmask:u maxnode:2 flags:1:mpol-mf
get_mempolicy 3.7 policy:9 nmask:17 maxnode:2 addr:2 flags:2:mpol-f
set_mempolicy 3.7 mode:0:mpol nmask:u maxnode:2
migrate_pages 3.7 pid:5 maxnode:2 old_nodes:u new_nodes:u
move_pages 3.7 pid:5 nr_pages:2 pages:2d nodes:23 status:9 flags:0:mpol-mf
rt_tgsigqueueinfo 3.7 tgid:5 pid:5 sig:0:sig uinfo:v
perf_event_open 3.7 attr_uptr:2t pid:5 cpu:0 group_fd:0 flags:2:perf
accept4 3.7 fd:0 upeer_sockaddr:j upeer_addrlen:9 flags:0:sock
recvmmsg 3.7 fd:0 mmsg:1m vlen:1 flags:1:msg timeout:a
wait4 3.7 upid:5 stat_addr:9 options:0:wait ru:13
prlimit64 3.7 pid:5 resource:1:rlimit new_rlim:29 old_rlim:2v
fanotify_init 3.7 flags:1:fan event_f_flags:1:o
fanotify_mark 3.7 fanotify_fd:0 flags:1:fan-mark mask:3c:fan-event dfd:0:at pathname:3
name_to_handle_at 3.7 dfd:0:at name:3 handle:1j mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 3.7 mountdirfd:0:at handle:1j flags:0:o
clock_adjtime 3.7 which_clock:g:clock utx:1h
syncfs 3.7 fd:0
setns 3.7 fd:0 flags:0:clone
sendmmsg 3.7 fd:0 mmsg:1m vlen:1 flags:1:msg
process_vm_readv 3.7 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
process_vm_writev 3.7 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
kcmp 3.7 pid1:5 pid2:5 type:0:kcmp idx1:2 idx2:2
finit_module 3.8 fd:0 uargs:3 flags:0:module
sched_setattr 3.14 pid:5 uattr:1r flags:1
sched_getattr 3.14 pid:5 uattr:1r usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 3.17 buf:6 count:4 flags:1:grnd
memfd_create 3.17 uname:3 flags:1:mfd
bpf 3.18 cmd:0:bpf uattr:39 size:1
execveat 3.19 fd:0:at filename:3 argv:s envp:s flags:0:at
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:2 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1
preadv2 4.6 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1a:rwf
pwritev2 4.6 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1a:rwf
pkey_mprotect 4.9 start:2 len:4 prot:2:prot pkey:0
pkey_alloc 4.9 flags:2 init_val:2:pkey
pkey_free 4.9 pkey:0
statx 4.11 dfd:0:at filename:3 flags:1:at mask:1:statx buffer:34
io_pgetevents 4.18 ctx_id:p min_nr:h nr:h events:12 timeout:a usig:25
rseq 4.18 rseq:2y rseq_len:b flags:0:rseq sig:b
kexec_file_load 5.0 kernel_fd:0 initrd_fd:0 cmdline_len:2 cmdline_ptr:3 flags:2:kexec-file
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:v flags:1:pidfd-signal
io_uring_setup 5.1 entries:b params:2k
io_uring_enter 5.1 fd:1 to_submit:b min_complete:b flags:b:io-uring-enter argp:l argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:3 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:3 to_dfd:0:at to_pathname:3 flags:1:move-mount
fsopen 5.2 _fs_name:3 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:3 _value:l aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:3 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:2i size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:3 how:2s usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:3 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:c vlen:3f behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:11 maxevents:0 timeout:i sigmask:t sigsetsize:4
mount_setattr 5.12 dfd:0:at path:3 flags:1:at uattr:1n usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:1y addr:7
landlock_create_ruleset 5.13 attr:26 size:4 flags:18:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:3e:landlock-rule rule_attr:l flags:18
landlock_restrict_self 5.13 ruleset_fd:0 flags:18
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:1k nr_futexes:1 flags:1 timeout:a clockid:g:clock
set_mempolicy_home_node 5.17 start:2 len:2 home_node:2 flags:2
cachestat 6.5 fd:1 cstat_range:2h cstat:2g flags:1
fchmodat2 6.6 dfd:0:at filename:3 mode:k:s flags:1:at
map_shadow_stack 6.7 addr:2 size:2 flags:1
futex_wake 6.7 uaddr:7 mask:2 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:2 mask:2 flags:1:futex2 timeout:a clockid:g:clock
futex_requeue 6.7 waiters:1k flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1f buf:33 bufsize:4 flags:1
listmount 6.8 req:1f mnt_ids:15 nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1l size:x flags:b
lsm_set_self_attr 6.8 attr:1 ctx:1l size:b flags:b
lsm_list_modules 6.8 ids:15 size:x flags:b
mseal 6.10 start:2 len:4 flags:2
setxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:2c usize:4
getxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:37 usize:4
listxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3
open_tree_attr 6.15 dfd:0:at filename:3 flags:1:open-tree+at uattr:1n usize:4
file_getattr 6.17 dfd:0:at filename:3 ufattr:1i usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:3 ufattr:1i usize:4 at_flags:1:at
listns 6.19 req:28 ns_ids:15 nr_ns_ids:4 flags:1
rseq_slice_yield 7.0`

/** The table of aarch64, with signatures. */
export const aarch64: SignedAbiTable<'aarch64'> = /* @__PURE__ */ signedTable(calls_aarch64, 64, TYPES, CALLS)
