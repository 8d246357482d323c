import { abis, abiTable, abiTables } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('abiTables', () => {
  it('has a table for every ABI, in the same order', () => {
    expect(abiTables.map((table) => table.token)).toEqual(abis.map((abi) => abi.token))
  })

  it('carries the facts of each ABI', () => {
    const facts = abiTables.map(({ token, scmpName, goArch, auditArch, endianness, wordSize, base }) => [
      token, scmpName, goArch, auditArch, endianness, wordSize, base,
    ]) // prettier-ignore
    expect(facts).toEqual([
      ['x86_64', 'SCMP_ARCH_X86_64', 'amd64', 0xc000_003e, 'little', 64, 0],
      ['x86', 'SCMP_ARCH_X86', 'x86', 0x4000_0003, 'little', 32, 0],
      ['x32', 'SCMP_ARCH_X32', 'x32', 0xc000_003e, 'little', 32, 0x4000_0000],
      ['aarch64', 'SCMP_ARCH_AARCH64', 'arm64', 0xc000_00b7, 'little', 64, 0],
      ['arm', 'SCMP_ARCH_ARM', 'arm', 0x4000_0028, 'little', 32, 0],
      ['loongarch64', 'SCMP_ARCH_LOONGARCH64', 'loong64', 0xc000_0102, 'little', 64, 0],
      ['m68k', 'SCMP_ARCH_M68K', 'm68k', 0x0000_0004, 'big', 32, 0],
      ['mips', 'SCMP_ARCH_MIPS', 'mips', 0x0000_0008, 'big', 32, 4000],
      ['mipsel', 'SCMP_ARCH_MIPSEL', 'mipsel', 0x4000_0008, 'little', 32, 4000],
      ['mips64', 'SCMP_ARCH_MIPS64', 'mips64', 0x8000_0008, 'big', 64, 5000],
      ['mipsel64', 'SCMP_ARCH_MIPSEL64', 'mipsel64', 0xc000_0008, 'little', 64, 5000],
      ['mips64n32', 'SCMP_ARCH_MIPS64N32', 'mips64n32', 0xa000_0008, 'big', 32, 6000],
      ['mipsel64n32', 'SCMP_ARCH_MIPSEL64N32', 'mipsel64n32', 0xe000_0008, 'little', 32, 6000],
      ['parisc', 'SCMP_ARCH_PARISC', 'parisc', 0x0000_000f, 'big', 32, 0],
      ['parisc64', 'SCMP_ARCH_PARISC64', 'parisc64', 0x8000_000f, 'big', 64, 0],
      ['ppc', 'SCMP_ARCH_PPC', 'ppc', 0x0000_0014, 'big', 32, 0],
      ['ppc64', 'SCMP_ARCH_PPC64', 'ppc64', 0x8000_0015, 'big', 64, 0],
      ['ppc64le', 'SCMP_ARCH_PPC64LE', 'ppc64le', 0xc000_0015, 'little', 64, 0],
      ['riscv64', 'SCMP_ARCH_RISCV64', 'riscv64', 0xc000_00f3, 'little', 64, 0],
      ['s390', 'SCMP_ARCH_S390', 's390', 0x0000_0016, 'big', 32, 0],
      ['s390x', 'SCMP_ARCH_S390X', 's390x', 0x8000_0016, 'big', 64, 0],
      ['sh', 'SCMP_ARCH_SH', 'sh', 0x4000_002a, 'little', 32, 0],
      ['sheb', 'SCMP_ARCH_SHEB', 'sheb', 0x0000_002a, 'big', 32, 0],
    ])
  })

  it('gives ABIs that differ in byte order alone the same calls', () => {
    for (const [big, little] of [
      ['mips', 'mipsel'],
      ['mips64', 'mipsel64'],
      ['mips64n32', 'mipsel64n32'],
      ['ppc64', 'ppc64le'],
      ['sheb', 'sh'],
    ] as const) {
      expect(abiTable(big).endianness).toBe('big')
      expect(abiTable(little).endianness).toBe('little')
      expect(abiTable(little).numbers).toBe(abiTable(big).numbers)
      expect(abiTable(little).names).toBe(abiTable(big).names)
      expect(abiTable(little).newest).toBe(abiTable(big).newest)
    }
  })
})

describe('abiTable', () => {
  it('finds every table by its token', () => {
    for (const table of abiTables) expect(abiTable(table.token)).toBe(table)
  })
})
