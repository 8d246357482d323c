/*
 * The cost of the filter of each preset on the ABIs that most machines have, by the default pipeline of the commands. Each
 * filter is proved.
 */
import { compile, cost, longestPath } from '@seccompile/compiler'
import { policyAbis } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { table } from '@seccompile/text-layout'
import { expect, it } from 'vitest'

const TOKENS: readonly AbiToken[] = ['x86_64', 'aarch64', 'riscv64', 's390x', 'ppc64le', 'x86', 'arm']

/** The ABIs of programs on an x86_64 machine. */
const MACHINE: readonly AbiToken[] = ['x86_64', 'x86', 'x32']

/** The targets of a preset: each main ABI with the other ABIs of its policy, and all ABIs of a machine where it is for them. */
function targetsOf(policy: Policy): readonly (readonly AbiToken[])[] {
  const isFor = (token: AbiToken): boolean => policy.notFor?.some(({ abis }) => abis.includes(token)) !== true
  const own = TOKENS.filter((token) => isFor(token)).map((token) => policyAbis(policy, token))
  const isInOwn = own.some((abis) => abis.join() === MACHINE.join())
  return [...own, ...(isInOwn || !MACHINE.every((token) => isFor(token)) ? [] : [MACHINE])]
}

it('presets compile to proved filters of the golden sizes', { timeout: 60_000 }, async () => {
  const rows = PRESETS.flatMap(({ name, policy }) =>
    targetsOf(policy).map((tokens) => {
      const tables = tokens.map((token) => signedAbiTable(token))
      const { program, abis, endianness, certificate } = compile(policy, { abis: tables })
      expect([name, tokens, certificate.kind]).toEqual([name, tokens, 'proved'])
      const { allowed, cached } = cost(program, abis, endianness).abis[0]!
      const targets = abis.map((abi) => abi.token).join(',')
      return [name, targets, program.length, longestPath(program), allowed.count, allowed.mean, allowed.worst, cached] // prettier-ignore
    }),
  )
  const header = ['preset', 'ABIs', 'insns', 'longest', 'allowed', 'mean', 'worst', 'bitmap']
  await expect(table(header, rows)).toMatchFileSnapshot('../presets.golden')
})
