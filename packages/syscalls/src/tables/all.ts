// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from '../abi.ts'
import type { AbiToken } from './tokens.ts'
import { x86_64 } from './x86_64.ts'
import type { X86_64_CALLS } from './x86_64.ts'
import { x86 } from './x86.ts'
import type { X86_CALLS } from './x86.ts'
import { x32 } from './x32.ts'
import type { X32_CALLS } from './x32.ts'
import { aarch64 } from './aarch64.ts'
import type { AARCH64_CALLS } from './aarch64.ts'
import { arm } from './arm.ts'
import type { ARM_CALLS } from './arm.ts'

/** The names of each ABI that has a table, as types. */
export interface CallsByAbi {
  readonly x86_64: keyof typeof X86_64_CALLS
  readonly x86: keyof typeof X86_CALLS
  readonly x32: keyof typeof X32_CALLS
  readonly aarch64: keyof typeof AARCH64_CALLS
  readonly arm: keyof typeof ARM_CALLS
}

/** Every table, by its token. */
export const TABLES: { readonly [Token in AbiToken]: AbiTable<Token> } = {
  x86_64,
  x86,
  x32,
  aarch64,
  arm,
}
