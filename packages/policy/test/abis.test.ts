import { errno, policy, policyAbis, policyTables } from '@seccompile/policy'
import { abiTable, abiTables } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** As container runtimes have it: a machine runs programs of these ABIs beside those of the main one. */
const mapped = policy({
  default: errno(1),
  archMap: [
    { main: 'x86_64', sub: ['x86', 'x32'] },
    { main: 'aarch64', sub: ['arm'] },
    { main: 'riscv64', sub: [] },
  ],
})

it('puts the main ABI first, then its sub-architectures', () => {
  expect(policyAbis(mapped, 'x86_64')).toEqual(['x86_64', 'x86', 'x32'])
  expect(policyAbis(mapped, 'aarch64')).toEqual(['aarch64', 'arm'])
  expect(policyAbis(mapped, 'riscv64')).toEqual(['riscv64'])
  expect(policyAbis(mapped, 'arm')).toEqual(['arm'])
})

it('adds listed architectures to the main one, each once', () => {
  const listed = policy({ default: errno(1), architectures: ['x86', 'x86_64', 'x86'] })
  expect(policyAbis(listed, 'x86_64')).toEqual(['x86_64', 'x86'])
  expect(policyAbis(policy({ default: errno(1) }), 'x86_64')).toEqual(['x86_64'])
})

it('gives the tables of any ABI', () => {
  expect(policyTables(mapped, 'x86_64').map(({ token }) => token)).toEqual(['x86_64', 'x86', 'x32'])
  const odd = policy({ default: errno(1), architectures: ['sheb'] })
  for (const main of abiTables)
    expect(policyTables(odd, main.token)).toEqual([...new Set([main, abiTable('sheb')])])
})
