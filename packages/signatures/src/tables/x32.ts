// Written by tools/gen-signatures from the source of Linux 6.12.107 and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR

import { signedTable } from '../decode.ts'
import type { SignedAbiTable } from '../decode.ts'
import { x32 as calls_x32 } from '@seccompile/syscalls/x32'

/** The C types of x32, each after what the kernel reads of it. */
const TYPES = `iint
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
lloff_t
pconst struct iovec __user *
ugid_t
uuid_t
iclockid_t
pstruct sockaddr __user *
pconst struct __kernel_timespec __user *
pconst void __user *
llong
pfd_set __user *
pgid_t __user *
ploff_t __user *
psigset_t __user *
pstruct __kernel_old_timeval __user *
pu32 __user *
ucompat_size_t
icompat_long_t
icompat_pid_t
imqd_t
itimer_t
pconst compat_uptr_t __user *
pconst unsigned long __user *
pstruct __kernel_itimerspec __user *
pstruct compat_siginfo __user *
pstruct epoll_event __user *
pstruct stat __user *
qaio_context_t
ucompat_ulong_t
ikey_t
pconst sigset_t __user *
pstruct __kernel_old_itimerval __user *
pstruct io_event __user *
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
pcompat_sigset_t __user *
pcompat_uptr_t __user *
pconst struct __kernel_itimerspec __user *
pconst struct mnt_id_req __user *
pstruct __kernel_timex __user *
pstruct compat_mmsghdr __user *
pstruct compat_msghdr __user *
pstruct file_attr __user *
pstruct file_handle __user *
pstruct futex_waitv __user *
pstruct lsm_ctx __user *
pstruct mount_attr __user *
pstruct mq_attr __user *
pstruct msgbuf __user *
pstruct pollfd __user *
pstruct rlimit __user *
pstruct rusage __user *
pstruct sched_attr __user *
pstruct sembuf __user *
pstruct statfs __user *
pstruct timezone __user *
punsigned __user *
uqid_t
i__s32
iunsigned long
p__kernel_old_time_t __user *
pcompat_size_t __user *
pcompat_stack_t __user *
pconst compat_stack_t __user *
pconst int __user *
pconst struct __aio_sigset __user *
pconst struct compat_sigaction __user *
pconst struct compat_sigevent __user *
pconst struct landlock_ruleset_attr __user *
pconst struct mq_attr __user *
pconst struct ns_id_req __user *
pconst struct rlimit64 __user *
pconst struct xattr_args __user *
pconst void __user *__user *
psiginfo_t __user *
pstruct cachestat __user *
pstruct cachestat_range __user *
pstruct clone_args __user *
pstruct compat_kexec_segment __user *
pstruct compat_robust_list_head __user *
pstruct compat_rusage __user *
pstruct compat_sigaction __user *
pstruct compat_sigevent __user *
pstruct getcpu_cache __user *
pstruct io_uring_params __user *
pstruct iocb __user *
pstruct linux_dirent __user *
pstruct linux_dirent64 __user *
pstruct msqid_ds __user *
pstruct new_utsname __user *
pstruct open_how __user *
pstruct perf_event_attr __user *
pstruct rlimit64 __user *
pstruct rseq __user *
pstruct shmid_ds __user *
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
ucompat_aio_context_t
uenum landlock_rule_type
usize_t`

/** The calls of x32: name, version, arguments. */
const CALLS = `read 3.4 fd:1 buf:6 count:4
write 3.4 fd:1 buf:2 count:4
open 3.4 filename:2 flags:0:o mode:c:s
close 3.4 fd:1
stat 3.4 filename:2 statbuf:12
fstat 3.4 fd:1 statbuf:12
lstat 3.4 filename:2 statbuf:12
poll 3.4 ufds:1x nfds:1 timeout_msecs:0
lseek 3.4 fd:1 offset:1g whence:1:seek
mmap 3.4 addr:3 len:3 prot:3:prot flags:3:map fd:8 off:3
mprotect 3.4 start:3 len:4 prot:3:prot
munmap 3.4 addr:3 len:4
brk 3.4 brk:3
rt_sigprocmask 3.4 how:0:sig-how nset:p oset:p sigsetsize:4
pread64 3.4 fd:1 buf:6 count:4 pos:d
pwrite64 3.4 fd:1 buf:2 count:4 pos:d
access 3.4 filename:2 mode:0:access
pipe 3.4 fildes:9
select 3.4 n:0 inp:m outp:m exp:m tvp:q
sched_yield 3.4
mremap 3.4 addr:3 old_len:3 new_len:3 flags:3:mremap new_addr:3
msync 3.4 start:3 len:4 flags:0:msync
mincore 3.4 start:3 len:4 vec:3g
madvise 3.4 start:3 len_in:4 behavior:0:madv
shmget 3.4 key:15 size:4 shmflg:0:shm+ipc+s
shmat 3.4 shmid:0 shmaddr:6 shmflg:0:shm
shmctl 3.4 shmid:0 cmd:0:+shm+ipc buf:36
dup 3.4 fildes:1
dup2 3.4 oldfd:1 newfd:1
pause 3.4
nanosleep 3.4 rqtp:a rmtp:a
getitimer 3.4 which:0:itimer value:17
alarm 3.4 seconds:1
setitimer 3.4 which:0:itimer value:17 ovalue:17
getpid 3.4
sendfile 3.4 out_fd:0 in_fd:0 offset:o count:4
socket 3.4 family:0:af type:0:sock protocol:0:+ipproto+netlink
connect 3.4 fd:0 uservaddr:i addrlen:0
accept 3.4 fd:0 upeer_sockaddr:i upeer_addrlen:9
sendto 3.4 fd:0 buff:7 len:4 flags:1:msg addr:i addr_len:0
shutdown 3.4 fd:0 how:0:shut
bind 3.4 fd:0 umyaddr:i addrlen:0
listen 3.4 fd:0 backlog:0
getsockname 3.4 fd:0 usockaddr:i usockaddr_len:9
getpeername 3.4 fd:0 usockaddr:i usockaddr_len:9
socketpair 3.4 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
clone 3.4 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 child_tidptr:9 tls:3
fork 3.4
vfork 3.4
exit 3.4 error_code:0
wait4 3.4 upid:5 stat_addr:9 options:0:wait ru:1z
kill 3.4 pid:5 sig:0:sig
uname 3.4 name:31
semget 3.4 key:15 nsems:0 semflg:0:ipc+s
semop 3.4 semid:0 tsops:21 nsops:1
semctl 3.4 semid:0 semnum:0 cmd:0:sem+ipc arg:3
shmdt 3.4 shmaddr:6
msgget 3.4 key:15 msgflg:0:ipc+s
msgsnd 3.4 msqid:0 msgp:1w msgsz:4 msgflg:0:ipc
msgrcv 3.4 msqid:0 msgp:1w msgsz:4 msgtyp:l msgflg:0:msq+ipc
msgctl 3.4 msqid:0 cmd:0:+msq+ipc buf:30
fcntl 3.4 fd:1 cmd:1:f arg:3
flock 3.4 fd:1 cmd:1:lock
fsync 3.4 fd:1
fdatasync 3.4 fd:1
truncate 3.4 path:2 length:l
ftruncate 3.4 fd:1 length:1g
getdents 3.4 fd:1 dirent:2y count:1
getcwd 3.4 buf:6 size:3
chdir 3.4 filename:2
fchdir 3.4 fd:1
rename 3.4 oldname:2 newname:2
mkdir 3.4 pathname:2 mode:c:s
rmdir 3.4 pathname:2
creat 3.4 pathname:2 mode:c:s
link 3.4 oldname:2 newname:2
unlink 3.4 pathname:2
symlink 3.4 oldname:2 newname:2
readlink 3.4 path:2 buf:6 bufsiz:0
chmod 3.4 filename:2 mode:c:s
fchmod 3.4 fd:1 mode:c:s
chown 3.4 filename:2 user:g group:f
fchown 3.4 fd:1 user:g group:f
lchown 3.4 filename:2 user:g group:f
umask 3.4 mask:0:s
gettimeofday 3.4 tv:q tz:23
getrlimit 3.4 resource:1:rlimit rlim:1y
getrusage 3.4 who:0:rusage ru:1z
sysinfo 3.4 info:39
times 3.4 tbuf:3a
getuid 3.4
syslog 3.4 type:0:syslog buf:6 len:0
getgid 3.4
setuid 3.4 uid:g
setgid 3.4 gid:f
geteuid 3.4
getegid 3.4
setpgid 3.4 pid:5 pgid:5
getppid 3.4
getpgrp 3.4
setsid 3.4
setreuid 3.4 ruid:g euid:g
setregid 3.4 rgid:f egid:f
getgroups 3.4 gidsetsize:0 grouplist:n
setgroups 3.4 gidsetsize:0 grouplist:n
setresuid 3.4 ruid:g euid:g suid:g
getresuid 3.4 ruidp:1b euidp:1b suidp:1b
setresgid 3.4 rgid:f egid:f sgid:f
getresgid 3.4 rgidp:n egidp:n sgidp:n
getpgid 3.4 pid:5
setfsuid 3.4 uid:g
setfsgid 3.4 gid:f
getsid 3.4 pid:5
capget 3.4 header:1i dataptr:1h
capset 3.4 header:1i data:1h
rt_sigsuspend 3.4 unewset:p sigsetsize:4
utime 3.4 filename:6 times:3c
mknod 3.4 filename:2 mode:c:s dev:1
personality 3.4 personality:1:personality
ustat 3.4 dev:1 ubuf:3b
statfs 3.4 pathname:2 buf:22
fstatfs 3.4 fd:1 buf:22
sysfs 3.4 option:0 arg1:3 arg2:3
getpriority 3.4 which:0:prio who:0
setpriority 3.4 which:0:prio who:0 niceval:0
sched_setparam 3.4 pid:5 param:19
sched_getparam 3.4 pid:5 param:19
sched_setscheduler 3.4 pid:5 policy:0:sched param:19
sched_getscheduler 3.4 pid:5
sched_get_priority_max 3.4 policy:0:sched
sched_get_priority_min 3.4 policy:0:sched
sched_rr_get_interval 3.4 pid:5 interval:a
mlock 3.4 start:3 len:4
munlock 3.4 start:3 len:4
mlockall 3.4 flags:0:mcl
munlockall 3.4
vhangup 3.4
modify_ldt 3.4 func:0 ptr:7 bytecount:3
pivot_root 3.4 new_root:2 put_old:2
prctl 3.4 option:0:pr arg2:3 arg3:3 arg4:3 arg5:3
arch_prctl 3.4 option:0:arch-prctl arg2:3
adjtimex 3.4 txc_p:1n
setrlimit 3.4 resource:1:rlimit rlim:1y
chroot 3.4 filename:2
sync 3.4
acct 3.4 name:2
settimeofday 3.4 tv:q tz:23
mount 3.4 dev_name:6 dir_name:6 type:6 flags:3:mount data:7
umount2 3.4 name:6 flags:0:umount
swapon 3.4 specialfile:2 swap_flags:0:swap
swapoff 3.4 specialfile:2
reboot 3.4 magic1:0:reboot magic2:0:reboot cmd:1:reboot arg:7
sethostname 3.4 name:6 len:0
setdomainname 3.4 name:6 len:0
iopl 3.4 level:1
ioperm 3.4 from:3 num:3 turn_on:0
init_module 3.4 umod:7 len:3 uargs:2
delete_module 3.4 name_user:2 flags:1:o
quotactl 3.4 cmd:1:+quota-type special:2 id:25 addr:7
gettid 3.4
readahead 3.4 fd:0 offset:d count:4
setxattr 3.4 pathname:2 name:2 value:k size:4 flags:0:xattr
lsetxattr 3.4 pathname:2 name:2 value:k size:4 flags:0:xattr
fsetxattr 3.4 fd:0 name:2 value:k size:4 flags:0:xattr
getxattr 3.4 pathname:2 name:2 value:7 size:4
lgetxattr 3.4 pathname:2 name:2 value:7 size:4
fgetxattr 3.4 fd:0 name:2 value:7 size:4
listxattr 3.4 pathname:2 list:6 size:4
llistxattr 3.4 pathname:2 list:6 size:4
flistxattr 3.4 fd:0 list:6 size:4
removexattr 3.4 pathname:2 name:2
lremovexattr 3.4 pathname:2 name:2
fremovexattr 3.4 fd:0 name:2
tkill 3.4 pid:5 sig:0:sig
time 3.4 tloc:28
futex 3.4 uaddr:r op:0:futex val:b utime:j uaddr2:r val3:b
sched_setaffinity 3.4 pid:5 len:1 user_mask_ptr:1c
sched_getaffinity 3.4 pid:5 len:1 user_mask_ptr:1c
io_destroy 3.4 ctx:13
io_getevents 3.4 ctx_id:13 min_nr:l nr:l events:18 timeout:a
io_cancel 3.4 ctx_id:13 iocb:2x result:18
lookup_dcookie 3.4 cookie64:3j buf:6 len:4
epoll_create 3.4 size:0
remap_file_pages 3.4 start:3 size:3 prot:3:prot pgoff:3 flags:3:map
getdents64 3.4 fd:1 dirent:2z count:1
set_tid_address 3.4 tidptr:9
restart_syscall 3.4
semtimedop 3.4 semid:0 tsops:21 nsops:1 timeout:j
fadvise64 3.4 fd:0 offset:d len:4 advice:0:fadvise
timer_settime 3.4 timer_id:w flags:0:timer new_setting:1l old_setting:z
timer_gettime 3.4 timer_id:w setting:z
timer_getoverrun 3.4 timer_id:w
timer_delete 3.4 timer_id:w
clock_settime 3.4 which_clock:h:clock tp:j
clock_gettime 3.4 which_clock:h:clock tp:a
clock_getres 3.4 which_clock:h:clock tp:a
clock_nanosleep 3.4 which_clock:h:clock flags:0:timer rqtp:j rmtp:a
exit_group 3.4 error_code:0
epoll_wait 3.4 epfd:0 events:11 maxevents:0 timeout:0
epoll_ctl 3.4 epfd:0 op:0:epoll fd:0 event:11
tgkill 3.4 tgid:5 pid:5 sig:0:sig
utimes 3.4 filename:6 utimes:q
mbind 3.4 start:3 len:3 mode:27:mpol nmask:y maxnode:3 flags:1:mpol-mf
set_mempolicy 3.4 mode:0:mpol nmask:y maxnode:3
get_mempolicy 3.4 policy:9 nmask:1c maxnode:3 addr:3 flags:3:mpol-f
mq_open 3.4 u_name:2 oflag:0:o mode:c:s u_attr:1v
mq_unlink 3.4 u_name:2
mq_timedsend 3.4 mqdes:v u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:j
mq_timedreceive 3.4 mqdes:v u_msg_ptr:6 msg_len:4 u_msg_prio:3h u_abs_timeout:j
mq_getsetattr 3.4 mqdes:v u_mqstat:2h u_omqstat:1v
add_key 3.4 _type:2 _description:2 _payload:k plen:4 ringid:1e:key
request_key 3.4 _type:2 _description:2 _callout_info:2 destringid:1e:key
keyctl 3.4 option:0:key arg2:3 arg3:3 arg4:3 arg5:3
ioprio_set 3.4 which:0:ioprio who:0 ioprio:0
ioprio_get 3.4 which:0:ioprio who:0
inotify_init 3.4
inotify_add_watch 3.4 fd:0 pathname:2 mask:b:in
inotify_rm_watch 3.4 fd:0 wd:26
migrate_pages 3.4 pid:5 maxnode:3 old_nodes:y new_nodes:y
openat 3.4 dfd:0:at filename:2 flags:0:o mode:c:s
mkdirat 3.4 dfd:0:at pathname:2 mode:c:s
mknodat 3.4 dfd:0:at filename:2 mode:c:s dev:1
fchownat 3.4 dfd:0:at filename:2 user:g group:f flag:0:at
futimesat 3.4 dfd:0:at filename:2 utimes:q
newfstatat 3.4 dfd:0:at filename:2 statbuf:12 flag:0:at
unlinkat 3.4 dfd:0:at pathname:2 flag:0:at
renameat 3.4 olddfd:0:at oldname:2 newdfd:0:at newname:2
linkat 3.4 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:0:at
symlinkat 3.4 oldname:2 newdfd:0:at newname:2
readlinkat 3.4 dfd:0:at pathname:2 buf:6 bufsiz:0
fchmodat 3.4 dfd:0:at filename:2 mode:c:s
faccessat 3.4 dfd:0:at filename:2 mode:0:access
pselect6 3.4 n:0 inp:m outp:m exp:m tsp:a sig:7
ppoll 3.4 ufds:1x nfds:1 tsp:a sigmask:16 sigsetsize:4
unshare 3.4 unshare_flags:3:clone
splice 3.4 fd_in:0 off_in:o fd_out:0 off_out:o len:4 flags:1:splice
tee 3.4 fdin:0 fdout:0 len:4 flags:1:splice
sync_file_range 3.4 fd:0 offset:d nbytes:d flags:1:sync-range
utimensat 3.4 dfd:0:at filename:2 utimes:a flags:0:at
epoll_pwait 3.4 epfd:0 events:11 maxevents:0 timeout:0 sigmask:16 sigsetsize:4
signalfd 3.4 ufd:0 user_mask:p sizemask:4
timerfd_create 3.4 clockid:0:clock flags:0:tfd
eventfd 3.4 count:1
fallocate 3.4 fd:0 mode:0:falloc offset:d len:d
timerfd_settime 3.4 ufd:0 flags:0:tfd utmr:1l otmr:z
timerfd_gettime 3.4 ufd:0 otmr:z
accept4 3.4 fd:0 upeer_sockaddr:i upeer_addrlen:9 flags:0:sock
signalfd4 3.4 ufd:0 user_mask:p sizemask:4 flags:0:sfd
eventfd2 3.4 count:1 flags:0:efd
epoll_create1 3.4 flags:0:epoll
dup3 3.4 oldfd:1 newfd:1 flags:0:o
pipe2 3.4 fildes:9 flags:0:o
inotify_init1 3.4 flags:0:in-init
perf_event_open 3.4 attr_uptr:33 pid:5 cpu:0 group_fd:0 flags:3:perf
fanotify_init 3.4 flags:1:fan event_f_flags:1:o
fanotify_mark 3.4 fanotify_fd:0 flags:1:fan-mark mask:3i:fan-event dfd:0:at pathname:2
prlimit64 3.4 pid:5 resource:1:rlimit new_rlim:2j old_rlim:34
name_to_handle_at 3.4 dfd:0:at name:2 handle:1r mnt_id:7 flag:0:name-to-handle+at
open_by_handle_at 3.4 mountdirfd:0:at handle:1r flags:0:o
clock_adjtime 3.4 which_clock:h:clock utx:1n
syncfs 3.4 fd:0
setns 3.4 fd:0 flags:0:clone
getcpu 3.4 cpup:24 nodep:24 unused:2v
kcmp 3.5 pid1:5 pid2:5 type:0:kcmp idx1:3 idx2:3
finit_module 3.8 fd:0 uargs:2 flags:0:module
sched_setattr 3.14 pid:5 uattr:20 flags:1
sched_getattr 3.14 pid:5 uattr:20 usize:1 flags:1
renameat2 3.15 olddfd:0:at oldname:2 newdfd:0:at newname:2 flags:1:rename
seccomp 3.17 op:1:seccomp flags:1:seccomp-flag uargs:7
getrandom 3.17 buf:6 count:4 flags:1:grnd
memfd_create 3.17 uname:2 flags:1:mfd
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
bpf 3.18 cmd:0:bpf uattr:3f size:1
userfaultfd 4.3 flags:0:o+uffd
membarrier 4.3 cmd:0:membarrier flags:1:membarrier-flag cpu_id:0
mlock2 4.4 start:3 len:4 flags:0:mlock
copy_file_range 4.5 fd_in:0 off_in:o fd_out:0 off_out:o len:4 flags:1
pkey_mprotect 4.9 start:3 len:4 prot:3:prot pkey:0
pkey_alloc 4.9 flags:3 init_val:3:pkey
pkey_free 4.9 pkey:0
statx 4.11 dfd:0:at filename:2 flags:1:at mask:1:statx buffer:38
io_pgetevents 4.18 ctx_id:13 min_nr:l nr:l events:18 timeout:a usig:2d
rseq 4.18 rseq:35 rseq_len:b flags:0:rseq sig:b
uretprobe 6.11
uprobe 6.18
pidfd_send_signal 5.1 pidfd:0 sig:0:sig info:2m flags:1:pidfd-signal
io_uring_setup 5.1 entries:b params:2w
io_uring_enter 5.1 fd:1 to_submit:b min_complete:b flags:b:io-uring-enter argp:k argsz:4
io_uring_register 5.1 fd:1 opcode:1:io-uring arg:7 nr_args:1
open_tree 5.2 dfd:0:at filename:2 flags:1:open-tree+at
move_mount 5.2 from_dfd:0:at from_pathname:2 to_dfd:0:at to_pathname:2 flags:1:move-mount
fsopen 5.2 _fs_name:2 flags:1:fsopen
fsconfig 5.2 fd:0 cmd:1:fsconfig _key:2 _value:k aux:0
fsmount 5.2 fs_fd:0 flags:1:fsmount attr_flags:1:mount-attr
fspick 5.2 dfd:0:at path:2 flags:1:fspick
pidfd_open 5.3 pid:5 flags:1:pidfd
clone3 5.3 uargs:2p size:4
close_range 5.9 fd:1 max_fd:1 flags:1:close-range
openat2 5.6 dfd:0:at filename:2 how:32 usize:4
pidfd_getfd 5.6 pidfd:0 fd:0 flags:1
faccessat2 5.8 dfd:0:at filename:2 mode:0:access flags:0:at
process_madvise 5.10 pidfd:0 vec:e vlen:3m behavior:0:madv flags:1
epoll_pwait2 5.11 epfd:0 events:11 maxevents:0 timeout:j sigmask:16 sigsetsize:4
mount_setattr 5.12 dfd:0:at path:2 flags:1:at uattr:1u usize:4
quotactl_fd 5.14 fd:1 cmd:1:+quota-type id:25 addr:7
landlock_create_ruleset 5.13 attr:2g size:4 flags:1d:landlock
landlock_add_rule 5.13 ruleset_fd:0 rule_type:3l:landlock-rule rule_attr:k flags:1d
landlock_restrict_self 5.13 ruleset_fd:0 flags:1d
memfd_secret 5.14 flags:1:o
process_mrelease 5.15 pidfd:0 flags:1
futex_waitv 5.16 waiters:1s nr_futexes:1 flags:1 timeout:a clockid:h:clock
set_mempolicy_home_node 5.17 start:3 len:3 home_node:3 flags:3
cachestat 6.5 fd:1 cstat_range:2o cstat:2n flags:1
fchmodat2 6.6 dfd:0:at filename:2 mode:c:s flags:1:at
map_shadow_stack 6.7 addr:3 size:3 flags:1
futex_wake 6.7 uaddr:7 mask:3 nr:0 flags:1:futex2
futex_wait 6.7 uaddr:7 val:3 mask:3 flags:1:futex2 timeout:a clockid:h:clock
futex_requeue 6.7 waiters:1s flags:1 nr_wake:0 nr_requeue:0
statmount 6.8 req:1m buf:37 bufsize:4 flags:1
listmount 6.8 req:1m mnt_ids:1a nr_mnt_ids:4 flags:1
lsm_get_self_attr 6.8 attr:1 ctx:1t size:r flags:b
lsm_set_self_attr 6.8 attr:1 ctx:1t size:b flags:b
lsm_list_modules 6.8 ids:1a size:r flags:b
mseal 6.10 start:3 len:4 flags:3
setxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:2k usize:4
getxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2 uargs:3d usize:4
listxattrat 6.13 dfd:0:at pathname:2 at_flags:1:at list:6 size:4
removexattrat 6.13 dfd:0:at pathname:2 at_flags:1:at name:2
open_tree_attr 6.15 dfd:0:at filename:2 flags:1:open-tree+at uattr:1u usize:4
file_getattr 6.17 dfd:0:at filename:2 ufattr:1q usize:4 at_flags:1:at
file_setattr 6.17 dfd:0:at filename:2 ufattr:1q usize:4 at_flags:1:at
listns 6.19 req:2i ns_ids:1a nr_ns_ids:4 flags:1
rseq_slice_yield 7.0
rt_sigaction 3.4 sig:0:sig act:2e oact:2t sigsetsize:s
rt_sigreturn 3.4
ioctl 3.4 fd:1 cmd:1:ioctl arg:14
readv 3.4 fd:8 vec:e vlen:8
writev 3.4 fd:8 vec:e vlen:8
recvfrom 3.4 fd:0 ubuf:7 size:s flags:1:msg addr:i addr_len:9
sendmsg 3.4 fd:0 msg:1p flags:1:msg
recvmsg 3.4 fd:0 msg:1p flags:1:msg
execve 3.4 filename:2 argv:x envp:x
ptrace 3.4 request:t:ptrace pid:t addr:t data:t
rt_sigpending 3.4 uset:1j sigsetsize:s
rt_sigtimedwait 3.4 uthese:1j uinfo:10 uts:a sigsetsize:s
rt_sigqueueinfo 3.4 pid:u sig:0:sig uinfo:10
sigaltstack 3.4 uss:2b uoss:2a
timer_create 3.4 which_clock:h:clock timer_event_spec:2u created_timer_id:3e
mq_notify 3.4 mqdes:v u_notification:2f
kexec_load 3.4 entry:14 nr_segments:14 segments:2q flags:14:kexec
waitid 3.4 which:0:idtype upid:u infop:10 options:0:wait ru:2s
set_robust_list 3.4 head:2r len:s
get_robust_list 3.4 pid:0 head_ptr:1k len_ptr:29
vmsplice 3.4 fd:0 uiov:e nr_segs:8 flags:1:splice
move_pages 3.4 pid:5 nr_pages:3 pages:2l nodes:2c status:9 flags:0:mpol-mf
preadv 3.4 fd:8 vec:e vlen:8 pos_l:d
pwritev 3.4 fd:8 vec:e vlen:8 pos_l:d
rt_tgsigqueueinfo 3.4 tgid:u pid:u sig:0:sig uinfo:10
recvmmsg 3.4 fd:0 mmsg:1o vlen:1 flags:1:msg timeout:a
sendmmsg 3.4 fd:0 mmsg:1o vlen:1 flags:1:msg
process_vm_readv 3.4 pid:5 lvec:e liovcnt:8 rvec:e riovcnt:3 flags:3
process_vm_writev 3.4 pid:5 lvec:e liovcnt:8 rvec:e riovcnt:3 flags:3
setsockopt 3.4 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 3.4 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
io_setup 3.4 nr_events:1 ctxp:r
io_submit 3.4 ctx_id:3k nr:0 iocbpp:1k
execveat 3.19 fd:0:at filename:2 argv:x envp:x flags:0:at
preadv2 4.6 fd:8 vec:e vlen:8 pos_l:d flags:1f:rwf
pwritev2 4.6 fd:8 vec:e vlen:8 pos_l:d flags:1f:rwf`

/** The table of x32, with signatures. */
export const x32: SignedAbiTable<'x32'> = /* @__PURE__ */ signedTable(calls_x32, 64, TYPES, CALLS)
