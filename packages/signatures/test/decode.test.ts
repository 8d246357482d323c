import { describe, expect, it } from 'vitest'
import { aarch64 } from '@seccompile/syscalls/aarch64'
import { x86_64 } from '@seccompile/syscalls/x86_64'
import { signedTable } from '../src/decode/decode.ts'

const LIKE = {
  types: 'iint\npchar *',
  calls: '\nopen 1.0 filename:1 flags:0\nclose 1.0 fd:0\nmseal - start:1\ndup 4.0 fd:0\n',
}

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
    const signed = signedTable(table, 64, { types: 'iint', calls: '\nclose - fd:0\n' })
    expect(asked).toEqual([])
    expect(signed.numbers).toBe(x86_64.numbers)
    expect(asked).toEqual(['numbers'])
    expect(signed.signatures.get('close')?.args[0]).toMatchObject({ name: 'fd', width: 32, signed: true })
  })

  it('has the fields of the table in their order, and signatures', () => {
    expect(Object.keys(signedTable(x86_64, 64, LIKE))).toEqual([...Object.keys(x86_64), 'signatures'])
  })

  it('has no signature for what is no name of a call', () => {
    const { signatures } = signedTable(x86_64, 64, LIKE)
    for (const name of ['', 'ope', 'pen', 'open 1.0', 'close 1.0 fd:0\nmseal', 'constructor', '__proto__'])
      expect(signatures.get(name), name).toBeUndefined()
    // Like a Map, which does not turn keys into text.
    const keys: readonly unknown[] = [['open'], Symbol('open')]
    for (const key of keys) expect(signatures.has(key as string)).toBe(false)
  })

  it('has the calls of a column that it is like, no older than the ABI', () => {
    const text = {
      like: LIKE,
      since: '3.7',
      types: 'ulong',
      calls: '\nclose 3.9 fd:2\n',
      without: 'dup3 pipe2',
    }
    const { signatures } = signedTable(aarch64, 64, text)
    expect(signatures.get('dup')?.since).toEqual([4, 0])
    expect(signatures.get('mseal')).toMatchObject({ args: [{ name: 'start', type: 'char *', width: 64 }] })
    expect(signatures.get('mseal')?.since).toBeUndefined()
    expect(signatures.get('close')).toMatchObject({ args: [{ type: 'long', width: 32 }], since: [3, 9] })
    expect([...signatures.keys()]).toEqual(['dup', 'close', 'mseal'])
    expect(signatures.get('open')).toBeUndefined() // aarch64 does not have this call
    expect(signedTable(aarch64, 64, { ...text, calls: '' }).signatures.get('close')?.since).toEqual([3, 7])
  })

  it('compares versions by both numbers', () => {
    const like = { types: 'iint', calls: '\nclose 3.2 fd:0\ndup 3.10 fd:0\n' }
    const { signatures } = signedTable(aarch64, 64, { like, since: '3.7', calls: '' })
    expect(signatures.get('close')?.since).toEqual([3, 7])
    expect(signatures.get('dup')?.since).toEqual([3, 10])
  })

  it('leaves out the calls that have no signature on this ABI alone', () => {
    const { signatures } = signedTable(x86_64, 64, { like: LIKE, without: 'open close', calls: '' })
    expect([...signatures.keys()]).toEqual(['dup', 'mseal'])
  })
})
