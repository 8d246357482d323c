import { abiTable, numberOf } from '@seccompile/syscalls'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordingCounts, sumHeads } from '@seccompile/recording'
import type { RecordingCounts, RecordingRow } from '@seccompile/recording'
import { call, counting, wholeCalls } from './arbitrary-calls.ts'
import { callWords, counted, HEAD, textOf, wordsOf } from './samples.ts'

const rowsWithArgs = (counts: RecordingCounts): readonly RecordingRow[] =>
  counts.rows().filter(({ args }) => args !== undefined)
const added = (...all: readonly RecordingCounts[]): RecordingCounts => {
  const sum = recordingCounts()
  for (const counts of all) for (const row of counts.rows()) sum.addRow(row)
  return sum
}

describe('counts of calls', () => {
  it('counts a call, each counted argument, and the arguments that select together', () => {
    const counts = counted(
      ['socket', [2n, 1n, 0n], { program: 'curl', time: 5 }],
      ['socket', [2n, 1n, 0n], { program: 'curl', time: 9 }],
      ['socket', [10n, 1n, 0n], { program: 'curl', time: 7 }],
    )
    const of = { abi: 'x86_64', nr: 41, call: 'socket', program: 'curl' }
    expect(counts.calls).toBe(3)
    expect(counts.rows()).toEqual([
      { ...of, count: 3, first: 5, last: 9 },
      { ...of, args: [2n], count: 2, first: 5, last: 9 },
      { ...of, args: [10n], count: 1, first: 7, last: 7 },
      { ...of, args: [null, 1n], count: 3, first: 5, last: 9 },
      { ...of, args: [null, null, 0n], count: 3, first: 5, last: 9 },
      { ...of, args: [2n, 1n, 0n], count: 2, first: 5, last: 9 },
      { ...of, args: [10n, 1n, 0n], count: 1, first: 7, last: 7 },
    ])
  })

  it('counts no address and no size', () => {
    expect(rowsWithArgs(counted(['read', [3n, 0x7fff_0000_1234n, 4096n]])).map(({ args }) => args)).toEqual([
      [3n],
    ])
    expect(rowsWithArgs(counted(['brk', [0x5555_0000_0000n]]))).toEqual([])
    const on32 = recordingCounts()
    on32.add(callWords('x86', 'read', 3n, 0xffff_1234n, 4096n))
    on32.add(callWords('x86', 'brk', 0x5655_0000n))
    expect(rowsWithArgs(on32).map(({ args }) => args)).toEqual([[3n]])
  })

  it('keeps the bits that the kernel reads, and all of 64', () => {
    const atCwd = 0xffff_ffff_ffff_ff9cn
    expect(rowsWithArgs(counted(['openat', [atCwd, 0n, 0n, 0o100644n]]))[0]?.args).toEqual([0xffff_ff9cn])
    const mask = 0xfedc_ba98_7654_3211n
    const masks = rowsWithArgs(counted(['fanotify_mark', [3n, 1n, mask]])).map(({ args }) => args?.[2])
    // The row of the argument alone, and that of the arguments that select.
    expect(masks.filter((value) => typeof value === 'bigint')).toEqual([mask, mask])
  })

  it('counts values that are not known under more, and so what occurred together', () => {
    const counts = recordingCounts()
    counts.add(callWords('x86_64', 'socket', 2n, 1n, 6n), { known: 0b101 })
    counts.add(callWords('x86_64', 'socket', 2n, 1n, 6n), { known: 0 })
    const of = { abi: 'x86_64', nr: 41, call: 'socket' }
    expect(counts.rows()).toEqual([
      { ...of, count: 2 },
      { ...of, args: [2n], count: 1 },
      { ...of, args: ['more'], count: 1 },
      { ...of, args: [null, 'more'], count: 2 },
      { ...of, args: [null, null, 6n], count: 1 },
      { ...of, args: [null, null, 'more'], count: 1 },
      { ...of, args: ['more', 'more', 'more'], count: 2 },
    ])
    expect(added(counts).rows()).toEqual(counts.rows())
  })

  it('counts up to 64 values of an argument exactly, and the others under more', () => {
    const counts = recordingCounts()
    for (let value = 99; value >= 0; value -= 1)
      for (let i = 0; i <= value % 3; i += 1) counts.add(callWords('x86_64', 'close', BigInt(value)))
    const rows = rowsWithArgs(counts)
    expect(rows).toHaveLength(65)
    expect(rows.slice(0, 64).map(({ args, count }) => [args, count])).toEqual(
      Array.from({ length: 64 }, (_, i) => [[BigInt(i)], (i % 3) + 1]),
    )
    const others = Array.from({ length: 36 }, (_, i) => ((i + 64) % 3) + 1).reduce((a, b) => a + b, 0)
    expect(rows.at(-1)).toMatchObject({ args: ['more'], count: others })
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(counts.calls)
  })

  it('counts up to 1024 lists, and the others under more at each argument', () => {
    const counts = recordingCounts()
    for (let i = 0; i < 2000; i += 1)
      counts.add(callWords('x86_64', 'socket', BigInt(i >> 5), BigInt(i & 31), 0n))
    const lists = rowsWithArgs(counts).filter(({ args }) => args?.length === 3 && args[0] !== null)
    expect(lists).toHaveLength(1025)
    expect(lists.at(-1)).toMatchObject({ args: ['more', 'more', 'more'], count: 2000 - 1024 })
  })

  it('counts the programs past 64 together with those that are not known', () => {
    const counts = recordingCounts()
    for (let i = 69; i >= 0; i -= 1)
      counts.add(callWords('x86_64', 'getpid'), { program: `p${String(i).padStart(2, '0')}` })
    counts.add(callWords('x86_64', 'getpid'))
    const rows = counts.rows()
    expect(rows).toHaveLength(65)
    expect(rows.at(-1)).toEqual({ abi: 'x86_64', nr: 39, call: 'getpid', count: 7 })
  })

  it('counts numbers that no table has, the past 64 without a number', () => {
    const counts = recordingCounts()
    for (let i = 0; i < 100; i += 1) counts.add(wordsOf('x86_64', 100_000 + i))
    const rows = counts.rows()
    expect(rows).toHaveLength(65)
    expect(rows[0]).toEqual({ abi: 'x86_64', nr: 100_000, count: 1 })
    expect(rows.at(-1)).toEqual({ abi: 'x86_64', count: 36 })
  })

  it('finds the ABI of a call by its arch and number', () => {
    const counts = recordingCounts()
    for (const abi of ['x86_64', 'x32', 'x86', 's390x'] as const) counts.add(callWords(abi, 'getpid'))
    expect(counts.rows().map(({ abi }) => abi)).toEqual(['x86_64', 'x86', 'x32', 's390x'])
    const words = Uint32Array.from({ ...wordsOf('x86_64', 39), length: 16, 1: 0x1234_5678 })
    expect(counts.add(words)).toBe(false)
    expect(counts.calls).toBe(4)
  })

  it('refuses a sum that a double does not hold', () => {
    const counts = recordingCounts()
    const row = { abi: 'x86_64', nr: 39, count: Number.MAX_SAFE_INTEGER } as const
    counts.addRow(row)
    expect(() => counts.addRow({ ...row, count: 1 })).toThrow(
      'the recordings count more than 9007199254740991 calls',
    )
  })

  it.each<[unknown, string]>([
    [{ abi: 'x86_64', count: 0 }, 'row.count: expected a whole number, 1 to 9007199254740991; got 0'],
    [{ abi: 'x86-64', count: 1 }, 'expected x86_64, x86'],
    [
      { abi: 'x86_64', nr: 1, args: [1], count: 1 },
      'row.args[0]: expected a bigint from 0 to 2^64 - 1, "more" or null; got 1',
    ],
    [{ abi: 'x86_64', nr: 1, args: [null], count: 1 }, 'row.args: has no value'],
    [{ abi: 'x86_64', count: 1, first: 1 }, 'row.first: expected first and last, or neither'],
  ])('refuses the row %#', (row, message) => {
    expect(() => recordingCounts().addRow(row as RecordingRow)).toThrow(message)
  })
})

describe('the sum of recordings', () => {
  it('does not depend on the order of the calls', () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 300 }), fc.integer(), (calls, seed) => {
        const shuffled = calls
          .map((one, i) => [Math.imul(i + 1, seed | 1) % 1009, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one)
        expect(textOf(counting(shuffled))).toBe(textOf(counting(calls)))
      }),
    )
  })

  it('is that of the calls of all, whichever is added first, and however they are grouped', () => {
    const some = fc.array(call, { maxLength: 200 })
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const whole = textOf(counting([...a, ...b, ...c]))
        const [x, y, z] = [counting(a), counting(b), counting(c)]
        expect(textOf(added(x, y, z))).toBe(whole)
        expect(textOf(added(z, x, y))).toBe(whole)
        expect(textOf(added(added(x, y), z))).toBe(whole)
        expect(textOf(added(x, added(y, z)))).toBe(whole)
      }),
    )
  })

  it('has the exact number of each call, by a count that knows no groups', () => {
    fc.assert(
      fc.property(fc.array(call, { maxLength: 300 }), (calls) => {
        const sums = new Map<string, number>()
        for (const { abi, nr, args, count } of counting(calls).rows()) {
          const key = `${abi} ${nr ?? 'other'}`
          if (args === undefined) sums.set(key, (sums.get(key) ?? 0) + count)
        }
        expect(sums).toEqual(wholeCalls(calls))
      }),
    )
  })

  it('keeps of each argument the counts of a naive count of all values', () => {
    const nr = numberOf(abiTable('x86_64'), 'dup2')!
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 150 }), { maxLength: 600 }), (fds) => {
        const counts = recordingCounts()
        for (const fd of fds) counts.add(wordsOf('x86_64', nr, [BigInt(fd), 1n]))
        const naive = [...new Set(fds)].sort((a, b) => a - b)
        const kept = naive.slice(0, 64).map((fd) => [BigInt(fd), fds.filter((one) => one === fd).length])
        const rows = rowsWithArgs(counts).filter(({ args }) => args?.length === 1)
        const values = rows
          .filter(({ args }) => args?.[0] !== 'more')
          .map(({ args, count }) => [args?.[0], count])
        expect(values).toEqual(kept)
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(fds.length)
      }),
      { numRuns: 50 },
    )
  })

  it('has a head with what both agree on', () => {
    const other = {
      ...HEAD,
      source: 'strace',
      scenario: 'stop',
      abis: ['arm' as const],
      unseen: ['arguments'],
      began: 3,
    }
    expect(sumHeads(HEAD, HEAD)).toEqual(HEAD)
    const sum = sumHeads(HEAD, other)
    expect(sum).toEqual(sumHeads(other, HEAD))
    expect(sum).toEqual({
      source: 'several',
      machine: 'x86_64',
      kernel: '6.18.0',
      libc: 'glibc 2.41',
      abis: ['x86_64', 'x86', 'x32', 'arm'],
      outerFilters: 1,
      unseen: ['arguments', 'what 1 outer filter refuses'],
      began: 3,
    })
  })
})
