// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from './abi.ts'
import { buildTable } from './table.ts'
import { ARM_FACTS } from './tables/abis.ts'
import { ARM_CALLS } from './tables/arm.ts'

/** The system calls of arm, both ways. */
export const arm: AbiTable<'arm'> = buildTable(ARM_FACTS, ARM_CALLS, 471)
