import { abiTables, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { nativeAbi } from '../src/system/native-abi.ts'

describe('nativeAbi', () => {
  it.each(['x64', 'ia32', 'arm', 'arm64', 'riscv64', 'loong64', 'ppc64', 's390x'])(
    'says of %s what the tables of system calls say',
    (architecture) => {
      const { token, auditArch, calls } = nativeAbi(architecture)
      const table = abiTables.find((one) => one.token === token)
      expect(table?.auditArch).toBe(auditArch)
      const hasMmap2 = token === 'arm' || token === 'x86'
      for (const [call, nr] of Object.entries(calls)) {
        const name = call === 'mmap' && hasMmap2 ? 'mmap2' : call
        expect(table && numberOf(table, name), name).toBe(nr)
      }
    },
  )

  it('has a token that the compiler takes', () => {
    expectTypeOf(nativeAbi().token).toEqualTypeOf<AbiToken>()
    expect(abiTables.map(({ token }) => token)).toContain(nativeAbi().token)
  })

  it('names what it knows of a machine that it does not', () => {
    expect(() => nativeAbi('constructor')).toThrow(
      'the numbers of system calls on constructor are not known here',
    )
  })
})
