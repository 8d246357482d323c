import { seccompData } from '@seccompile/abi'
import { ALLOW, arg, errno, resolve, TRAP } from '@seccompile/policy'
import type { ArgCondition, Policy } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const FIVE = 2n ** 32n + 5n
const [TRAPPED, RUNS] = [0x0003_0000, 0x7fff_0000]

/** A profile of one call; each rule has an action and conditions. */
const profile = (...rules: readonly (readonly [typeof ALLOW, ...ArgCondition[]])[]): Policy => ({
  defaultAction: errno(1),
  overlaps: 'libseccomp',
  rules: rules.map(([action, ...args]) => ({ names: [{ name: 'dup' }], action, args })),
})

function verdict(
  policy: Policy,
  token: AbiToken,
  value: bigint,
  widths: 'profile' | 'kernel' = 'profile',
): number {
  const abi = abiTable(token)
  const { rules } = resolve(policy, { abis: [abi], widths })
  return meaning(rules, seccompData({ nr: abi.numbers.get('dup')!, arch: abi.auditArch, args: [value] }))
}

it('a rule whose masks have no bit is one without conditions: of several the first decides (issue 19)', () => {
  const zero = arg(0).maskedEq(0, 7)
  expect(verdict(profile([ALLOW, zero], [TRAP]), 'x86_64', 3n)).toBe(RUNS)
  expect(verdict(profile([TRAP], [ALLOW, zero]), 'x86_64', 3n)).toBe(TRAPPED)
  expect(verdict(profile([ALLOW, zero], [TRAP, arg(0).eq(3)]), 'x86_64', 3n)).toBe(RUNS)
  expect(verdict(profile([ALLOW, zero, arg(1).eq(9)], [TRAP]), 'x86_64', 3n)).toBe(TRAPPED)
})

it('a mask without low bits is one without bits where arguments have 32 bits', () => {
  const high = profile([ALLOW, arg(0).maskedEq(0xffff_ffff_0000_0000n, 0)], [TRAP])
  expect(verdict(high, 'x86', 3n)).toBe(RUNS)
  expect(verdict(high, 'x86_64', 3n)).toBe(TRAPPED)
})

it('a constant loses its high word where arguments have 32 bits, and a warning says so (issue 19)', () => {
  const five = profile([ALLOW, arg(0).eq(FIVE)])
  expect([verdict(five, 'x86', 5n), verdict(five, 'x32', 5n), verdict(five, 'x86_64', 5n)]).toEqual([
    RUNS,
    RUNS,
    0x0005_0001,
  ])
  const abis = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]
  const said = resolve(five, { abis }).warnings.filter(({ name }) => name === 'wide-constant')
  expect(said.map(({ message }) => message)).toEqual([
    'rule 1: args[0] == 0x100000005 of "dup" has a constant beyond 32 bits, which is all an argument has on x86, x32: there ' +
      'only the low 32 bits are compared',
  ])
})

it('a constant keeps its high word where conditions compare what the kernel reads', () => {
  expect(verdict(profile([ALLOW, arg(0).eq(FIVE)]), 'x86', 5n, 'kernel')).toBe(0x0005_0001)
})
