// Written by tools/gen-syscalls from its list of ABIs, src/abis.mjs.
// Make it again: node tools/gen-syscalls/gen-syscalls.mjs --csv syscalls.csv

import type { AbiFacts } from '../table/abi.ts'

/** The facts of x86_64. */
export const X86_64_FACTS: AbiFacts<'x86_64'> = {
  token: 'x86_64',
  scmpName: 'SCMP_ARCH_X86_64',
  goArch: 'amd64',
  aliases: ['x64'],
  auditArch: 0xc000003e,
  endianness: 'little',
  wordSize: 64,
  base: 0,
}

/** The facts of x86. */
export const X86_FACTS: AbiFacts<'x86'> = {
  token: 'x86',
  scmpName: 'SCMP_ARCH_X86',
  goArch: 'x86',
  aliases: ['386', 'i386', 'i486', 'i586', 'i686', 'ia32'],
  auditArch: 0x40000003,
  endianness: 'little',
  wordSize: 32,
  base: 0,
}

/** The facts of x32. */
export const X32_FACTS: AbiFacts<'x32'> = {
  token: 'x32',
  scmpName: 'SCMP_ARCH_X32',
  goArch: 'x32',
  aliases: [],
  auditArch: 0xc000003e,
  endianness: 'little',
  wordSize: 32,
  base: 0x40000000,
}

/** The facts of aarch64. */
export const AARCH64_FACTS: AbiFacts<'aarch64'> = {
  token: 'aarch64',
  scmpName: 'SCMP_ARCH_AARCH64',
  goArch: 'arm64',
  aliases: [],
  auditArch: 0xc00000b7,
  endianness: 'little',
  wordSize: 64,
  base: 0,
}

/** The facts of arm. */
export const ARM_FACTS: AbiFacts<'arm'> = {
  token: 'arm',
  scmpName: 'SCMP_ARCH_ARM',
  goArch: 'arm',
  aliases: ['armel', 'armhf', 'armv6l', 'armv7l', 'armv8l'],
  auditArch: 0x40000028,
  endianness: 'little',
  wordSize: 32,
  base: 0,
}

/** The facts of loongarch64. */
export const LOONGARCH64_FACTS: AbiFacts<'loongarch64'> = {
  token: 'loongarch64',
  scmpName: 'SCMP_ARCH_LOONGARCH64',
  goArch: 'loong64',
  aliases: [],
  auditArch: 0xc0000102,
  endianness: 'little',
  wordSize: 64,
  base: 0,
}

/** The facts of m68k. */
export const M68K_FACTS: AbiFacts<'m68k'> = {
  token: 'm68k',
  scmpName: 'SCMP_ARCH_M68K',
  goArch: 'm68k',
  aliases: [],
  auditArch: 0x00000004,
  endianness: 'big',
  wordSize: 32,
  base: 0,
}

/** The facts of mips. */
export const MIPS_FACTS: AbiFacts<'mips'> = {
  token: 'mips',
  scmpName: 'SCMP_ARCH_MIPS',
  goArch: 'mips',
  aliases: [],
  auditArch: 0x00000008,
  endianness: 'big',
  wordSize: 32,
  base: 4000,
}

/** The facts of mipsel. */
export const MIPSEL_FACTS: AbiFacts<'mipsel'> = {
  token: 'mipsel',
  scmpName: 'SCMP_ARCH_MIPSEL',
  goArch: 'mipsel',
  aliases: ['mipsle'],
  auditArch: 0x40000008,
  endianness: 'little',
  wordSize: 32,
  base: 4000,
}

/** The facts of mips64. */
export const MIPS64_FACTS: AbiFacts<'mips64'> = {
  token: 'mips64',
  scmpName: 'SCMP_ARCH_MIPS64',
  goArch: 'mips64',
  aliases: [],
  auditArch: 0x80000008,
  endianness: 'big',
  wordSize: 64,
  base: 5000,
}

/** The facts of mipsel64. */
export const MIPSEL64_FACTS: AbiFacts<'mipsel64'> = {
  token: 'mipsel64',
  scmpName: 'SCMP_ARCH_MIPSEL64',
  goArch: 'mipsel64',
  aliases: ['mips64el', 'mips64le'],
  auditArch: 0xc0000008,
  endianness: 'little',
  wordSize: 64,
  base: 5000,
}

/** The facts of mips64n32. */
export const MIPS64N32_FACTS: AbiFacts<'mips64n32'> = {
  token: 'mips64n32',
  scmpName: 'SCMP_ARCH_MIPS64N32',
  goArch: 'mips64n32',
  aliases: ['mips64p32'],
  auditArch: 0xa0000008,
  endianness: 'big',
  wordSize: 32,
  base: 6000,
}

/** The facts of mipsel64n32. */
export const MIPSEL64N32_FACTS: AbiFacts<'mipsel64n32'> = {
  token: 'mipsel64n32',
  scmpName: 'SCMP_ARCH_MIPSEL64N32',
  goArch: 'mipsel64n32',
  aliases: ['mips64p32le'],
  auditArch: 0xe0000008,
  endianness: 'little',
  wordSize: 32,
  base: 6000,
}

/** The facts of parisc. */
export const PARISC_FACTS: AbiFacts<'parisc'> = {
  token: 'parisc',
  scmpName: 'SCMP_ARCH_PARISC',
  goArch: 'parisc',
  aliases: ['hppa'],
  auditArch: 0x0000000f,
  endianness: 'big',
  wordSize: 32,
  base: 0,
}

/** The facts of parisc64. */
export const PARISC64_FACTS: AbiFacts<'parisc64'> = {
  token: 'parisc64',
  scmpName: 'SCMP_ARCH_PARISC64',
  goArch: 'parisc64',
  aliases: ['hppa64'],
  auditArch: 0x8000000f,
  endianness: 'big',
  wordSize: 64,
  base: 0,
}

/** The facts of ppc. */
export const PPC_FACTS: AbiFacts<'ppc'> = {
  token: 'ppc',
  scmpName: 'SCMP_ARCH_PPC',
  goArch: 'ppc',
  aliases: ['powerpc'],
  auditArch: 0x00000014,
  endianness: 'big',
  wordSize: 32,
  base: 0,
}

/** The facts of ppc64. */
export const PPC64_FACTS: AbiFacts<'ppc64'> = {
  token: 'ppc64',
  scmpName: 'SCMP_ARCH_PPC64',
  goArch: 'ppc64',
  aliases: [],
  auditArch: 0x80000015,
  endianness: 'big',
  wordSize: 64,
  base: 0,
}

/** The facts of ppc64le. */
export const PPC64LE_FACTS: AbiFacts<'ppc64le'> = {
  token: 'ppc64le',
  scmpName: 'SCMP_ARCH_PPC64LE',
  goArch: 'ppc64le',
  aliases: ['ppc64el'],
  auditArch: 0xc0000015,
  endianness: 'little',
  wordSize: 64,
  base: 0,
}

/** The facts of riscv64. */
export const RISCV64_FACTS: AbiFacts<'riscv64'> = {
  token: 'riscv64',
  scmpName: 'SCMP_ARCH_RISCV64',
  goArch: 'riscv64',
  aliases: [],
  auditArch: 0xc00000f3,
  endianness: 'little',
  wordSize: 64,
  base: 0,
}

/** The facts of s390. */
export const S390_FACTS: AbiFacts<'s390'> = {
  token: 's390',
  scmpName: 'SCMP_ARCH_S390',
  goArch: 's390',
  aliases: [],
  auditArch: 0x00000016,
  endianness: 'big',
  wordSize: 32,
  base: 0,
}

/** The facts of s390x. */
export const S390X_FACTS: AbiFacts<'s390x'> = {
  token: 's390x',
  scmpName: 'SCMP_ARCH_S390X',
  goArch: 's390x',
  aliases: [],
  auditArch: 0x80000016,
  endianness: 'big',
  wordSize: 64,
  base: 0,
}

/** The facts of sh. */
export const SH_FACTS: AbiFacts<'sh'> = {
  token: 'sh',
  scmpName: 'SCMP_ARCH_SH',
  goArch: 'sh',
  aliases: ['sh4'],
  auditArch: 0x4000002a,
  endianness: 'little',
  wordSize: 32,
  base: 0,
}

/** The facts of sheb. */
export const SHEB_FACTS: AbiFacts<'sheb'> = {
  token: 'sheb',
  scmpName: 'SCMP_ARCH_SHEB',
  goArch: 'sheb',
  aliases: ['sh4eb'],
  auditArch: 0x0000002a,
  endianness: 'big',
  wordSize: 32,
  base: 0,
}

/** The facts of every ABI, in the order people list them. */
export const ABI_FACTS: readonly AbiFacts[] = [
  X86_64_FACTS,
  X86_FACTS,
  X32_FACTS,
  AARCH64_FACTS,
  ARM_FACTS,
  LOONGARCH64_FACTS,
  M68K_FACTS,
  MIPS_FACTS,
  MIPSEL_FACTS,
  MIPS64_FACTS,
  MIPSEL64_FACTS,
  MIPS64N32_FACTS,
  MIPSEL64N32_FACTS,
  PARISC_FACTS,
  PARISC64_FACTS,
  PPC_FACTS,
  PPC64_FACTS,
  PPC64LE_FACTS,
  RISCV64_FACTS,
  S390_FACTS,
  S390X_FACTS,
  SH_FACTS,
  SHEB_FACTS,
]
