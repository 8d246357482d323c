import { describe, expect, it } from 'vitest'
import { parseCsv } from '../src/csv.mjs'
import { SAMPLE } from './sample.mjs'

describe('parseCsv', () => {
  it('reads the version, the names and the numbers of each ABI', () => {
    const { version, names, columns } = parseCsv(SAMPLE)
    expect(version).toBe('v9.8.7')
    expect(names).toEqual(['_llseek', 'nowhere', 'read', 'set_tls', 'write'])
    expect([...columns.keys()]).toEqual(['x86_64', 'arm', 'mips'])
    expect(Object.fromEntries(columns.get('x86_64'))).toEqual({ read: 0, write: 1 })
    expect(Object.fromEntries(columns.get('arm'))).toEqual({
      read: 3,
      write: 4,
      _llseek: 140,
      set_tls: 983045,
    })
  })

  it('reads lines that end as on Windows', () => {
    expect(parseCsv(SAMPLE.replaceAll('\n', '\r\n'))).toEqual(parseCsv(SAMPLE))
  })

  const withRow = (row) => `${SAMPLE}${row}\n`
  it.each([
    ['an empty file', '', 's.csv:1: the first column is not "#syscall (VERSION …)" but ""'],
    [
      'no header',
      'read,0,SCMP_KV_UNDEF\n',
      's.csv:1: the first column is not "#syscall (VERSION …)" but "read"',
    ],
    ['no ABI', '#syscall (v1 2030-01-02)\n', 's.csv:1: no ABI has a column'],
    ['a column twice', '#syscall (v1 x),arm,arm\n', 's.csv:1: ABI "arm" has two columns'],
    [
      'an ABI that is no name',
      '#syscall (v1 x),Arm 7\n',
      's.csv:1: column 2 is "Arm 7", not the name of an ABI',
    ],
    ['too few cells', withRow('open,2,SCMP_KV_UNDEF'), 's.csv:7: "open" has 3 cells, the header has 7'],
    ['an empty line', withRow(''), 's.csv:7: "" is not the name of a system call'],
    [
      'a name that is none',
      withRow('__proto__ ,1,k,1,k,1,k'),
      's.csv:7: "__proto__ " is not the name of a system call',
    ],
    ['a name twice', withRow('read,9,k,9,k,9,k'), 's.csv:7: "read" has a row already'],
    [
      'a number that is none',
      withRow('open,2,k,0x5,k,5,k'),
      's.csv:7: the number of "open" on arm is "0x5", not a decimal number or PNR',
    ],
    [
      'a negative number',
      withRow('open,-1,k,5,k,5,k'),
      's.csv:7: the number of "open" on x86_64 is "-1", not a decimal number or PNR',
    ],
    [
      'no number',
      withRow('open,,k,5,k,5,k'),
      's.csv:7: the number of "open" on x86_64 is "", not a decimal number or PNR',
    ],
    [
      'a number that leaves no room for a base',
      withRow('open,1073741824,k,5,k,5,k'),
      's.csv:7: the number of "open" on x86_64 is "1073741824", not a decimal number or PNR',
    ],
    [
      'a number twice',
      withRow('open,2,k,3,k,5,k'),
      's.csv:7: number 3 on arm belongs to "read" already, not to "open"',
    ],
  ])('rejects %s and says where', (_what, text, message) => {
    expect(() => parseCsv(text, 's.csv')).toThrow(message)
  })
})
