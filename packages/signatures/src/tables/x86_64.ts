// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { SignedAbiTable } from '../decode/decode.ts'
import { X86_64_TEXT } from '../texts/x86_64.ts'
import { x86_64 as calls_x86_64 } from '@seccompile/syscalls/x86_64'

/** The table of x86_64, with signatures. */
export const x86_64: SignedAbiTable<'x86_64'> = /* @__PURE__ */ signedTable(calls_x86_64, 64, X86_64_TEXT)
