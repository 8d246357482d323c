// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { mips64n32 as calls_mips64n32 } from '@seccompile/syscalls/mips64n32'
import { mipsel64n32 as calls_mipsel64n32 } from '@seccompile/syscalls/mipsel64n32'

/** The calls of mips64n32 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  types: `ucompat_size_t
pstruct old_timespec32 __user *
ucompat_ulong_t
pcompat_ulong_t __user *
icompat_long_t
icompat_pid_t
pcompat_sigset_t __user *
pconst compat_sigset_t __user *
pstruct compat_siginfo __user *
pstruct old_itimerspec32 __user *
pstruct old_timeval32 __user *
pconst compat_uptr_t __user *
pconst struct old_timespec32 __user *
pstruct compat_mmsghdr __user *
pstruct compat_rusage __user *
pstruct old_itimerval32 __user *
ucompat_aio_context_t
ccompat_uptr_t
icompat_ssize_t
pcompat_uptr_t __user *
pconst struct __compat_aio_sigset __user *
pstruct compat_mq_attr __user *
pstruct compat_msghdr __user *
pstruct compat_rlimit __user *
pstruct compat_statfs __user *
pstruct compat_statfs64 __user *
pstruct old_timex32 __user *
hcompat_mode_t
iunsigned int
pchar *
pcompat_off_t __user *
pcompat_size_t __user *
pcompat_stack_t __user *
pcompat_uint_t __user *
pconst compat_stack_t __user *
pconst struct compat_mq_attr __user *
pconst struct compat_sigaction __user *
pconst struct compat_sigevent __user *
pconst struct old_itimerspec32 __user *
pstruct compat_kexec_segment __user *
pstruct compat_linux_dirent __user *
pstruct compat_robust_list_head __user *
pstruct compat_sigaction __user *
pstruct compat_sigevent __user *
pstruct compat_sysinfo __user *
pstruct compat_tms __user *
pstruct compat_ustat __user *
pstruct old_utimbuf32 __user *`,
  calls: `
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:8 off:1d
rt_sigaction 2.2 sig:0:sig act:4n oact:4t sigsetsize:3n
rt_sigprocmask 2.2 how:0:sig-how nset:3t oset:3t sigsetsize:3n
ioctl 1.0 fd:1 cmd:1:ioctl arg:3p
pipe 1.0
_newselect 2.0 n:0 inp:3q outp:3q exp:3q tvp:3x
shmctl 2.0 shmid:0 cmd:0:+shm+ipc buf:7
nanosleep 2.0 rqtp:3o rmtp:3o
getitimer 1.0 which:0:itimer value:42
setitimer 1.0 which:0:itimer value:42 ovalue:42
sendfile 2.2 out_fd:0 in_fd:0 offset:4h count:3n
recvfrom 2.0 fd:0 ubuf:7 size:3n flags:1:msg addr:k addr_len:9
sendmsg 2.0 fd:0 msg:49 flags:1:msg
recvmsg 2.0 fd:0 msg:49 flags:1:msg
clone 1.0 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
execve 1.0 filename:2 argv:3y envp:3y
wait4 1.0 upid:3s stat_addr:4k options:0:wait ru:41
semctl 2.0 semid:0 semnum:0 cmd:0:sem+ipc arg:0
msgsnd 2.0 msqid:0 msgp:44 msgsz:45 msgflg:0:ipc
msgrcv 2.0 msqid:0 msgp:44 msgsz:45 msgtyp:3r msgflg:0:msq+ipc
msgctl 2.0 msqid:0 cmd:0:+msq+ipc buf:7
fcntl 1.0 fd:1 cmd:1:f arg:3p
getdents 2.0 fd:1 dirent:4r count:1
gettimeofday 1.0 tv:3x tz:1x
getrlimit 1.0 resource:1:rlimit rlim:4a
getrusage 1.0 who:0:rusage ru:41
sysinfo 1.0 info:4v
times 1.0 tbuf:4w
ptrace 1.0 request:3r:ptrace pid:3r addr:3r data:3r
rt_sigpending 2.2 uset:3t sigsetsize:3n
rt_sigtimedwait 2.2 uthese:3t uinfo:3v uts:3o sigsetsize:3n
rt_sigqueueinfo 2.2 pid:3s sig:0:sig uinfo:3v
rt_sigsuspend 2.2 unewset:3t sigsetsize:3n
sigaltstack 2.2 uss:4l uoss:4j
utime 1.0 filename:2 times:4y
personality 1.2 personality:8:personality
ustat 1.0 dev:1 ubuf:4x
statfs 1.0 pathname:2 buf:4b
fstatfs 1.0 fd:1 buf:4b
sched_rr_get_interval 2.0 pid:5 interval:3o
adjtimex 1.0 txc_p:4d
setrlimit 1.0 resource:1:rlimit rlim:4a
settimeofday 1.0 tv:3x tz:1x
futex 2.6 uaddr:11 op:0:futex val:b utime:3z uaddr2:11 val3:b
sched_setaffinity 2.6 pid:3s len:1 user_mask_ptr:3q
sched_getaffinity 2.6 pid:3s len:1 user_mask_ptr:3q
cacheflush 1.2 addr:3 bytes:3 cache:1
cachectl - addr:4g nbytes:0 op:0
sysmips 2.6 cmd:i arg1:i arg2:i
io_setup 2.6 nr_events:1 ctxp:11
io_getevents 2.6 ctx_id:1a min_nr:22 nr:22 events:14 timeout:3o
io_submit 2.6 ctx_id:43 nr:0 iocbpp:46
fcntl64 2.4 fd:1 cmd:1:f arg:3p
semtimedop 2.6 semid:0 tsops:1v nsops:1 timeout:3z
fadvise64 2.6 fd:0 offset:h len:h advice:0:fadvise
statfs64 2.6 pathname:2 sz:3n buf:4c
fstatfs64 2.6 fd:1 sz:3n buf:4c
sendfile64 2.6 out_fd:0 in_fd:0 offset:p count:4
timer_create 2.6 which_clock:g:clock timer_event_spec:4u created_timer_id:3f
timer_settime 2.6 timer_id:t flags:0:timer new_setting:3w old_setting:3w
timer_gettime 2.6 timer_id:t setting:3w
clock_settime 2.6 which_clock:g:clock tp:3o
clock_gettime 2.6 which_clock:g:clock tp:3o
clock_getres 2.6 which_clock:g:clock tp:3o
clock_nanosleep 2.6 which_clock:g:clock flags:0:timer rqtp:3o rmtp:3o
utimes 2.2 filename:2 utimes:3x
mq_open 2.6 u_name:2 oflag:0:o mode:4e:s u_attr:48
mq_timedsend 2.6 mqdes:s u_msg_ptr:2 msg_len:1 msg_prio:1 u_abs_timeout:3z
mq_timedreceive 2.6 mqdes:s u_msg_ptr:6 msg_len:1 u_msg_prio:3i u_abs_timeout:3z
mq_notify 2.6 mqdes:s u_notification:4o
mq_getsetattr 2.6 mqdes:s u_mqstat:4m u_omqstat:48
waitid 2.6 which:0:idtype upid:3s infop:3v options:0:wait ru:41
keyctl 2.6 option:b:key arg2:b arg3:b arg4:b arg5:b
set_thread_area 2.6 addr:3
futimesat 2.6 dfd:1:at filename:2 utimes:3x
pselect6 2.6 n:0 inp:3q outp:3q exp:3q tsp:3o sig:7
ppoll 2.6 ufds:1s nfds:1 tsp:3o sigmask:3u sigsetsize:3n
set_robust_list 2.6 head:4s len:3n
get_robust_list 2.6 pid:0 head_ptr:46 len_ptr:4i
kexec_load 2.6 entry:3p nr_segments:3p segments:4q flags:3p:kexec
epoll_pwait 2.6 epfd:0 events:z maxevents:0 timeout:0 sigmask:3u sigsetsize:3n
utimensat 2.6 dfd:4f:at filename:2 utimes:3o flags:0:at
signalfd 2.6 ufd:0 user_mask:3u sizemask:3n
timerfd_gettime 2.6 ufd:0 otmr:3w
timerfd_settime 2.6 ufd:0 flags:0:tfd utmr:4p otmr:3w
signalfd4 2.6 ufd:0 user_mask:3u sizemask:3n flags:0:sfd
preadv 2.6 fd:3p vec:d vlen:3p pos_l:b pos_h:b
pwritev 2.6 fd:3p vec:d vlen:3p pos_l:b pos_h:b
rt_tgsigqueueinfo 2.6 tgid:3s pid:3s sig:0:sig uinfo:3v
recvmmsg 2.6 fd:0 mmsg:40 vlen:1 flags:1:msg timeout:3o
clock_adjtime 2.6 which_clock:g:clock utx:4d
sendmmsg 3.0 fd:0 mmsg:40 vlen:1 flags:1:msg
execveat 3.19 fd:0:at filename:2 argv:3y envp:3y flags:0:at
preadv2 4.6 fd:3p vec:d vlen:3p pos_l:b pos_h:b flags:1c:rwf
pwritev2 4.6 fd:3p vec:d vlen:3p pos_l:b pos_h:b flags:1c:rwf
io_pgetevents 4.18 ctx_id:43 min_nr:3r nr:3r events:14 timeout:3o usig:47
clock_gettime64 5.1 which_clock:g:clock tp:a
clock_settime64 5.1 which_clock:g:clock tp:j
clock_adjtime64 5.1 which_clock:g:clock utx:1j
clock_getres_time64 5.1 which_clock:g:clock tp:a
clock_nanosleep_time64 5.1 which_clock:g:clock flags:0:timer rqtp:j rmtp:a
timer_gettime64 5.1 timer_id:t setting:y
timer_settime64 5.1 timer_id:t flags:0:timer new_setting:1g old_setting:y
timerfd_gettime64 5.1 ufd:0 otmr:y
timerfd_settime64 5.1 ufd:0 flags:0:tfd utmr:1g otmr:y
utimensat_time64 5.1 dfd:0:at filename:2 utimes:a flags:0:at
pselect6_time64 5.1 n:0 inp:3q outp:3q exp:3q tsp:a sig:7
ppoll_time64 5.1 ufds:1s nfds:1 tsp:a sigmask:3u sigsetsize:3n
io_pgetevents_time64 5.1 ctx_id:43 min_nr:3r nr:3r events:14 timeout:a usig:47
recvmmsg_time64 5.1 fd:0 mmsg:40 vlen:1 flags:1:msg timeout:a
mq_timedsend_time64 5.1 mqdes:s u_msg_ptr:2 msg_len:4 msg_prio:1 u_abs_timeout:j
mq_timedreceive_time64 5.1 mqdes:s u_msg_ptr:6 msg_len:4 u_msg_prio:3i u_abs_timeout:j
semtimedop_time64 5.1 semid:0 tsops:1v nsops:1 timeout:j
rt_sigtimedwait_time64 5.1 uthese:3t uinfo:3v uts:a sigsetsize:3n
futex_time64 5.1 uaddr:11 op:0:futex val:b utime:j uaddr2:11 val3:b
sched_rr_get_interval_time64 5.1 pid:5 interval:a
epoll_pwait2 5.11 epfd:0 events:z maxevents:0 timeout:j sigmask:3u sigsetsize:3n
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of mips64n32, with signatures. */
export const mips64n32: SignedAbiTable<'mips64n32'> = /* @__PURE__ */ signedTable(calls_mips64n32, 64, TEXT)

/** The table of mipsel64n32, with signatures. */
export const mipsel64n32: SignedAbiTable<'mipsel64n32'> = /* @__PURE__ */ signedTable(
  calls_mipsel64n32,
  64,
  TEXT,
)
