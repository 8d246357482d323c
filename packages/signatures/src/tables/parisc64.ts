// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { parisc64 as calls_parisc64 } from '@seccompile/syscalls/parisc64'

/** The calls of parisc64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  types: `pstruct stat64 __user *
pold_sigset_t __user *
pstruct statfs64 __user *
p__sighandler_t
poff_t __user *`,
  calls: `
waitpid 1.0 pid:5 stat_addr:9 options:0:wait
stime 1.0 tptr:25
nice 1.0 increment:0
signal 1.0 sig:0:sig handler:3q
send 2.0 fd:0 buff:7 len:4 flags:1:msg
sgetmask 1.0
ssetmask 1.0 newmask:0
sigpending 1.0 uset:3o
mmap2 2.4 addr:3 len:3 prot:3:prot flags:3:map fd:8 pgoff:3
recv 2.0 fd:0 ubuf:7 size:4 flags:1:msg
stat64 2.4 filename:2 statbuf:3n
fstat64 2.4 fd:3 statbuf:3n
clone 1.0 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
sendfile 2.2 out_fd:0 in_fd:0 offset:3r count:4
sigprocmask 1.0 how:0:sig-how nset:3o oset:3o
bdflush 1.2 func:0 data:i
_newselect 2.0 n:0 inp:m outp:m exp:m tvp:q
lstat64 2.4 filename:2 statbuf:3n
truncate64 2.4 path:2 length:h
ftruncate64 2.4 fd:1 length:h
fcntl64 2.4 fd:1 cmd:1:f arg:3
sendfile64 2.6 out_fd:0 in_fd:0 offset:p count:4
fadvise64_64 2.6 fd:0 offset:h len:h advice:0:fadvise
fstatat64 2.6 dfd:0:at filename:2 statbuf:3n flag:0:at
statfs64 2.6 pathname:2 sz:4 buf:3p
fstatfs64 2.6 fd:1 sz:4 buf:3p
cacheflush 1.2 addr:3 bytes:3 cache:1
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of parisc64, with signatures. */
export const parisc64: SignedAbiTable<'parisc64'> = /* @__PURE__ */ signedTable(calls_parisc64, 64, TEXT)
