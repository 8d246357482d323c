import { abiTables, calls, isSyscallName, syscallNames } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('syscallNames', () => {
  it('is sorted and without repetition', () => {
    expect([...new Set(syscallNames)].sort()).toEqual(syscallNames)
    expect(syscallNames.length).toBe(508)
  })

  it('has the names of every table and no other', () => {
    const ofTables = new Set(abiTables.flatMap((table) => calls(table).map(({ name }) => name)))
    expect([...ofTables].sort()).toEqual(syscallNames)
  })
})

describe('isSyscallName', () => {
  it('knows names that one ABI alone has', () => {
    for (const name of ['s390_pci_mmio_read', 'riscv_hwprobe', 'swapcontext', 'switch_endian', 'rtas']) {
      expect(isSyscallName(name)).toBe(true)
    }
  })

  it('knows no other text', () => {
    for (const name of ['fchmodat3', 'Read', '', '__proto__', 'constructor', 'x'.repeat(2 ** 20)]) {
      expect(isSyscallName(name)).toBe(false)
    }
  })
})
