// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { loongarch64 as calls_loongarch64 } from '@seccompile/syscalls/loongarch64'

/** The C types of loongarch64, each after what the kernel reads of it. */
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

/** The calls of loongarch64: name, version, arguments. */
const CALLS = `io_setup 5.19 nr_events:1 ctxp:21
io_destroy 5.19 ctx:p
io_submit 5.19 ctx_id:p nr:h iocbpp:2l
io_cancel 5.19 ctx_id:p iocb:2k result:12
io_getevents 5.19 ctx_id:p min_nr:h nr:h events:12 timeout:a
setxattr 5.19 pathname:3 name:3 value:l size:4 flags:0:xattr
lsetxattr 5.19 pathname:3 name:3 value:l size:4 flags:0:xattr
fsetxattr 5.19 fd:0 name:3 value:l size:4 flags:0:xattr
getxattr 5.19 pathname:3 name:3 value:7 size:4
lgetxattr 5.19 pathname:3 name:3 value:7 size:4
fgetxattr 5.19 fd:0 name:3 value:7 size:4
listxattr 5.19 pathname:3 list:6 size:4
llistxattr 5.19 pathname:3 list:6 size:4
flistxattr 5.19 fd:0 list:6 size:4
removexattr 5.19 pathname:3 name:3
lremovexattr 5.19 pathname:3 name:3
fremovexattr 5.19 fd:0 name:3
getcwd 5.19 buf:6 size:2
lookup_dcookie 5.19 cookie64:3c buf:6 len:4
eventfd2 5.19 count:1 flags:0:efd
epoll_create1 5.19 flags:0:epoll
epoll_ctl 5.19 epfd:0 op:0:epoll fd:0 event:11
epoll_pwait 5.19 epfd:0 events:11 maxevents:0 timeout:0 sigmask:t sigsetsize:4
dup 5.19 fildes:1
dup3 5.19 oldfd:1 newfd:1 flags:0:o
fcntl 5.19 fd:1 cmd:1:f arg:2
inotify_init1 5.19 flags:0:in-init
inotify_add_watch 5.19 fd:0 pathname:3 mask:b:in
inotify_rm_watch 5.19 fd:0 wd:1y
ioctl 5.19 fd:1 cmd:1:ioctl arg:2
ioprio_set 5.19 which:0:ioprio who:0 ioprio:0
ioprio_get 5.19 which:0:ioprio who:0
flock 5.19 fd:1 cmd:1:lock
mknodat 5.19 dfd:0:at filename:3 mode:k:s dev:1
mkdirat 5.19 dfd:0:at pathname:3 mode:k:s
unlinkat 5.19 dfd:0:at pathname:3 flag:0:at
symlinkat 5.19 oldname:3 newdfd:0:at newname:3
linkat 5.19 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:0:at
umount2 5.19 name:6 flags:0:umount
mount 5.19 dev_name:6 dir_name:6 type:6 flags:2:mount data:7
pivot_root 5.19 new_root:3 put_old:3
nfsservctl 5.19 cmd:0 arg:2q res:7
statfs 5.19 pathname:3 buf:1t
fstatfs 5.19 fd:1 buf:1t
truncate 5.19 path:3 length:h
ftruncate 5.19 fd:1 length:1b
fallocate 5.19 fd:0 mode:0:falloc offset:d len:d
faccessat 5.19 dfd:0:at filename:3 mode:0:access
chdir 5.19 filename:3
fchdir 5.19 fd:1
chroot 5.19 filename:3
fchmod 5.19 fd:1 mode:k:s
fchmodat 5.19 dfd:0:at filename:3 mode:k:s
fchownat 5.19 dfd:0:at filename:3 user:f group:e flag:0:at
fchown 5.19 fd:1 user:f group:e
openat 5.19 dfd:0:at filename:3 flags:0:o mode:k:s
close 5.19 fd:1
vhangup 5.19
pipe2 5.19 fildes:9 flags:0:o
quotactl 5.19 cmd:1:+quota-type special:3 id:1x addr:7
getdents64 5.19 fd:1 dirent:2n count:1
lseek 5.19 fd:1 offset:1b whence:1:seek
read 5.19 fd:1 buf:6 count:4
write 5.19 fd:1 buf:3 count:4
readv 5.19 fd:8 vec:c vlen:8
writev 5.19 fd:8 vec:c vlen:8
pread64 5.19 fd:1 buf:6 count:4 pos:d
pwrite64 5.19 fd:1 buf:3 count:4 pos:d
preadv 5.19 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
pwritev 5.19 fd:8 vec:c vlen:8 pos_l:2 pos_h:2
sendfile 5.19 out_fd:0 in_fd:0 offset:n count:4
pselect6 5.19 n:0 inp:z outp:z exp:z tsp:a sig:7
ppoll 5.19 ufds:2t nfds:1 tsp:a sigmask:t sigsetsize:4
signalfd4 5.19 ufd:0 user_mask:o sizemask:4 flags:0:sfd
vmsplice 5.19 fd:0 uiov:c nr_segs:8 flags:1:splice
splice 5.19 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1:splice
tee 5.19 fdin:0 fdout:0 len:4 flags:1:splice
readlinkat 5.19 dfd:0:at pathname:3 buf:6 bufsiz:0
newfstatat 5.19 dfd:0:at filename:3 statbuf:1s flag:0:at
fstat 5.19 fd:1 statbuf:1s
sync 5.19
fsync 5.19 fd:1
fdatasync 5.19 fd:1
sync_file_range 5.19 fd:0 offset:d nbytes:d flags:1:sync-range
timerfd_create 5.19 clockid:0:clock flags:0:tfd
timerfd_settime 5.19 ufd:0 flags:0:tfd utmr:1e otmr:w
timerfd_gettime 5.19 ufd:0 otmr:w
utimensat 5.19 dfd:0:at filename:3 utimes:a flags:0:at
acct 5.19 name:3
capget 5.19 header:1d dataptr:1c
capset 5.19 header:1d data:1c
personality 5.19 personality:1:personality
exit 5.19 error_code:0
exit_group 5.19 error_code:0
waitid 5.19 which:0:idtype upid:5 infop:31 options:0:wait ru:13
set_tid_address 5.19 tidptr:9
unshare 5.19 unshare_flags:2:clone
futex 5.19 uaddr:x op:0:futex val:b utime:i uaddr2:x val3:b
set_robust_list 5.19 head:2v len:4
get_robust_list 5.19 pid:0 head_ptr:2w len_ptr:2d
nanosleep 5.19 rqtp:a rmtp:a
getitimer 5.19 which:0:itimer value:10
setitimer 5.19 which:0:itimer value:10 ovalue:10
kexec_load 5.19 entry:2 nr_segments:2 segments:2m flags:2:kexec
init_module 5.19 umod:7 len:2 uargs:3
delete_module 5.19 name_user:3 flags:1:o
timer_create 5.19 which_clock:g:clock timer_event_spec:30 created_timer_id:37
timer_gettime 5.19 timer_id:r setting:w
timer_getoverrun 5.19 timer_id:r
timer_settime 5.19 timer_id:r flags:0:timer new_setting:1e old_setting:w
timer_delete 5.19 timer_id:r
clock_settime 5.19 which_clock:g:clock tp:i
clock_gettime 5.19 which_clock:g:clock tp:a
clock_getres 5.19 which_clock:g:clock tp:a
clock_nanosleep 5.19 which_clock:g:clock flags:0:timer rqtp:i rmtp:a
syslog 5.19 type:0:syslog buf:6 len:0
ptrace 5.19 request:h:ptrace pid:1z addr:2 data:2
sched_setparam 5.19 pid:5 param:14
sched_setscheduler 5.19 pid:5 policy:0:sched param:14
sched_getscheduler 5.19 pid:5
sched_getparam 5.19 pid:5 param:14
sched_setaffinity 5.19 pid:5 len:1 user_mask_ptr:17
sched_getaffinity 5.19 pid:5 len:1 user_mask_ptr:17
sched_yield 5.19
sched_get_priority_max 5.19 policy:0:sched
sched_get_priority_min 5.19 policy:0:sched
sched_rr_get_interval 5.19 pid:5 interval:a
restart_syscall 5.19
kill 5.19 pid:5 sig:0:sig
tkill 5.19 pid:5 sig:0:sig
tgkill 5.19 tgid:5 pid:5 sig:0:sig
sigaltstack 5.19 uss:23 uoss:2e
rt_sigsuspend 5.19 unewset:o sigsetsize:4
rt_sigaction 5.19 sig:0:sig act:29 oact:2z sigsetsize:4
rt_sigprocmask 5.19 how:0:sig-how nset:o oset:o sigsetsize:4
rt_sigpending 5.19 uset:o sigsetsize:4
rt_sigtimedwait 5.19 uthese:t uinfo:v uts:i sigsetsize:4
rt_sigqueueinfo 5.19 pid:5 sig:0:sig uinfo:v
rt_sigreturn 5.19
setpriority 5.19 which:0:prio who:0 niceval:0
getpriority 5.19 which:0:prio who:0
reboot 5.19 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
setregid 5.19 rgid:e egid:e
setgid 5.19 gid:e
setreuid 5.19 ruid:f euid:f
setuid 5.19 uid:f
setresuid 5.19 ruid:f euid:f suid:f
getresuid 5.19 ruidp:16 euidp:16 suidp:16
setresgid 5.19 rgid:e egid:e sgid:e
getresgid 5.19 rgidp:m egidp:m sgidp:m
setfsuid 5.19 uid:f
setfsgid 5.19 gid:e
times 5.19 tbuf:35
setpgid 5.19 pid:5 pgid:5
getpgid 5.19 pid:5
getsid 5.19 pid:5
setsid 5.19
getgroups 5.19 gidsetsize:0 grouplist:m
setgroups 5.19 gidsetsize:0 grouplist:m
uname 5.19 name:2p
sethostname 5.19 name:6 len:0
setdomainname 5.19 name:6 len:0
getrusage 5.19 who:0:rusage ru:13
umask 5.19 mask:0:s
prctl 5.19 option:0:pr arg2:2 arg3:2 arg4:2 arg5:2
getcpu 5.19 cpup:1w nodep:1w unused:2i
gettimeofday 5.19 tv:1g tz:1u
settimeofday 5.19 tv:1g tz:1u
adjtimex 5.19 txc_p:1h
getpid 5.19
getppid 5.19
getuid 5.19
geteuid 5.19
getgid 5.19
getegid 5.19
gettid 5.19
sysinfo 5.19 info:34
mq_open 5.19 u_name:3 oflag:0:o mode:k:s u_attr:1o
mq_unlink 5.19 u_name:3
mq_timedsend 5.19 mqdes:q u_msg_ptr:3 msg_len:4 msg_prio:1 u_abs_timeout:i
mq_timedreceive 5.19 mqdes:q u_msg_ptr:6 msg_len:4 u_msg_prio:3a u_abs_timeout:i
mq_notify 5.19 mqdes:q u_notification:2a
mq_getsetattr 5.19 mqdes:q u_mqstat:26 u_omqstat:1o
msgget 5.19 key:y msgflg:0:ipc+s
msgctl 5.19 msqid:0 cmd:0:+msq+ipc buf:2o
msgrcv 5.19 msqid:0 msgp:1p msgsz:4 msgtyp:h msgflg:0:msq+ipc
msgsnd 5.19 msqid:0 msgp:1p msgsz:4 msgflg:0:ipc
semget 5.19 key:y nsems:0 semflg:0:ipc+s
semctl 5.19 semid:0 semnum:0 cmd:0:sem+ipc arg:2
semtimedop 5.19 semid:0 tsops:1r nsops:1 timeout:i
semop 5.19 semid:0 tsops:1r nsops:1
shmget 5.19 key:y size:4 shmflg:0:shm+ipc+s
shmctl 5.19 shmid:0 cmd:0:+shm+ipc buf:2y
shmat 5.19 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 5.19 shmaddr:6
socket 5.19 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 5.19 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
bind 5.19 fd:0 umyaddr:j addrlen:0
listen 5.19 fd:0 backlog:0
accept 5.19 fd:0 upeer_sockaddr:j upeer_addrlen:9
connect 5.19 fd:0 uservaddr:j addrlen:0
getsockname 5.19 fd:0 usockaddr:j usockaddr_len:9
getpeername 5.19 fd:0 usockaddr:j usockaddr_len:9
sendto 5.19 fd:0 buff:7 len:4 flags:1:msg addr:j addr_len:0
recvfrom 5.19 fd:0 ubuf:7 size:4 flags:1:msg addr:j addr_len:9
setsockopt 5.19 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 5.19 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
shutdown 5.19 fd:0 how:0:shut
sendmsg 5.19 fd:0 msg:1v flags:1:msg
recvmsg 5.19 fd:0 msg:1v flags:1:msg
readahead 5.19 fd:0 offset:d count:4
brk 5.19 brk:2
munmap 5.19 addr:2 len:4
mremap 5.19 addr:2 old_len:2 new_len:2 flags:2:mremap new_addr:2
add_key 5.19 _type:3 _description:3 _payload:l plen:4 ringid:19:key
request_key 5.19 _type:3 _description:3 _callout_info:3 destringid:19:key
keyctl 5.19 option:0:key arg2:2 arg3:2 arg4:2 arg5:2
clone 5.19 clone_flags:8:clone+sig newsp:2 parent_tidptr:9 child_tidptr:9 tls:2
execve 5.19 filename:3 argv:s envp:s
mmap 5.19 addr:2 len:2 prot:2:prot flags:2:map fd:8 off:2
fadvise64 5.19 fd:0 offset:d len:d advice:0:fadvise
swapon 5.19 specialfile:3 swap_flags:0:swap
swapoff 5.19 specialfile:3
mprotect 5.19 start:2 len:4 prot:2:prot
msync 5.19 start:2 len:4 flags:0:msync
mlock 5.19 start:2 len:4
munlock 5.19 start:2 len:4
mlockall 5.19 flags:0:mcl
munlockall 5.19
mincore 5.19 start:2 len:4 vec:39
madvise 5.19 start:2 len_in:4 behavior:0:madv
remap_file_pages 5.19 start:2 size:2 prot:2:prot pgoff:2 flags:2:map
mbind 5.19 start:2 len:2 mode:20:mpol nmask:u maxnode:2 flags:1:mpol-mf
get_mempolicy 5.19 policy:9 nmask:17 maxnode:2 addr:2 flags:2:mpol-f
set_mempolicy 5.19 mode:0:mpol nmask:u maxnode:2
migrate_pages 5.19 pid:5 maxnode:2 old_nodes:u new_nodes:u
move_pages 5.19 pid:5 nr_pages:2 pages:2c nodes:22 status:9 flags:0:mpol-mf
rt_tgsigqueueinfo 5.19 tgid:5 pid:5 sig:0:sig uinfo:v
perf_event_open 5.19 attr_uptr:2s pid:5 cpu:0 group_fd:0 flags:2:perf
accept4 5.19 fd:0 upeer_sockaddr:j upeer_addrlen:9 flags:0:sock
recvmmsg 5.19 fd:0 mmsg:1m vlen:1 flags:1:msg timeout:a
wait4 5.19 upid:5 stat_addr:9 options:0:wait ru:13
prlimit64 5.19 pid:5 resource:1:rlimit new_rlim:28 old_rlim:2u
fanotify_init 5.19 flags:1:fan event_f_flags:1:o
fanotify_mark 5.19 fanotify_fd:0 flags:1:fan-mark mask:3b:fan-event dfd:0:at pathname:3
name_to_handle_at 5.19 dfd:0:at name:3 handle:1j mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 5.19 mountdirfd:0:at handle:1j flags:0:o
clock_adjtime 5.19 which_clock:g:clock utx:1h
syncfs 5.19 fd:0
setns 5.19 fd:0 flags:0:clone
sendmmsg 5.19 fd:0 mmsg:1m vlen:1 flags:1:msg
process_vm_readv 5.19 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
process_vm_writev 5.19 pid:5 lvec:c liovcnt:8 rvec:c riovcnt:2 flags:2
kcmp 5.19 pid1:5 pid2:5 type:0:kcmp idx1:2 idx2:2
finit_module 5.19 fd:0 uargs:3 flags:0:module
sched_setattr 5.19 pid:5 uattr:1q flags:1
sched_getattr 5.19 pid:5 uattr:1q usize:1 flags:1
renameat2 5.19 olddfd:0:at oldname:3 newdfd:0:at newname:3 flags:1:rename
seccomp 5.19 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 5.19 buf:6 count:4 flags:1:grnd
memfd_create 5.19 uname:3 flags:1:mfd
bpf 5.19 cmd:0:bpf uattr:38 size:1
execveat 5.19 fd:0:at filename:3 argv:s envp:s flags:0:at
userfaultfd 5.19 flags:0:o+uffd
membarrier 5.19 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 5.19 start:2 len:4 flags:0:mlock
copy_file_range 5.19 fd_in:0 off_in:n fd_out:0 off_out:n len:4 flags:1
preadv2 5.19 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1a:rwf
pwritev2 5.19 fd:8 vec:c vlen:8 pos_l:2 pos_h:2 flags:1a:rwf
pkey_mprotect 5.19 start:2 len:4 prot:2:prot pkey:0
pkey_alloc 5.19 flags:2 init_val:2:pkey
pkey_free 5.19 pkey:0
statx 5.19 dfd:0:at filename:3 flags:1:at mask:1:statx buffer:33
io_pgetevents 5.19 ctx_id:p min_nr:h nr:h events:12 timeout:a usig:24
rseq 5.19 rseq:2x rseq_len:b flags:0:rseq sig:b
kexec_file_load 5.19 kernel_fd:0 initrd_fd:0 cmdline_len:2 cmdline_ptr:3 flags:2:kexec-file
pidfd_send_signal 5.19 pidfd:0 sig:0:sig info:v flags:1:pidfd-signal
io_uring_setup 5.19 entries:b params:2j
io_uring_enter 5.19 fd:1 to_submit:b min_complete:b flags:b:io-uring-enter argp:l argsz:4
io_uring_register 5.19 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.19 dfd:0:at filename:3 flags:1:open-tree+at
move_mount 5.19 from_dfd:0:at from_pathname:3 to_dfd:0:at to_pathname:3 flags:1:move-mount
fsopen 5.19 _fs_name:3 flags:1:fsopen
fsconfig 5.19 fd:0 cmd:1:fsconfig _key:3 _value:l aux:0
fsmount 5.19 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.19 dfd:0:at path:3 flags:1:fspick
pidfd_open 5.19 pid:5 flags:1:pidfd
clone3 5.19 uargs:2h size:4
close_range 5.19 fd:1 max_fd:1 flags:1:close-range
openat2 5.19 dfd:0:at filename:3 how:2r usize:4
pidfd_getfd 5.19 pidfd:0 fd:0 flags:1
faccessat2 5.19 dfd:0:at filename:3 mode:0:access flags:0:at
process_madvise 5.19 pidfd:0 vec:c vlen:3e behavior:0:madv flags:1
epoll_pwait2 5.19 epfd:0 events:11 maxevents:0 timeout:i sigmask:t sigsetsize:4
mount_setattr 5.19 dfd:0:at path:3 flags:1:at uattr:1n usize:4
quotactl_fd 5.19 fd:1 cmd:1:+quota-type id:1x addr:7
landlock_create_ruleset 5.19 attr:25 size:4 flags:18:landlock
landlock_add_rule 5.19 ruleset_fd:0 rule_type:3d:landlock-rule rule_attr:l flags:18
landlock_restrict_self 5.19 ruleset_fd:0 flags:18
process_mrelease 5.19 pidfd:0 flags:1
futex_waitv 5.19 waiters:1k nr_futexes:1 flags:1 timeout:a clockid:g:clock
set_mempolicy_home_node 5.19 start:2 len:2 home_node:2 flags:2
cachestat 6.5 fd:1 cstat_range:2g cstat:2f flags:1
fchmodat2 6.6 dfd:0:at filename:3 mode:k:s flags:1:at
map_shadow_stack 6.7 addr:2 size:2 flags:1
futex_wake 6.7 uaddr:7 mask:2 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:2 mask:2 flags:1:futex2 timeout:a clockid:g:clock
futex_requeue 6.7 waiters:1k flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1f buf:32 bufsize:4 flags:1
listmount 6.8 req:1f mnt_ids:15 nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1l size:x flags:b
lsm_set_self_attr 6.8 attr:1 ctx:1l size:b flags:b
lsm_list_modules 6.8 ids:15 size:x flags:b
mseal 6.10 start:2 len:4 flags:2
setxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:2b usize:4
getxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3 uargs:36 usize:4
listxattrat 6.13 dfd:0:at pathname:3 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:3 at_flags:1:at name:3
open_tree_attr 6.15 dfd:0:at filename:3 flags:1:open-tree+at uattr:1n usize:4
file_getattr 6.17 dfd:0:at filename:3 ufattr:1i usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:3 ufattr:1i usize:4 at_flags:1:at
listns 6.19 req:27 ns_ids:15 nr_ns_ids:4 flags:1
rseq_slice_yield 7.0`

/** The table of loongarch64, with signatures. */
export const loongarch64: SignedAbiTable<'loongarch64'> = /* @__PURE__ */ signedTable(
  calls_loongarch64,
  64,
  TYPES,
  CALLS,
)
