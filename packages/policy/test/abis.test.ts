import { containerDefault, errno, policy, policyAbis, policyTables } from '@seccompile/policy'
import { abiTable, abiTables } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

it('puts the main ABI first, then its sub-architectures', () => {
  expect(policyAbis(containerDefault, 'x86_64')).toEqual(['x86_64', 'x86', 'x32'])
  expect(policyAbis(containerDefault, 'aarch64')).toEqual(['aarch64', 'arm'])
  expect(policyAbis(containerDefault, 'riscv64')).toEqual(['riscv64'])
  expect(policyAbis(containerDefault, 'arm')).toEqual(['arm'])
})

it('adds listed architectures to the main one, each once', () => {
  const listed = policy({ default: errno(1), architectures: ['x86', 'x86_64', 'x86'] })
  expect(policyAbis(listed, 'x86_64')).toEqual(['x86_64', 'x86'])
  expect(policyAbis(policy({ default: errno(1) }), 'x86_64')).toEqual(['x86_64'])
})

it('gives the tables of any ABI', () => {
  expect(policyTables(containerDefault, 'x86_64').map(({ token }) => token)).toEqual(['x86_64', 'x86', 'x32'])
  const odd = policy({ default: errno(1), architectures: ['sheb'] })
  for (const main of abiTables)
    expect(policyTables(odd, main.token)).toEqual([...new Set([main, abiTable('sheb')])])
})
