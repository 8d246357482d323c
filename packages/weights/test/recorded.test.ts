import { dataWords, seccompData } from '@seccompile/abi'
import { recordingCounts, recordingLines } from '@seccompile/recording'
import type { RecordingCounts } from '@seccompile/recording'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { argumentShares, MAX_ARGUMENT_COUNTS, parseWeights } from '@seccompile/weights'

type CountedCall = readonly [abi: AbiToken, call: string | number, ...args: readonly bigint[]]

function counted(calls: readonly CountedCall[], program = 'curl'): RecordingCounts {
  const counts = recordingCounts()
  for (const [abi, call, ...args] of calls) {
    const table = abiTable(abi)
    const nr = typeof call === 'number' ? call : numberOf(table, call)!
    counts.add(dataWords(seccompData({ nr, arch: table.auditArch, args })), { program })
  }
  return counts
}

const textOf = (counts: RecordingCounts): string =>
  [...recordingLines({ source: 'watch', machine: 'x86_64', abis: ['x86_64'], unseen: [] }, counts)].join('')

describe('a recording', () => {
  it('is read as counts by name, of all ABIs and programs', () => {
    const counts = counted([
      ['x86_64', 'read', 3n],
      ['x86_64', 'read', 4n],
      ['x86', 'read', 3n],
      ['x86_64', 'getpid'],
    ])
    const { format, counts: byName, warnings } = parseWeights(textOf(counts))
    expect({ format, byName, warnings }).toEqual({
      format: 'recording',
      byName: { read: 3, getpid: 1 },
      warnings: [],
    })
  })

  it('has the values that occur together of the arguments that select, and those of an only argument', () => {
    const counts = counted([
      ['x86_64', 'socket', 2n, 1n, 6n],
      ['x86_64', 'socket', 2n, 1n, 6n],
      ['x86_64', 'socket', 1n, 2n, 0n],
      ['x86_64', 'ioctl', 3n, 0x5401n],
      ['x86_64', 'ioctl', 4n, 0x5401n],
      ['x86_64', 'close', 7n],
      ['x86_64', 'dup2', 1n, 2n],
    ])
    const { argumentCounts } = parseWeights(textOf(counts))
    expect(argumentCounts).toEqual({
      socket: [
        { args: [1n, 2n, 0n, 0n, 0n, 0n], count: 1 },
        { args: [2n, 1n, 6n, 0n, 0n, 0n], count: 2 },
      ],
      ioctl: [{ args: [0n, 0x5401n, 0n, 0n, 0n, 0n], count: 2 }],
      close: [{ args: [7n, 0n, 0n, 0n, 0n, 0n], count: 1 }],
    })
    expect(argumentShares(argumentCounts!).get('socket')?.[1]?.share).toBeCloseTo(2 / 3)
  })

  it('leaves out the values under more', () => {
    const counts = counted(Array.from({ length: 80 }, (_, i) => ['x86_64', 'ioctl', 0n, BigInt(i)] as const))
    const { counts: byName, argumentCounts } = parseWeights(textOf(counts))
    expect(byName).toEqual({ ioctl: 80 })
    expect(argumentCounts?.['ioctl']).toHaveLength(64)
  })

  it('has no more lists of a call than can be weighed', () => {
    const sum = recordingCounts()
    for (let program = 0; program < 6; program += 1)
      for (const row of counted(
        Array.from({ length: 1000 }, (_, i) => ['x86_64', 'socket', BigInt(program), BigInt(i), 0n] as const),
        `p${program}`,
      ).rows())
        sum.addRow(row)
    const { argumentCounts } = parseWeights(textOf(sum))
    expect(argumentCounts?.['socket']).toHaveLength(MAX_ARGUMENT_COUNTS)
    expect(argumentShares(argumentCounts!).size).toBe(1)
  })

  it('warns of a number that no table has, at its line', () => {
    const { counts, warnings } = parseWeights(
      textOf(
        counted([
          ['x86_64', 'getpid'],
          ['x86_64', 99_999],
        ]),
      ),
      {
        file: 'r',
      },
    )
    expect(counts).toEqual({ getpid: 1 })
    expect(warnings[0]).toMatchObject({
      message: 'r:3:1: unknown system call "number 99999 of x86_64" is left out, with its count of 1',
      source: { file: 'r', line: 3 },
    })
  })

  it('is a recording also where the name of a program is like an event', () => {
    const program = 'cat-1 [000] ..... 1.0: sys_enter: NR 0 (0)'
    expect(parseWeights(textOf(counted([['x86_64', 'getpid']], program))).counts).toEqual({ getpid: 1 })
  })

  it('is refused with its place where it is cut, and where it counts no call', () => {
    const text = textOf(counted([['x86_64', 'getpid']]))
    expect(() => parseWeights(text.split('\n').slice(0, 2).join('\n'), { file: 'r' })).toThrow(
      'r:2:1: the recording has no end line after 1 row: it is cut',
    )
    expect(() => parseWeights(textOf(recordingCounts()), { file: 'r' })).toThrow('r:1:1: counts no call')
  })
})
