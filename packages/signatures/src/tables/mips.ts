// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { mips as calls_mips } from '@seccompile/syscalls/mips'
import { mipsel as calls_mipsel } from '@seccompile/syscalls/mipsel'

/** The calls of mips that are not as on x86. */
const TEXT: ColumnText = {
  like: X86_TEXT,
  without: 'iopl modify_ldt vm86',
  types: `pchar *`,
  calls: `
syscall 1.0 number:0 arg1:f arg2:f arg3:f arg4:f arg5:f
lchown 1.0 filename:2 user:i group:h
setuid 1.0 uid:i
pipe 1.0
setgid 1.0 gid:h
sigaction 1.0 sig:0:sig act:2u oact:3v
setreuid 1.0 ruid:i euid:i
setregid 1.0 rgid:h egid:h
sigsuspend 1.0 uset:t
getgroups 1.0 gidsetsize:0 grouplist:v
setgroups 1.0 gidsetsize:0 grouplist:v
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:3 off:1p
fchown 1.0 fd:1 user:i group:h
setfsuid 1.2 uid:i
setfsgid 1.2 gid:h
cacheflush 1.2 addr:3 bytes:3 cache:1
cachectl - addr:4a nbytes:0 op:0
sysmips 2.6 cmd:f arg1:f arg2:f
accept 2.0 fd:0 upeer_sockaddr:o upeer_addrlen:9
bind 2.0 fd:0 umyaddr:o addrlen:0
connect 2.0 fd:0 uservaddr:o addrlen:0
getpeername 2.0 fd:0 usockaddr:o usockaddr_len:9
getsockname 2.0 fd:0 usockaddr:o usockaddr_len:9
getsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:9
listen 2.0 fd:0 backlog:0
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
recvfrom 2.0 fd:0 ubuf:7 size:4 flags:1:msg addr:o addr_len:9
recvmsg 2.0 fd:0 msg:2c flags:1:msg
send 2.0 fd:0 buff:7 len:4 flags:1:msg
sendmsg 2.0 fd:0 msg:2c flags:1:msg
sendto 2.0 fd:0 buff:7 len:4 flags:1:msg addr:o addr_len:0
setsockopt 2.0 fd:0 level:0:sol+ipproto optname:0:+so+tcp+ip+ipv6 optval:6 optlen:0
shutdown 2.0 fd:0 how:0:shut
socket 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink
socketpair 2.0 family:0:af type:0:sock protocol:0:+ipproto+netlink usockvec:9
setresuid 2.2 ruid:i euid:i suid:i
getresuid 2.2 ruidp:1n euidp:1n suidp:1n
setresgid 2.2 rgid:h egid:h sgid:h
getresgid 2.2 rgidp:v egidp:v sgidp:v
pread64 2.2 fd:1 buf:6 count:4 pos:c@4
pwrite64 2.2 fd:1 buf:2 count:4 pos:c@4
chown 2.2 filename:2 user:i group:h
truncate64 2.4 path:2 length:c@2
ftruncate64 2.4 fd:1 length:c@2
readahead 2.4 fd:0 offset:c@2 count:4
fadvise64 2.6 fd:0 offset:c@2 len:c
set_thread_area 2.6 addr:3
sync_file_range 2.6 fd:0 offset:c@2 nbytes:c
accept4 2.6 fd:0 upeer_sockaddr:o upeer_addrlen:9 flags:0:sock
`,
}

/** The table of mips, with signatures. */
export const mips: SignedAbiTable<'mips'> = /* @__PURE__ */ signedTable(calls_mips, 32, TEXT)

/** The table of mipsel, with signatures. */
export const mipsel: SignedAbiTable<'mipsel'> = /* @__PURE__ */ signedTable(calls_mipsel, 32, TEXT)
