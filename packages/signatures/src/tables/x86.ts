// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import { signedTable } from '../decode/decode.ts'
import type { SignedAbiTable } from '../decode/decode.ts'
import { X86_TEXT } from '../texts/x86.ts'
import { x86 as calls_x86 } from '@seccompile/syscalls/x86'

/** The table of x86, with signatures. */
export const x86: SignedAbiTable<'x86'> = /* @__PURE__ */ signedTable(calls_x86, 32, X86_TEXT)
