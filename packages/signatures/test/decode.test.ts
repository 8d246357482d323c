import { describe, expect, it } from 'vitest'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import { signedTable } from '../src/decode.ts'

describe('signedTable', () => {
  it('reads no call of the table before somebody asks for one', () => {
    const asked: string[] = []
    const table = {
      ...x86_64,
      get numbers() {
        asked.push('numbers')
        return x86_64.numbers
      },
    }
    const signed = signedTable(table, 64, 'iint', 'close - fd:0')
    expect(asked).toEqual([])
    expect(signed.numbers).toBe(x86_64.numbers)
    expect(asked).toEqual(['numbers'])
    expect(signed.signatures.get('close')?.args[0]).toMatchObject({ name: 'fd', width: 32, signed: true })
  })
})
