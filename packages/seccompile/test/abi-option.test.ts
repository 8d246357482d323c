import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { machineAbi, parseAbis } from '../src/options/abi.ts'

describe('machineAbi', () => {
  it.each([
    ['x86_64', 'LE', 'x86_64'],
    ['i686', 'LE', 'x86'],
    ['aarch64', 'LE', 'aarch64'],
    ['armv7l', 'LE', 'arm'],
    ['mips', 'BE', 'mips'],
    ['mips', 'LE', 'mipsel'],
    ['mips64', 'LE', 'mipsel64'],
    ['ppc64le', 'LE', 'ppc64le'],
    ['ppc64', 'BE', 'ppc64'],
    ['s390x', 'BE', 's390x'],
    ['riscv64', 'LE', 'riscv64'],
    ['sh4', 'LE', 'sh'],
    ['sh4eb', 'BE', 'sheb'],
  ] as const)('takes uname -m "%s", %s, for %s', (name, order, token) => {
    expect(machineAbi(name, order)).toBe(token)
  })

  it('knows no machine without a table', () => {
    expect(machineAbi('sparc64', 'BE')).toBeUndefined()
    expect(machineAbi('aarch64', 'BE')).toBeUndefined()
  })
})

describe('parseAbis', () => {
  it('takes every ABI by each of its names', () => {
    for (const { token, scmpName, goArch, aliases } of abis)
      for (const name of [token, scmpName, goArch, ...aliases])
        expect(parseAbis(name).map((table) => table.token)).toEqual([token])
  })

  it('keeps to one byte order, and names both otherwise', () => {
    expect(parseAbis('s390x, s390,SCMP_ARCH_S390X').map(({ token }) => token)).toEqual(['s390x', 's390'])
    expect(() => parseAbis('ppc64,ppc64le')).toThrow(
      '--abi: ppc64 is big endian and ppc64le is little endian; a filter has one byte order',
    )
  })

  it('says what an unknown ABI could be', () => {
    expect(() => parseAbis('s390xx')).toThrow('--abi: unknown ABI "s390xx"; did you mean "s390x"?')
    expect(() => parseAbis('sparc64')).toThrow('--abi: unknown ABI "sparc64"')
  })
})
