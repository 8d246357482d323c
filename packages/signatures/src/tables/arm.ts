// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { arm as calls_arm } from '@seccompile/syscalls/arm'

/** The calls of arm that are not as on x86. */
const TEXT: ColumnText = {
  like: X86_TEXT,
  calls: `
pread64 2.2 fd:1 buf:6 count:4 pos:c@4
pwrite64 2.2 fd:1 buf:2 count:4 pos:c@4
truncate64 2.4 path:2 length:c@2
ftruncate64 2.4 fd:1 length:c@2
readahead 2.4 fd:0 offset:c@2 count:4
arm_fadvise64_64 2.6 fd:0 advice:0:fadvise offset:c len:c
pciconfig_iobase 2.2 which:f bus:3 devfn:3
pciconfig_read 2.0 bus:3 dfn:3 off:3 len:3 buf:7
pciconfig_write 2.0 bus:3 dfn:3 off:3 len:3 buf:7
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
bind 2.0 fd:0 umyaddr:o addrlen:0
connect 2.0 fd:0 uservaddr:o addrlen:0
listen 2.0 fd:0 backlog:0
accept 2.0 fd:0 upeer_sockaddr:o upeer_addrlen:9
getsockname 2.0 fd:0 usockaddr:o usockaddr_len:9
getpeername 2.0 fd:0 usockaddr:o usockaddr_len:9
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
send 2.0 fd:0 buff:7 len:4 flags:1:msg
sendto 2.0 fd:0 buff:7 len:4 flags:1:msg addr:o addr_len:0
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
recvfrom 2.0 fd:0 ubuf:7 size:4 flags:1:msg addr:o addr_len:9
shutdown 2.0 fd:0 how:0:shut
setsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
getsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
sendmsg 2.0 fd:0 msg:2c flags:1:msg
recvmsg 2.0 fd:0 msg:2c flags:1:msg
semop 2.0 semid:0 tsops:3t nsops:1
semget 2.0 key:1a nsems:0 semflg:0:ipc+s
semctl 2.0 semid:0 semnum:0 cmd:0:sem+ipc arg:3
msgsnd 2.0 msqid:0 msgp:24 msgsz:4 msgflg:0:ipc
msgrcv 2.0 msqid:0 msgp:24 msgsz:4 msgtyp:f msgflg:0:msq+ipc
msgget 2.0 key:1a msgflg:0:ipc+s
msgctl 2.0 msqid:0 cmd:0:+msq+ipc buf:3e
shmat 2.0 shmid:0 shmaddr:6 shmflg:0:shm
shmdt 2.0 shmaddr:6
shmget 2.0 key:1a size:4 shmflg:0:shm+ipc+s
shmctl 2.0 shmid:0 cmd:0:+shm+ipc buf:3u
semtimedop 2.6 semid:0 tsops:3t nsops:1 timeout:11
arm_sync_file_range 2.6 fd:0 flags:1:sync-range offset:c nbytes:c
accept4 2.6 fd:0 upeer_sockaddr:o upeer_addrlen:9 flags:0:sock
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
breakpoint 2.2
cacheflush 1.2 start:3 end:3 flags:3
usr26 2.4
usr32 2.4
set_tls 2.6 val:3
get_tls 4.15
`,
}

/** The table of arm, with signatures. */
export const arm: SignedAbiTable<'arm'> = /* @__PURE__ */ signedTable(calls_arm, 32, TEXT)
