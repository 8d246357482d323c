import { abiNumbers, abis, abiTables } from '@seccompile/syscalls'
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
        for (const nr of other.names.keys())
          if (abiNumbers(abi).some(({ lo, hi }) => lo <= nr && nr <= hi) !== (abi === other))
            expect.fail(`${nr} of ${other.token}, asked of ${abi.token}`)
  })
})
