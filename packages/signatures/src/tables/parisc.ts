// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { parisc as calls_parisc } from '@seccompile/syscalls/parisc'

/** The calls of parisc that are not as on x86. */
const TEXT: ColumnText = {
  like: X86_TEXT,
  calls: `
lchown 1.0 filename:2 user:i group:h
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
bind 2.0 fd:0 umyaddr:o addrlen:0
setuid 1.0 uid:i
connect 2.0 fd:0 uservaddr:o addrlen:0
listen 2.0 fd:0 backlog:0
accept 2.0 fd:0 upeer_sockaddr:o upeer_addrlen:9
getsockname 2.0 fd:0 usockaddr:o usockaddr_len:9
setgid 1.0 gid:h
getpeername 2.0 fd:0 usockaddr:o usockaddr_len:9
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
send 2.0 fd:0 buff:7 len:4 flags:1:msg
setreuid 1.0 ruid:i euid:i
setregid 1.0 rgid:h egid:h
getgroups 1.0 gidsetsize:0 grouplist:v
setgroups 1.0 gidsetsize:0 grouplist:v
sendto 2.0 fd:0 buff:7 len:4 flags:1:msg addr:o addr_len:0
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:3 off:3
fchown 1.0 fd:1 user:i group:h
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
pread64 2.2 fd:1 buf:6 count:4 pos:c
pwrite64 2.2 fd:1 buf:2 count:4 pos:c
shutdown 2.0 fd:0 how:0:shut
recvfrom 2.0 fd:0 ubuf:7 size:4 flags:1:msg addr:o addr_len:9
personality 1.2 personality:3:personality
setfsuid 1.2 uid:i
setfsgid 1.2 gid:h
setresuid 2.2 ruid:i euid:i suid:i
getresuid 2.2 ruidp:1n euidp:1n suidp:1n
setresgid 2.2 rgid:h egid:h sgid:h
getresgid 2.2 rgidp:v egidp:v sgidp:v
chown 2.2 filename:2 user:i group:h
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
sync_file_range 2.6 fd:0 offset:c nbytes:c flags:1:sync-range
accept4 2.6 fd:0 upeer_sockaddr:o upeer_addrlen:9 flags:0:sock
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
cacheflush 1.2 addr:3 bytes:3 cache:1
`,
}

/** The table of parisc, with signatures. */
export const parisc: SignedAbiTable<'parisc'> = /* @__PURE__ */ signedTable(calls_parisc, 32, TEXT)
