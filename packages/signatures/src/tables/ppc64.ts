// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { ppc64 as calls_ppc64 } from '@seccompile/syscalls/ppc64'
import { ppc64le as calls_ppc64le } from '@seccompile/syscalls/ppc64le'

/** The calls of ppc64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  without: 'select getrlimit modify_ldt iopl',
  types: `p__u32 __user *
pstruct statfs64 __user *
pstruct ucontext __user *
p__sighandler_t
pstruct rtas_args __user *
qold_sigset_t`,
  calls: `
waitpid 1.0 pid:5 stat_addr:9 options:0:wait
stime 1.0 tptr:25
nice 1.0 increment:0
signal 1.0 sig:0:sig handler:3q
sgetmask 1.0
ssetmask 1.0 newmask:0
sigsuspend 1.0 mask:3s
mmap 1.0 addr:3 len:4 prot:3:prot flags:3:map fd:8 off:1d
socketcall 1.0 call:0 args:19
ipc 1.0 call:1 first:0 second:3 third:3 ptr:7 fifth:i
clone 1.0 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
bdflush 1.2 func:0 data:i
personality 1.2 personality:8:personality
_llseek 1.2 fd:1 offset_high:3 offset_low:3 result:p whence:1:seek
_newselect 2.0 n:0 inp:m outp:m exp:m tvp:q
ugetrlimit 2.4 resource:1:rlimit rlim:1t
pciconfig_read 2.0 bus:3 dfn:3 off:3 len:3 buf:7
pciconfig_write 2.0 bus:3 dfn:3 off:3 len:3 buf:7
pciconfig_iobase 2.2 which:i bus:3 devfn:3
swapcontext 2.6 old_ctx:3p new_ctx:3p ctx_size:i
statfs64 2.6 pathname:2 sz:4 buf:3o
fstatfs64 2.6 fd:1 sz:4 buf:3o
rtas 2.6 uargs:3r
spu_run 2.6 fd:0 unpc:3n ustatus:3n
spu_create 2.6 name:2 flags:1 mode:c:s neighbor_fd:0
sync_file_range2 2.6 fd:0 flags:1:sync-range offset:h nbytes:h
subpage_prot 2.6 addr:3 len:3 map:11
send 2.0 fd:0 buff:7 len:4 flags:1:msg
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
switch_endian 4.1
semtimedop 5.1 semid:0 tsops:1v nsops:1 timeout:j
semget 5.1 key:12 nsems:0 semflg:0:ipc+s
semctl 5.1 semid:0 semnum:0 cmd:0:sem+ipc arg:3
shmget 5.1 key:12 size:4 shmflg:0:shm+ipc+s
shmctl 5.1 shmid:0 cmd:0:+shm+ipc buf:34
shmat 5.1 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 5.1 shmaddr:6
msgget 5.1 key:12 msgflg:0:ipc+s
msgsnd 5.1 msqid:0 msgp:1r msgsz:4 msgflg:0:ipc
msgrcv 5.1 msqid:0 msgp:1r msgsz:4 msgtyp:i msgflg:0:msq+ipc
msgctl 5.1 msqid:0 cmd:0:+msq+ipc buf:2v
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of ppc64, with signatures. */
export const ppc64: SignedAbiTable<'ppc64'> = /* @__PURE__ */ signedTable(calls_ppc64, 64, TEXT)

/** The table of ppc64le, with signatures. */
export const ppc64le: SignedAbiTable<'ppc64le'> = /* @__PURE__ */ signedTable(calls_ppc64le, 64, TEXT)
