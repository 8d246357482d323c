// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { riscv64 as calls_riscv64 } from '@seccompile/syscalls/riscv64'

/** The C types of riscv64, each after what the kernel reads of it. */
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
punsigned long __user *
ikey_t
pfd_set __user *
pstruct __kernel_old_itimerval __user *
pstruct epoll_event __user *
pstruct io_event __user *
pstruct rusage __user *
pstruct sched_param __user *
pu64 __user *
puid_t __user *
quintptr_t
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
pstruct riscv_hwprobe __user *
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

/** The calls of riscv64: name, version, arguments. */
const CALLS = `io_setup 4.15 nr_events:1 ctxp:23
io_destroy 4.15 ctx:p
io_submit 4.15 ctx_id:p nr:h iocbpp:2n
io_cancel 4.15 ctx_id:p iocb:2m result:13
io_getevents 4.15 ctx_id:p min_nr:h nr:h events:13 timeout:a
setxattr 4.15 pathname:3 name:3 value:l size:4 flags:0:xattr
lsetxattr 4.15 pathname:3 name:3 value:l size:4 flags:0:xattr
fsetxattr 4.15 fd:0 name:3 value:l size:4 flags:0:xattr
getxattr 4.15 pathname:3 name:3 value:7 size:4
lgetxattr 4.15 pathname:3 name:3 value:7 size:4
fgetxattr 4.15 fd:0 name:3 value:7 size:4
listxattr 4.15 pathname:3 list:6 size:4
llistxattr 4.15 pathname:3 list:6 size:4
flistxattr 4.15 fd:0 list:6 size:4
removexattr 4.15 pathname:3 name:3
lremovexattr 4.15 pathname:3 name:3
fremovexattr 4.15 fd:0 name:3
getcwd 4.15 buf:6 size:2
lookup_dcookie 4.15 cookie64:3f buf:6 len:4
eventfd2 4.15 count:1 flags:0:efd
epoll_create1 4.15 flags:0:epoll
epoll_ctl 4.15 epfd:0 op:0:epoll fd:0 event:12
epoll_pwait 4.15 epfd:0 events:12 maxevents:0 timeout:0 sigmask:t sigsetsize:4
dup 4.15 fildes:1
dup3 4.15 oldfd:1 newfd:1 flags:0:o
fcntl 4.15 fd:1 cmd:1:f arg:2
inotify_init1 4.15 flags:0:in-init
inotify_add_watch 4.15 fd:0 pathname:3 mask:b:in
inotify_rm_watch 4.15 fd:0 wd:20
ioctl 4.15 fd:1 cmd:1:ioctl arg:2
ioprio_set 4.15 which:0:ioprio who:0 ioprio:0
ioprio_get 4.15 which:0:ioprio who:0
flock 4.15 fd:1 cmd:1:lock
mknodat 4.15 dfd:0:at filename:3 mode:k:s dev:1
mkdirat 4.15 dfd:0:at pathname:3 mode:k:s
unlinkat 4.15 dfd:0:at pathname:3 flag:0:at
symlinkat 4.15 oldname:3 newdfd:0:at newname:3
linkat 4.15 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:0:at
umount2 4.15 name:6 flags:0:umount
mount 4.15 dev_name:6 dir_name:6 type:6 flags:2:mount data:7
pivot_root 4.15 new_root:3 put_old:3
nfsservctl 4.15 cmd:0 arg:2s res:7
statfs 4.15 pathname:3 buf:1v
fstatfs 4.15 fd:1 buf:1v
truncate 4.15 path:3 length:h
ftruncate 4.15 fd:1 length:1c
fallocate 4.15 fd:0 mode:0:falloc offset:d len:d
faccessat 4.15 dfd:0:at filename:3 mode:0:access
chdir 4.15 filename:3
fchdir 4.15 fd:1
chroot 4.15 filename:3
fchmod 4.15 fd:1 mode:k:s
fchmodat 4.15 dfd:0:at filename:3 mode:k:s
fchownat 4.15 dfd:0:at filename:3 user:f group:e flag:0:at
fchown 4.15 fd:1 user:f group:e
openat 4.15 dfd:0:at filename:3 flags:0:o mode:k:s
close 4.15 fd:1
vhangup 4.15
pipe2 4.15 fildes:9 flags:0:o
quotactl 4.15 cmd:1:+quota-type special:3 id:1z addr:7
getdents64 4.15 fd:1 dirent:2p count:1
lseek 4.15 fd:1 offset:1c whence:1:seek
read 4.15 fd:1 buf:6 count:4
write 4.15 fd:1 buf:3 count:4
readv 4.15 fd:8 vec:c vlen:8
writev 4.15 fd:8 vec:c vlen:8
pread64 4.15 fd:1 buf:6 count:4 pos:d
pwrite64 4.15 fd:1 buf:3 count:4 pos:d
preadv 4.15 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
pwritev 4.15 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
sendfile 4.15 out_fd:0 in_fd:0 offset:n count:4
pselect6 4.15 n:0 inp:10 outp:10 exp:10 tsp:a sig:7
ppoll 4.15 ufds:2v nfds:1 tsp:a sigmask:t sigsetsize:4
signalfd4 4.15 ufd:0 user_mask:o sizemask:4 flags:0:sfd
vmsplice 4.15 fd:0 uiov:c nr_segs:8 flags:1:splice
splice 4.15 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1:splice
tee 4.15 fdin:0 fdout:0 len:4 flags:1:splice
readlinkat 4.15 dfd:0:at pathname:3 buf:6 bufsiz:0
newfstatat 4.15 dfd:0:at filename:3 statbuf:1u flag:0:at
fstat 4.15 fd:1 statbuf:1u
sync 4.15
fsync 4.15 fd:1
fdatasync 4.15 fd:1
sync_file_range 4.15 fd:0 offset:d nbytes:d flags:1:sync-range
timerfd_create 4.15 clockid:0:clock flags:0:tfd
timerfd_settime 4.15 ufd:0 flags:0:tfd utmr:1f otmr:w
timerfd_gettime 4.15 ufd:0 otmr:w
utimensat 4.15 dfd:0:at filename:3 utimes:a flags:0:at
acct 4.15 name:3
capget 4.15 header:1e dataptr:1d
capset 4.15 header:1e data:1d
personality 4.15 personality:1:personality
exit 4.15 error_code:0
exit_group 4.15 error_code:0
waitid 4.15 which:0:idtype upid:5 infop:34 options:0:wait ru:14
set_tid_address 4.15 tidptr:9
unshare 4.15 unshare_flags:2:clone
futex 4.15 uaddr:x op:0:futex val:b utime:i uaddr2:x val3:b
set_robust_list 4.15 head:2y len:4
get_robust_list 4.15 pid:0 head_ptr:2z len_ptr:2f
nanosleep 4.15 rqtp:a rmtp:a
getitimer 4.15 which:0:itimer value:11
setitimer 4.15 which:0:itimer value:11 ovalue:11
kexec_load 4.15 entry:2 nr_segments:2 segments:2o flags:2:kexec
init_module 4.15 umod:7 len:2 uargs:3
delete_module 4.15 name_user:3 flags:1:o
timer_create 4.15 which_clock:g:clock timer_event_spec:33 created_timer_id:3a
timer_gettime 4.15 timer_id:r setting:w
timer_getoverrun 4.15 timer_id:r
timer_settime 4.15 timer_id:r flags:0:timer new_setting:1f old_setting:w
timer_delete 4.15 timer_id:r
clock_settime 4.15 which_clock:g:clock tp:i
clock_gettime 4.15 which_clock:g:clock tp:a
clock_getres 4.15 which_clock:g:clock tp:a
clock_nanosleep 4.15 which_clock:g:clock flags:0:timer rqtp:i rmtp:a
syslog 4.15 type:0:syslog buf:6 len:0
ptrace 4.15 request:h:ptrace pid:21 addr:2 data:2
sched_setparam 4.15 pid:5 param:15
sched_setscheduler 4.15 pid:5 policy:0:sched param:15
sched_getscheduler 4.15 pid:5
sched_getparam 4.15 pid:5 param:15
sched_setaffinity 4.15 pid:5 len:1 user_mask_ptr:y
sched_getaffinity 4.15 pid:5 len:1 user_mask_ptr:y
sched_yield 4.15
sched_get_priority_max 4.15 policy:0:sched
sched_get_priority_min 4.15 policy:0:sched
sched_rr_get_interval 4.15 pid:5 interval:a
restart_syscall 4.15
kill 4.15 pid:5 sig:0:sig
tkill 4.15 pid:5 sig:0:sig
tgkill 4.15 tgid:5 pid:5 sig:0:sig
sigaltstack 4.15 uss:25 uoss:2g
rt_sigsuspend 4.15 unewset:o sigsetsize:4
rt_sigaction 4.15 sig:0:sig act:2b oact:32 sigsetsize:4
rt_sigprocmask 4.15 how:0:sig-how nset:o oset:o sigsetsize:4
rt_sigpending 4.15 uset:o sigsetsize:4
rt_sigtimedwait 4.15 uthese:t uinfo:v uts:i sigsetsize:4
rt_sigqueueinfo 4.15 pid:5 sig:0:sig uinfo:v
rt_sigreturn 4.15
setpriority 4.15 which:0:prio who:0 niceval:0
getpriority 4.15 which:0:prio who:0
reboot 4.15 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
setregid 4.15 rgid:e egid:e
setgid 4.15 gid:e
setreuid 4.15 ruid:f euid:f
setuid 4.15 uid:f
setresuid 4.15 ruid:f euid:f suid:f
getresuid 4.15 ruidp:17 euidp:17 suidp:17
setresgid 4.15 rgid:e egid:e sgid:e
getresgid 4.15 rgidp:m egidp:m sgidp:m
setfsuid 4.15 uid:f
setfsgid 4.15 gid:e
times 4.15 tbuf:38
setpgid 4.15 pid:5 pgid:5
getpgid 4.15 pid:5
getsid 4.15 pid:5
setsid 4.15
getgroups 4.15 gidsetsize:0 grouplist:m
setgroups 4.15 gidsetsize:0 grouplist:m
uname 4.15 name:2r
sethostname 4.15 name:6 len:0
setdomainname 4.15 name:6 len:0
getrlimit 4.15 resource:1:rlimit rlim:1r
setrlimit 4.15 resource:1:rlimit rlim:1r
getrusage 4.15 who:0:rusage ru:14
umask 4.15 mask:0:s
prctl 4.15 option:0:pr arg2:2 arg3:2 arg4:2 arg5:2
getcpu 4.15 cpup:1y nodep:1y unused:2k
gettimeofday 4.15 tv:1h tz:1w
settimeofday 4.15 tv:1h tz:1w
adjtimex 4.15 txc_p:1i
getpid 4.15
getppid 4.15
getuid 4.15
geteuid 4.15
getgid 4.15
getegid 4.15
gettid 4.15
sysinfo 4.15 info:37
mq_open 4.15 u_name:3 oflag:0:o mode:k:s u_attr:1p
mq_unlink 4.15 u_name:3
mq_timedsend 4.15 mqdes:q u_msg_ptr:3 msg_len:4 msg_prio:1 u_abs_timeout:i
mq_timedreceive 4.15 mqdes:q u_msg_ptr:6 msg_len:4 u_msg_prio:3d u_abs_timeout:i
mq_notify 4.15 mqdes:q u_notification:2c
mq_getsetattr 4.15 mqdes:q u_mqstat:28 u_omqstat:1p
msgget 4.15 key:z msgflg:0:ipc+s
msgctl 4.15 msqid:0 cmd:0:+msq+ipc buf:2q
msgrcv 4.15 msqid:0 msgp:1q msgsz:4 msgtyp:h msgflg:0:msq+ipc
msgsnd 4.15 msqid:0 msgp:1q msgsz:4 msgflg:0:ipc
semget 4.15 key:z nsems:0 semflg:0:ipc+s
semctl 4.15 semid:0 semnum:0 cmd:0:sem+ipc arg:2
semtimedop 4.15 semid:0 tsops:1t nsops:1 timeout:i
semop 4.15 semid:0 tsops:1t nsops:1
shmget 4.15 key:z size:4 shmflg:0:shm+ipc+s
shmctl 4.15 shmid:0 cmd:0:+shm+ipc buf:31
shmat 4.15 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 4.15 shmaddr:6
socket 4.15 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 4.15 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
bind 4.15 fd:0 umyaddr:j addrlen:0
listen 4.15 fd:0 backlog:0
accept 4.15 fd:0 upeer_sockaddr:j upeer_addrlen:9
connect 4.15 fd:0 uservaddr:j addrlen:0
getsockname 4.15 fd:0 usockaddr:j usockaddr_len:9
getpeername 4.15 fd:0 usockaddr:j usockaddr_len:9
sendto 4.15 fd:0 buff:7 len:4 flags:1:msg addr:j addr_len:0
recvfrom 4.15 fd:0 ubuf:7 size:4 flags:1:msg addr:j addr_len:9
setsockopt 4.15 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 4.15 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
shutdown 4.15 fd:0 how:0:shut
sendmsg 4.15 fd:0 msg:1x flags:1:msg
recvmsg 4.15 fd:0 msg:1x flags:1:msg
readahead 4.15 fd:0 offset:d count:4
brk 4.15 brk:2
munmap 4.15 addr:2 len:4
mremap 4.15 addr:2 old_len:2 new_len:2 flags:2:mremap new_addr:2
add_key 4.15 _type:3 _description:3 _payload:l plen:4 ringid:1a:key
request_key 4.15 _type:3 _description:3 _callout_info:3 destringid:1a:key
keyctl 4.15 option:0:key arg2:2 arg3:2 arg4:2 arg5:2
clone 4.15 clone_flags:8:clone+sig newsp:2 parent_tidptr:9 tls:2 child_tidptr:9
execve 4.15 filename:3 argv:s envp:s
mmap 4.15 addr:2 len:2 prot:2:prot flags:2:map fd:8 off:2
fadvise64 4.15 fd:0 offset:d len:d advice:0:fadvise
swapon 4.15 specialfile:3 swap_flags:0:swap
swapoff 4.15 specialfile:3
mprotect 4.15 start:2 len:4 prot:2:prot
msync 4.15 start:2 len:4 flags:0:msync
mlock 4.15 start:2 len:4
munlock 4.15 start:2 len:4
mlockall 4.15 flags:0:mcl
munlockall 4.15
mincore 4.15 start:2 len:4 vec:3c
madvise 4.15 start:2 len_in:4 behavior:0:madv
remap_file_pages 4.15 start:2 size:2 prot:2:prot pgoff:2 flags:2:map
mbind 4.15 start:2 len:2 mode:22:mpol nmask:u maxnode:2 flags:1:mpol-mf
get_mempolicy 4.15 policy:9 nmask:y maxnode:2 addr:2 flags:2:mpol-f
set_mempolicy 4.15 mode:0:mpol nmask:u maxnode:2
migrate_pages 4.15 pid:5 maxnode:2 old_nodes:u new_nodes:u
move_pages 4.15 pid:5 nr_pages:2 pages:2e nodes:24 status:9 flags:0:mpol-mf
rt_tgsigqueueinfo 4.15 tgid:5 pid:5 sig:0:sig uinfo:v
perf_event_open 4.15 attr_uptr:2u pid:5 cpu:0 group_fd:0 flags:2:perf
accept4 4.15 fd:0 upeer_sockaddr:j upeer_addrlen:9 flags:0:sock
recvmmsg 4.15 fd:0 mmsg:1n vlen:1 flags:1:msg timeout:a
riscv_hwprobe 6.4 pairs:2w pair_count:4 cpusetsize:4 cpus:y flags:1
riscv_flush_icache 4.15 start:18 end:18 flags:18
wait4 4.15 upid:5 stat_addr:9 options:0:wait ru:14
prlimit64 4.15 pid:5 resource:1:rlimit new_rlim:2a old_rlim:2x
fanotify_init 4.15 flags:1:fan event_f_flags:1:o
fanotify_mark 4.15 fanotify_fd:0 flags:1:fan-mark mask:3e:fan-event dfd:0:at pathname:3
name_to_handle_at 4.15 dfd:0:at name:3 handle:1k mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 4.15 mountdirfd:0:at handle:1k flags:0:o
clock_adjtime 4.15 which_clock:g:clock utx:1i
syncfs 4.15 fd:0
setns 4.15 fd:0 flags:0:clone
sendmmsg 4.15 fd:0 mmsg:1n vlen:1 flags:1:msg
process_vm_readv 4.15 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
process_vm_writev 4.15 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
kcmp 4.15 pid1:5 pid2:5 type:0:kcmp idx1:2 idx2:2
finit_module 4.15 fd:0 uargs:3 flags:0:module
sched_setattr 4.15 pid:5 uattr:1s flags:1
sched_getattr 4.15 pid:5 uattr:1s usize:1 flags:1
renameat2 4.15 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:1:rename
seccomp 4.15 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 4.15 buf:6 count:4 flags:1:grnd
memfd_create 4.15 uname:3 flags:1:mfd
bpf 4.15 cmd:0:bpf uattr:3b size:1
execveat 4.15 fd:0:at filename:3 argv:s envp:s flags:0:at
userfaultfd 4.15 flags:0:o+uffd
membarrier 4.15 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.15 start:2 len:4 flags:0:mlock
copy_file_range 4.15 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1
preadv2 4.15 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1b:rwf
pwritev2 4.15 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1b:rwf
pkey_mprotect 4.15 start:2 len:4 prot:2:prot pkey:0
pkey_alloc 4.15 flags:2 init_val:2:pkey
pkey_free 4.15 pkey:0
statx 4.15 dfd:0:at filename:3 flags:1:at mask:1:statx buffer:36
io_pgetevents 4.18 ctx_id:p min_nr:h nr:h events:13 timeout:a usig:26
rseq 4.18 rseq:30 rseq_len:b flags:0:rseq sig:b
kexec_file_load 5.0 kernel_fd:0 initrd_fd:0 cmdline_len:2 cmdline_ptr:3 flags:2:kexec-file
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:v flags:1:pidfd-signal
io_uring_setup 5.1 entries:b params:2l
io_uring_enter 5.1 fd:1 to_submit:b min_complete:b flags:b:io-uring-enter argp:l argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:3 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:3 to_dfd:0:at to_pathname:3 flags:1:move-mount
fsopen 5.2 _fs_name:3 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:3 _value:l aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:3 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:2j size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:3 how:2t usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:3 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:c vlen:3h behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:12 maxevents:0 timeout:i sigmask:t sigsetsize:4
mount_setattr 5.12 dfd:0:at path:3 flags:1:at uattr:1o usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:1z addr:7
landlock_create_ruleset 5.13 attr:27 size:4 flags:19:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:3g:landlock-rule rule_attr:l flags:19
landlock_restrict_self 5.13 ruleset_fd:0 flags:19
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:1l nr_futexes:1 flags:1 timeout:a clockid:g:clock
set_mempolicy_home_node 5.17 start:2 len:2 home_node:2 flags:2
cachestat 6.5 fd:1 cstat_range:2i cstat:2h flags:1
fchmodat2 6.6 dfd:0:at filename:3 mode:k:s flags:1:at
map_shadow_stack 6.7 addr:2 size:2 flags:1
futex_wake 6.7 uaddr:7 mask:2 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:2 mask:2 flags:1:futex2 timeout:a clockid:g:clock
futex_requeue 6.7 waiters:1l flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1g buf:35 bufsize:4 flags:1
listmount 6.8 req:1g mnt_ids:16 nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1m size:x flags:b
lsm_set_self_attr 6.8 attr:1 ctx:1m size:b flags:b
lsm_list_modules 6.8 ids:16 size:x flags:b
mseal 6.10 start:2 len:4 flags:2
setxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:2d usize:4
getxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:39 usize:4
listxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3
open_tree_attr 6.15 dfd:0:at filename:3 flags:1:open-tree+at uattr:1o usize:4
file_getattr 6.17 dfd:0:at filename:3 ufattr:1j usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:3 ufattr:1j usize:4 at_flags:1:at
listns 6.19 req:29 ns_ids:16 nr_ns_ids:4 flags:1
rseq_slice_yield 7.0`

/** The table of riscv64, with signatures. */
export const riscv64: SignedAbiTable<'riscv64'> = /* @__PURE__ */ signedTable(calls_riscv64, 64, TYPES, CALLS)
