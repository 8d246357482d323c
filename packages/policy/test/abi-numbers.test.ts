import { abiNumbers } from '@seccompile/policy'
import { contains } from '@seccompile/rules'
import { abis, abiTables } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('abiNumbers', () => {
  it.each([
    ['x86_64', [[0, 0x3fff_ffff], [0xffff_ffff, 0xffff_ffff]]],
    ['x32', [[0x4000_0000, 0xffff_ffff]]],
    ['x86', [[0, 0xffff_ffff]]],
    ['arm', [[0, 0xffff_ffff]]],
    ['mips64n32', [[0, 0xffff_ffff]]],
  ] as const)('of %s', (token, expected) => {
    const facts = abis.find((abi) => abi.token === token)!
    expect(abiNumbers(facts).map(({ lo, hi }) => [lo, hi])).toEqual(expected)
  }) // prettier-ignore

  it('are those of every call of the ABI, and of no call of another with its arch', () => {
    for (const abi of abiTables)
      for (const other of abiTables.filter(({ auditArch }) => auditArch === abi.auditArch))
        expect([...other.names.keys()].every((nr) => contains(abiNumbers(abi), nr) === (abi === other))).toBe(
          true,
        )
  })
})
