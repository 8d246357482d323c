// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { x32 as calls_x32 } from '@seccompile/syscalls/x32'

/** The calls of x32 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  since: '3.4',
  types: `ucompat_size_t
icompat_long_t
icompat_pid_t
pconst compat_uptr_t __user *
pstruct compat_siginfo __user *
ucompat_ulong_t
pcompat_sigset_t __user *
pcompat_uptr_t __user *
pstruct compat_mmsghdr __user *
pstruct compat_msghdr __user *
pcompat_size_t __user *
pcompat_stack_t __user *
pconst compat_stack_t __user *
pconst struct compat_sigaction __user *
pconst struct compat_sigevent __user *
pstruct compat_kexec_segment __user *
pstruct compat_robust_list_head __user *
pstruct compat_rusage __user *
pstruct compat_sigaction __user *
pstruct compat_sigevent __user *
ucompat_aio_context_t`,
  calls: `
map_shadow_stack 6.7 addr:3 size:3 flags:1
rt_sigaction 3.4 sig:0:sig act:40 oact:45 sigsetsize:3n
ioctl 3.4 fd:1 cmd:1:ioctl arg:3s
recvfrom 3.4 fd:0 ubuf:7 size:3n flags:1:msg addr:k addr_len:9
sendmsg 3.4 fd:0 msg:3w flags:1:msg
recvmsg 3.4 fd:0 msg:3w flags:1:msg
execve 3.4 filename:2 argv:3q envp:3q
ptrace 3.4 request:3o:ptrace pid:3o addr:3o data:3o
rt_sigpending 3.4 uset:3t sigsetsize:3n
rt_sigtimedwait 3.4 uthese:3t uinfo:3r uts:a sigsetsize:3n
rt_sigqueueinfo 3.4 pid:3p sig:0:sig uinfo:3r
sigaltstack 3.4 uss:3z uoss:3y
timer_create 3.4 which_clock:g:clock timer_event_spec:46 created_timer_id:3f
mq_notify 3.4 mqdes:s u_notification:41
kexec_load 3.4 entry:3s nr_segments:3s segments:42 flags:3s:kexec
waitid 3.4 which:0:idtype upid:3p infop:3r options:0:wait ru:44
set_robust_list 3.4 head:43 len:3n
get_robust_list 3.4 pid:0 head_ptr:3u len_ptr:3x
preadv 3.4 fd:8 vec:d vlen:8 pos_l:h
pwritev 3.4 fd:8 vec:d vlen:8 pos_l:h
rt_tgsigqueueinfo 3.4 tgid:3p pid:3p sig:0:sig uinfo:3r
recvmmsg 3.4 fd:0 mmsg:3v vlen:1 flags:1:msg timeout:a
sendmmsg 3.4 fd:0 mmsg:3v vlen:1 flags:1:msg
io_setup 3.4 nr_events:1 ctxp:11
io_submit 3.4 ctx_id:47 nr:0 iocbpp:3u
execveat 3.19 fd:0:at filename:2 argv:3q envp:3q flags:0:at
preadv2 4.6 fd:8 vec:d vlen:8 pos_l:h flags:1c:rwf
pwritev2 4.6 fd:8 vec:d vlen:8 pos_l:h flags:1c:rwf
`,
}

/** The table of x32, with signatures. */
export const x32: SignedAbiTable<'x32'> = /* @__PURE__ */ signedTable(calls_x32, 64, TEXT)
