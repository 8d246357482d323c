// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from './abi.ts'
import { buildTable } from './table.ts'
import { AARCH64_FACTS } from './tables/abis.ts'
import { AARCH64_CALLS } from './tables/aarch64.ts'

/** The system calls of aarch64, both ways. */
export const aarch64: AbiTable<'aarch64'> = buildTable(AARCH64_FACTS, AARCH64_CALLS, 471)
