// Written by tools/gen-syscalls from libseccomp 90d3f7d src/syscalls.csv (kernel v7.1.0-rc4).
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiTable } from '../table/abi.ts'
import type { AbiToken } from '../table/tokens.ts'
import { x86_64 } from './x86_64.ts'
import type { X86_64Call } from './x86_64.ts'
import { x86 } from './x86.ts'
import type { X86Call } from './x86.ts'
import { x32 } from './x32.ts'
import type { X32Call } from './x32.ts'
import { aarch64 } from './aarch64.ts'
import type { Aarch64Call } from './aarch64.ts'
import { arm } from './arm.ts'
import type { ArmCall } from './arm.ts'
import { loongarch64 } from './loongarch64.ts'
import type { Loongarch64Call } from './loongarch64.ts'
import { m68k } from './m68k.ts'
import type { M68kCall } from './m68k.ts'
import { mips, mipsel } from './mips.ts'
import type { MipsCall } from './mips.ts'
import { mips64, mipsel64 } from './mips64.ts'
import type { Mips64Call } from './mips64.ts'
import { mips64n32, mipsel64n32 } from './mips64n32.ts'
import type { Mips64n32Call } from './mips64n32.ts'
import { parisc } from './parisc.ts'
import type { PariscCall } from './parisc.ts'
import { parisc64 } from './parisc64.ts'
import type { Parisc64Call } from './parisc64.ts'
import { ppc } from './ppc.ts'
import type { PpcCall } from './ppc.ts'
import { ppc64, ppc64le } from './ppc64.ts'
import type { Ppc64Call } from './ppc64.ts'
import { riscv64 } from './riscv64.ts'
import type { Riscv64Call } from './riscv64.ts'
import { s390 } from './s390.ts'
import type { S390Call } from './s390.ts'
import { s390x } from './s390x.ts'
import type { S390xCall } from './s390x.ts'
import { sh, sheb } from './sh.ts'
import type { ShCall } from './sh.ts'

/** The names of each ABI, as types. */
export interface CallsByAbi {
  readonly x86_64: X86_64Call
  readonly x86: X86Call
  readonly x32: X32Call
  readonly aarch64: Aarch64Call
  readonly arm: ArmCall
  readonly loongarch64: Loongarch64Call
  readonly m68k: M68kCall
  readonly mips: MipsCall
  readonly mipsel: MipsCall
  readonly mips64: Mips64Call
  readonly mipsel64: Mips64Call
  readonly mips64n32: Mips64n32Call
  readonly mipsel64n32: Mips64n32Call
  readonly parisc: PariscCall
  readonly parisc64: Parisc64Call
  readonly ppc: PpcCall
  readonly ppc64: Ppc64Call
  readonly ppc64le: Ppc64Call
  readonly riscv64: Riscv64Call
  readonly s390: S390Call
  readonly s390x: S390xCall
  readonly sh: ShCall
  readonly sheb: ShCall
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
