// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { ppc as calls_ppc } from '@seccompile/syscalls/ppc'

/** The calls of ppc that are not as on x86. */
const TEXT: ColumnText = {
  like: X86_TEXT,
  without: 'iopl modify_ldt vm86',
  types: `pstruct ucontext __user *
p__u32 __user *
ucompat_size_t
pstruct rtas_args __user *
pstruct sig_dbg_op __user *`,
  calls: `
lchown 1.0 filename:2 user:i group:h
setuid 1.0 uid:i
setgid 1.0 gid:h
setreuid 1.0 ruid:i euid:i
setregid 1.0 rgid:h egid:h
sigsuspend 1.0 mask:49
getgroups 1.0 gidsetsize:0 grouplist:v
setgroups 1.0 gidsetsize:0 grouplist:v
mmap 1.0 addr:3 len:4 prot:3:prot flags:3:map fd:3 off:1p
fchown 1.0 fd:1 user:i group:h
setfsuid 1.2 uid:i
setfsgid 1.2 gid:h
setresuid 2.2 ruid:i euid:i suid:i
getresuid 2.2 ruidp:1n euidp:1n suidp:1n
setresgid 2.2 rgid:h egid:h sgid:h
getresgid 2.2 rgidp:v egidp:v sgidp:v
pread64 2.2 fd:1 buf:6 count:4c pos:c@4
pwrite64 2.2 fd:1 buf:2 count:4c pos:c@4
chown 2.2 filename:2 user:i group:h
readahead 2.4 fd:0 offset:c@2 count:8
mmap2 2.4 addr:3 len:4 prot:3:prot flags:3:map fd:3 pgoff:3
truncate64 2.4 path:2 length:c@2
ftruncate64 2.4 fd:1 length:c@2
pciconfig_read 2.0 bus:3 dfn:3 off:3 len:3 buf:7
pciconfig_write 2.0 bus:3 dfn:3 off:3 len:3 buf:7
pciconfig_iobase 2.2 which:f bus:3 devfn:3
fadvise64 2.6 fd:0 offset:c@2 len:4 advice:0:fadvise
swapcontext 2.6 old_ctx:4a new_ctx:4a ctx_size:f
fadvise64_64 2.6 fd:0 advice:0:fadvise offset:c len:c
rtas 2.6 uargs:4d
sys_debug_setcontext 2.6 ctx:4a ndbg:0 dbg:4e
spu_run 2.6 fd:0 unpc:4b ustatus:4b
spu_create 2.6 name:2 flags:1 mode:d:s neighbor_fd:0
sync_file_range2 2.6 fd:0 flags:1:sync-range offset:c nbytes:c
subpage_prot 2.6 addr:3 len:3 map:u
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
switch_endian 4.1
kexec_file_load 3.17 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
`,
}

/** The table of ppc, with signatures. */
export const ppc: SignedAbiTable<'ppc'> = /* @__PURE__ */ signedTable(calls_ppc, 32, TEXT)
