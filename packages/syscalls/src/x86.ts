// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from './abi.ts'
import { buildTable } from './table.ts'
import { X86_FACTS } from './tables/abis.ts'
import { X86_CALLS } from './tables/x86.ts'

/** The system calls of x86, both ways. */
export const x86: AbiTable<'x86'> = buildTable(X86_FACTS, X86_CALLS, 471)
