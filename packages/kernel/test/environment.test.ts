import { describe, expect, it } from 'vitest'
import { environmentBytes } from '../src/launch/environment.ts'

/** Entries as /proc/self/environ has them; each character is a byte. */
const first = (...entries: readonly string[]): Buffer =>
  Buffer.from(entries.map((entry) => `${entry}\0`).join(''), 'latin1')

const bytes = (now: Readonly<Record<string, string>>, ...entries: readonly string[]): readonly string[] =>
  environmentBytes(now, first(...entries)).map((entry) => Buffer.from(entry).toString('latin1'))

describe('environmentBytes', () => {
  it('keeps the bytes of what is no UTF-8, and the order', () => {
    expect(bytes({ A: '1', X: 'a\ufffd', B: '' }, 'X=a\xff', 'B=', 'A=1')).toEqual(['X=a\xff', 'B=', 'A=1'])
  })

  it('goes by process.env for what was set, changed or deleted since', () => {
    expect(bytes({ A: '2', NEW: 'ü=' }, 'GONE=1', 'A=1')).toEqual(['A=2', 'NEW=\xc3\xbc='])
    expect(bytes({ X: 'b' }, 'X=a\xff')).toEqual(['X=b'])
  })

  it('keeps what process.env does not have, and what has no name', () => {
    expect(bytes({ A: '1' }, 'N\xff=1', 'none', '=C:', 'A=1')).toEqual(['N\xff=1', 'none', '=C:', 'A=1'])
  })

  it('keeps a name that process.env lists and does not read, as Node before 26 a number', () => {
    const now = { A: '1', 2: undefined }
    expect(
      environmentBytes(now, first('2=b', '3=c', 'A=1')).map((entry) => Buffer.from(entry).toString()),
    ).toEqual(['2=b', 'A=1'])
  })

  it('keeps all of one name while the first of them holds, and none when it does not', () => {
    expect(bytes({ A: '1', B: '\ufffd' }, 'A=1', 'A=2', 'B=\xff', 'B=ok')).toEqual([
      'A=1',
      'A=2',
      'B=\xff',
      'B=ok',
    ])
    expect(bytes({ A: '2' }, 'A=1', 'A=2')).toEqual(['A=2'])
  })

  it('is the environment of this process', () => {
    const texts = environmentBytes().map((entry) => Buffer.from(entry).toString())
    expect(texts.sort()).toEqual(Object.entries(process.env).map(([name, value]) => `${name}=${value}`).sort()) // prettier-ignore
  })

  it('is that of process.env where nothing else is known', () => {
    expect(bytes({ A: '1' })).toEqual(['A=1'])
  })
})
