// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { ColumnText, SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { loongarch64 as calls_loongarch64 } from '@seccompile/syscalls/loongarch64'

/** The calls of loongarch64 that are not as on x86_64. */
const TEXT: ColumnText = {
  like: X86_64_TEXT,
  since: '5.19',
  calls: `
fadvise64 5.19 fd:0 offset:h len:h advice:0:fadvise
memfd_secret 7.0 flags:1:o
map_shadow_stack 6.7 addr:3 size:3 flags:1
`,
}

/** The table of loongarch64, with signatures. */
export const loongarch64: SignedAbiTable<'loongarch64'> = /* @__PURE__ */ signedTable(
  calls_loongarch64,
  64,
  TEXT,
)
