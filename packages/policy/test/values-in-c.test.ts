import { valuesInC } from '@seccompile/policy/toolkit'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('the values of registers', () => {
  /** The values as text, and the registers that hold no argument. */
  const shown = (token: AbiToken, call: string, ...args: readonly bigint[]): unknown => {
    const { values, registers } = valuesInC(signedAbiTable(token), call, args)
    return [
      values.map(({ argument, value }) => `${argument?.name ?? '?'}=${value}`).join(' '),
      ...registers.map(({ index, value }) => `args[${index}]=${value}`),
    ]
  }

  it('are in the order of C, and those that are 0 at the end are left out', () => {
    expect(shown('x86_64', 'clone', 7n, 0n, 0n)).toEqual(['clone_flags=7'])
    expect(shown('s390x', 'clone', 0n, 7n)).toEqual(['clone_flags=7'])
    expect(shown('s390x', 'clone', 5n, 7n)).toEqual(['clone_flags=7 newsp=5'])
    expect(shown('aarch64', 'clone', 7n, 0n, 0n, 9n)).toEqual([
      'clone_flags=7 newsp=0 parent_tidptr=0 child_tidptr=0 tls=9',
    ])
  })

  it('are one value where two registers hold it, unless one of them has more than 32 bits', () => {
    expect(shown('x86', 'truncate64', 1n, 2n, 3n)).toEqual([`path=1 length=${(3n << 32n) | 2n}`])
    expect(shown('x86', 'truncate64', 1n, 2n, 1n << 32n)).toEqual([
      'path=1',
      'args[1]=2',
      'args[2]=4294967296',
    ])
  })

  it('are apart where the register is none of an argument', () => {
    expect(shown('x86_64', 'getpid', 1n)).toEqual(['', 'args[0]=1'])
    expect(shown('m68k', 'kill', 37n, 1n, 9n)).toEqual(['pid=1 sig=9'])
  })

  it('have no names where the table has no signature', () => {
    expect(shown('x86_64', 'tuxcall', 1n, 0n, 2n, 0n)).toEqual(['?=1 ?=0 ?=2'])
  })
})
