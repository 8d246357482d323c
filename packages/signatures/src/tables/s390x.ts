// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { s390x as calls_s390x } from '@seccompile/syscalls/s390x'

/** The calls of s390x that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  types: `pold_sigset_t __user *
pstruct statfs64 __user *
p__sighandler_t
pconst struct old_sigaction __user *
pstruct gs_cb __user *
pstruct mmap_arg_struct __user *
pstruct old_sigaction __user *
qold_sigset_t
uuint`,
  calls: `
umount 1.0 name:6
nice 1.0 increment:0
signal 1.0 sig:0:sig handler:3p
sigaction 1.0 sig:0:sig act:3q oact:3t
sigsuspend 1.0 unused1:0 unused2:0 mask:3u
sigpending 1.0 uset:3n
mmap 1.0 arg:3s
socketcall 1.0 call:0 args:19
ipc 1.0 call:3v first:0 second:3 third:3 ptr:7
sigreturn 1.0
clone 1.0 newsp:3 clone_flags:8:clone+sig parent_tidptr:9 child_tidptr:9 tls:3
sigprocmask 1.0 how:0:sig-how nset:3n oset:3n
bdflush 1.2 func:0 data:i
fadvise64 2.6 fd:0 offset:h len:h advice:0:fadvise
statfs64 2.6 pathname:2 sz:4 buf:3o
fstatfs64 2.6 fd:1 sz:4 buf:3o
s390_runtime_instr 3.7 command:0 signum:0:sig
s390_pci_mmio_write 3.19 mmio_addr:3 user_buffer:l length:4
s390_pci_mmio_read 3.19 mmio_addr:3 user_buffer:7 length:4
socket 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 4.3 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
bind 4.3 fd:0 umyaddr:k addrlen:0
connect 4.3 fd:0 uservaddr:k addrlen:0
listen 4.3 fd:0 backlog:0
accept4 4.3 fd:0 upeer_sockaddr:k upeer_addrlen:9 flags:0:sock
getsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
setsockopt 4.3 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockname 4.3 fd:0 usockaddr:k usockaddr_len:9
getpeername 4.3 fd:0 usockaddr:k usockaddr_len:9
sendto 4.3 fd:0 buff:7 len:4 flags:1:msg addr:k addr_len:0
sendmsg 4.3 fd:0 msg:1z flags:1:msg
recvfrom 4.3 fd:0 ubuf:7 size:4 flags:1:msg addr:k addr_len:9
recvmsg 4.3 fd:0 msg:1z flags:1:msg
shutdown 4.3 fd:0 how:0:shut
s390_guarded_storage 4.12 command:0 gs_cb:3r
s390_sthyi 4.15 function_code:3 buffer:7 return_code:17 flags:3
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

/** The table of s390x, with signatures. */
export const s390x: SignedAbiTable<'s390x'> = /* @__PURE__ */ signedTable(calls_s390x, 64, TEXT)
