import { abis, abiTable, firstArgument, otherAbisOf } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('knows the other ABIs of a machine, each of them by the others', () => {
  expect(otherAbisOf('x86_64')).toEqual(['x86', 'x32'])
  expect(otherAbisOf('riscv64')).toEqual([])
  for (const { token } of abis)
    for (const other of otherAbisOf(token)) expect(otherAbisOf(other)).toContain(token)
})

it('finds the first argument of a call at index 1 on m68k alone', () => {
  expect(firstArgument(abiTable('m68k'))).toBe(1)
  for (const { token } of abis) if (token !== 'm68k') expect(firstArgument(abiTable(token))).toBe(0)
})
