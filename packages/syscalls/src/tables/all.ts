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
import { loongarch64 } from './loongarch64.ts'
import type { LOONGARCH64_CALLS } from './loongarch64.ts'
import { m68k } from './m68k.ts'
import type { M68K_CALLS } from './m68k.ts'
import { mips, mipsel } from './mips.ts'
import type { MIPS_CALLS } from './mips.ts'
import { mips64, mipsel64 } from './mips64.ts'
import type { MIPS64_CALLS } from './mips64.ts'
import { mips64n32, mipsel64n32 } from './mips64n32.ts'
import type { MIPS64N32_CALLS } from './mips64n32.ts'
import { parisc } from './parisc.ts'
import type { PARISC_CALLS } from './parisc.ts'
import { parisc64 } from './parisc64.ts'
import type { PARISC64_CALLS } from './parisc64.ts'
import { ppc } from './ppc.ts'
import type { PPC_CALLS } from './ppc.ts'
import { ppc64, ppc64le } from './ppc64.ts'
import type { PPC64_CALLS } from './ppc64.ts'
import { riscv64 } from './riscv64.ts'
import type { RISCV64_CALLS } from './riscv64.ts'
import { s390 } from './s390.ts'
import type { S390_CALLS } from './s390.ts'
import { s390x } from './s390x.ts'
import type { S390X_CALLS } from './s390x.ts'
import { sh, sheb } from './sh.ts'
import type { SH_CALLS } from './sh.ts'

/** The names among the names and numbers of a list. */
type NameIn<Calls extends readonly unknown[]> = Extract<Calls[number], string>

/** The names of each ABI, as types. */
export interface CallsByAbi {
  readonly x86_64: NameIn<typeof X86_64_CALLS>
  readonly x86: NameIn<typeof X86_CALLS>
  readonly x32: NameIn<typeof X32_CALLS>
  readonly aarch64: NameIn<typeof AARCH64_CALLS>
  readonly arm: NameIn<typeof ARM_CALLS>
  readonly loongarch64: NameIn<typeof LOONGARCH64_CALLS>
  readonly m68k: NameIn<typeof M68K_CALLS>
  readonly mips: NameIn<typeof MIPS_CALLS>
  readonly mipsel: NameIn<typeof MIPS_CALLS>
  readonly mips64: NameIn<typeof MIPS64_CALLS>
  readonly mipsel64: NameIn<typeof MIPS64_CALLS>
  readonly mips64n32: NameIn<typeof MIPS64N32_CALLS>
  readonly mipsel64n32: NameIn<typeof MIPS64N32_CALLS>
  readonly parisc: NameIn<typeof PARISC_CALLS>
  readonly parisc64: NameIn<typeof PARISC64_CALLS>
  readonly ppc: NameIn<typeof PPC_CALLS>
  readonly ppc64: NameIn<typeof PPC64_CALLS>
  readonly ppc64le: NameIn<typeof PPC64_CALLS>
  readonly riscv64: NameIn<typeof RISCV64_CALLS>
  readonly s390: NameIn<typeof S390_CALLS>
  readonly s390x: NameIn<typeof S390X_CALLS>
  readonly sh: NameIn<typeof SH_CALLS>
  readonly sheb: NameIn<typeof SH_CALLS>
}

/** Every table, by its token. */
export const TABLES: { readonly [Token in AbiToken]: AbiTable<Token> } = {
  x86_64,
  x86,
  x32,
  aarch64,
  arm,
  loongarch64,
  m68k,
  mips,
  mipsel,
  mips64,
  mipsel64,
  mips64n32,
  mipsel64n32,
  parisc,
  parisc64,
  ppc,
  ppc64,
  ppc64le,
  riscv64,
  s390,
  s390x,
  sh,
  sheb,
}
