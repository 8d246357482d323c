// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from './abi.ts'
import { buildTable } from './table.ts'
import { X32_FACTS } from './tables/abis.ts'
import { X32_CALLS } from './tables/x32.ts'

/** The system calls of x32, both ways. */
export const x32: AbiTable<'x32'> = buildTable(X32_FACTS, X32_CALLS, 471)
