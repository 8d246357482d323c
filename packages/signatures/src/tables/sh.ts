// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { sh as calls_sh } from '@seccompile/syscalls/sh'
import { sheb as calls_sheb } from '@seccompile/syscalls/sheb'

/** The calls of sh that are not as on x86. */
const TEXT: ColumnText = {
  like: X86_TEXT,
  calls: `
pipe 1.0
sigsuspend 1.0 mask:49
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:0 off:3
clone 1.0 clone_flags:3:clone+sig newsp:3 parent_tidptr:9 child_tidptr:9 tls:3
cacheflush 1.2 addr:3 len:3 op:0
pread64 2.2 fd:1 buf:6 count:4 pos:c@4
pwrite64 2.2 fd:1 buf:2 count:4 pos:c@4
sync_file_range 2.6 fd:0 offset:c nbytes:c flags:1:sync-range
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
accept4 2.6 fd:0 upeer_sockaddr:o upeer_addrlen:9 flags:0:sock
sync_file_range2 2.6 fd:0 flags:1:sync-range offset:c nbytes:c
`,
}

/** The table of sh, with signatures. */
export const sh: SignedAbiTable<'sh'> = /* @__PURE__ */ signedTable(calls_sh, 32, TEXT)

/** The table of sheb, with signatures. */
export const sheb: SignedAbiTable<'sheb'> = /* @__PURE__ */ signedTable(calls_sheb, 32, TEXT)
