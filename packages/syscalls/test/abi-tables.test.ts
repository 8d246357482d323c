import { abiTable, abiTables, hasTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('abiTables', () => {
  it('lists the ABIs of this package', () => {
    expect(abiTables.map((table) => table.token)).toEqual(['x86_64', 'x86', 'x32', 'aarch64', 'arm'])
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
    ])
  })
})

describe('abiTable and hasTable', () => {
  it('find every table by its token', () => {
    for (const table of abiTables) {
      expect(hasTable(table.token)).toBe(true)
      expect(abiTable(table.token)).toBe(table)
    }
  })

  it('say no to an ABI without a table and to what is no ABI', () => {
    for (const token of ['s390x', 'SCMP_ARCH_X86_64', '__proto__', 'constructor', '']) {
      expect(hasTable(token)).toBe(false)
    }
  })
})
