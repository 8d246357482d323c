// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { aarch64 as calls_aarch64 } from '@seccompile/syscalls/aarch64'

/** The calls of aarch64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  since: '3.7',
  calls: `
clone 3.7 clone_flags:8:clone+sig newsp:3 parent_tidptr:9 tls:3 child_tidptr:9
fadvise64 3.7 fd:0 offset:h len:h advice:0:fadvise
kexec_file_load 5.0 kernel_fd:0 initrd_fd:0 cmdline_len:3 cmdline_ptr:2 flags:3:kexec-file
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of aarch64, with signatures. */
export const aarch64: SignedAbiTable<'aarch64'> = /* @__PURE__ */ signedTable(calls_aarch64, 64, TEXT)
