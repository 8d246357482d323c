// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from './abi.ts'
import { buildTable } from './table.ts'
import { X86_64_FACTS } from './tables/abis.ts'
import { X86_64_CALLS } from './tables/x86_64.ts'

/** The system calls of x86_64, both ways. */
export const x86_64: AbiTable<'x86_64'> = buildTable(X86_64_FACTS, X86_64_CALLS, 471)
