import { abiTables, calls, isSyscallName, syscallNames } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('syscallNames', () => {
  it('is sorted and without repetition', () => {
    expect([...new Set(syscallNames)].sort()).toEqual(syscallNames)
    expect(syscallNames.length).toBe(508)
  })

  it('covers every table', () => {
    const known = new Set<string>(syscallNames)
    for (const table of abiTables) {
      for (const { name } of calls(table)) expect(known).toContain(name)
    }
  })
})

describe('isSyscallName', () => {
  it('knows the names of ABIs that have no table here', () => {
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
