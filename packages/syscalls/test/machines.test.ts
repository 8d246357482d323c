import { abis, abiTable, firstArgument, otherAbisOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('knows the other ABIs of a machine, each of them by the others', () => {
  expect(otherAbisOf('x86_64')).toEqual(['x86', 'x32'])
  expect(otherAbisOf('riscv64')).toEqual([])
  for (const { token } of abis)
    for (const other of otherAbisOf(token)) expect(otherAbisOf(other)).toContain(token)
})

it('knows the 32-bit ABIs that a kernel of 64 bits may offer, each of the byte order of its machine', () => {
  const others = abis.flatMap(({ token }) => {
    const found = otherAbisOf(token)
    return found.length === 0 ? [] : [[token, found]]
  })
  expect(Object.fromEntries(others)).toEqual({
    x86_64: ['x86', 'x32'],
    x86: ['x86_64', 'x32'],
    x32: ['x86_64', 'x86'],
    aarch64: ['arm'],
    arm: ['aarch64'],
    mips64: ['mips', 'mips64n32'],
    mips: ['mips64', 'mips64n32'],
    mips64n32: ['mips64', 'mips'],
    mipsel64: ['mipsel', 'mipsel64n32'],
    mipsel: ['mipsel64', 'mipsel64n32'],
    mipsel64n32: ['mipsel64', 'mipsel'],
    ppc64: ['ppc'],
    ppc: ['ppc64'],
    s390x: ['s390'],
    s390: ['s390x'],
    parisc64: ['parisc'],
    parisc: ['parisc64'],
  })
  for (const { token, endianness } of abis)
    for (const other of otherAbisOf(token)) expect(abiTable(other).endianness).toBe(endianness)
})

it('finds the first argument of a call at index 1 on m68k alone', () => {
  expect(firstArgument(abiTable('m68k'))).toBe(1)
  for (const { token } of abis) if (token !== 'm68k') expect(firstArgument(abiTable(token))).toBe(0)
})
