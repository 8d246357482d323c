// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { mips64 as calls_mips64 } from '@seccompile/syscalls/mips64'
import { mipsel64 as calls_mipsel64 } from '@seccompile/syscalls/mipsel64'

/** The calls of mips64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  types: `pchar *`,
  calls: `
mmap 1.0 addr:3 len:3 prot:3:prot flags:3:map fd:8 off:1d
pipe 1.0
_newselect 2.0 n:0 inp:m outp:m exp:m tvp:q
clone 1.0 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
cacheflush 1.2 addr:3 bytes:3 cache:1
cachectl - addr:3n nbytes:0 op:0
sysmips 2.6 cmd:i arg1:i arg2:i
fadvise64 2.6 fd:0 offset:h len:h advice:0:fadvise
set_thread_area 2.6 addr:3
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of mips64, with signatures. */
export const mips64: SignedAbiTable<'mips64'> = /* @__PURE__ */ signedTable(calls_mips64, 64, TEXT)

/** The table of mipsel64, with signatures. */
export const mipsel64: SignedAbiTable<'mipsel64'> = /* @__PURE__ */ signedTable(calls_mipsel64, 64, TEXT)
