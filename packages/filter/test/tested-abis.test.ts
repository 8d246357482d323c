import { policyFilter, withTestedAbis } from '@seccompile/filter'
import type { Filter } from '@seccompile/filter'
import { ALLOW, KILL_PROCESS, policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** A filter that lets calls of the ABIs of `tokens` run, described as one of `own`, as a raw filter is of the machine. */
function raw(tokens: readonly AbiToken[], own: AbiToken): Filter {
  const abis = tokens.map((token) => signedAbiTable(token))
  const opened = policyFilter('raw', { policy: policy({ default: ALLOW, badArch: KILL_PROCESS }) }, { abis })
  return { ...opened, abis: [signedAbiTable(own)] }
}

const tokensOf = (filter: Filter): readonly AbiToken[] => filter.abis.map(({ token }) => token)

it('are the main ABIs of the arch values that a filter names', () => {
  expect(tokensOf(withTestedAbis(raw(['x86_64', 'x86'], 'x86')))).toEqual(['x86', 'x86_64'])
})

it('leave out the own ABI where no call of it runs', () => {
  expect(tokensOf(withTestedAbis(raw(['aarch64'], 'x86_64')))).toEqual(['aarch64'])
})

it('are the own ones where a filter names no other', () => {
  const filter = raw(['x86_64'], 'x86_64')
  expect(withTestedAbis(filter)).toBe(filter)
})

it('are none of the other byte order', () => {
  const filter = { ...raw(['x86_64'], 'x86_64'), arches: () => [signedAbiTable('s390x').auditArch] }
  expect(withTestedAbis(filter)).toBe(filter)
})
