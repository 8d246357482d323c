// Written by tools/gen-signatures from the source of Linux 7.2.13 and 6.12.118 (s390) and from its tables by hand.
// Make it again: node tools/gen-signatures/gen-signatures.mjs --kernel DIR --older DIR

import type { AbiToken } from '@seccompile/syscalls'
import type { SignedAbiTable } from '../decode/decode.ts'
import { x86_64 } from './x86_64.ts'
import { x86 } from './x86.ts'
import { x32 } from './x32.ts'
import { aarch64 } from './aarch64.ts'
import { arm } from './arm.ts'
import { loongarch64 } from './loongarch64.ts'
import { m68k } from './m68k.ts'
import { mips, mipsel } from './mips.ts'
import { mips64, mipsel64 } from './mips64.ts'
import { mips64n32, mipsel64n32 } from './mips64n32.ts'
import { parisc } from './parisc.ts'
import { parisc64 } from './parisc64.ts'
import { ppc } from './ppc.ts'
import { ppc64, ppc64le } from './ppc64.ts'
import { riscv64 } from './riscv64.ts'
import { s390 } from './s390.ts'
import { s390x } from './s390x.ts'
import { sh, sheb } from './sh.ts'

/** Every table with signatures, by its token. */
export const SIGNED_TABLES: { readonly [Token in AbiToken]: SignedAbiTable<Token> } = {
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
