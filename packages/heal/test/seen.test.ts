import { reportRows, seenCalls } from '@seccompile/heal'
import { describe, expect, it } from 'vitest'
import { rowsOf } from './healed.ts'

describe('seen calls', () => {
  it('have only projections in which every call is counted', () => {
    const row = { abi: 'x86_64', nr: 41, call: 'socket' } as const
    const [call] = seenCalls([
      { ...row, program: 'a', count: 1 },
      { ...row, program: 'b', count: 2 },
      { ...row, program: 'b', args: [2n], count: 2 },
      { ...row, program: 'a', args: [1n], count: 1 },
      { ...row, args: [null, 1n], count: 2 },
      { ...row, args: [null, null, 'more'], count: 3 },
    ])
    expect(call).toEqual({
      abi: 'x86_64',
      nr: 41,
      name: 'socket',
      count: 3,
      projections: [{ indices: [0], lists: [[1n], [2n]] }],
    })
  })

  it('are those of all programs', () => {
    expect(seenCalls([...rowsOf('getpid'), ...rowsOf('getpid')])).toEqual([
      { abi: 'x86_64', nr: 39, name: 'getpid', count: 2, projections: [] },
    ])
  })
})

describe('a report', () => {
  const denied = {
    abi: 'x86_64',
    name: 'socket',
    arch: 3_221_225_534,
    nr: 41,
    call: 'socket(…)',
    verdict: 'EPERM',
    count: 2,
  }

  it('is found among other lines', () => {
    const text = [
      '{"denied": 1}',
      'a "denied" line',
      JSON.stringify({ command: ['x'], denied: [{ ...denied, args: ['0x2', '0x1', null] }] }),
      '{',
    ].join('\n')
    expect(reportRows(text, 'report')).toEqual([
      { abi: 'x86_64', nr: 41, call: 'socket', count: 2 },
      { abi: 'x86_64', nr: 41, call: 'socket', args: [2n, 1n], count: 2 },
    ])
  })

  it('may have no refused call, and calls without arguments', () => {
    expect(reportRows('\ufeff{"denied":[]}', 'report')).toEqual([])
    expect(
      reportRows(JSON.stringify({ denied: [denied, { ...denied, args: [null] }] }), 'report'),
    ).toHaveLength(2)
    expect(reportRows('nothing', 'report')).toBeUndefined()
  })

  it('names the call for which the command was killed, or that it is not known', () => {
    const killed = {
      known: true,
      arch: 3221225534,
      nr: 110,
      abi: 'x86_64',
      name: 'getppid',
      verdict: 'KILL_PROCESS',
    }
    expect(reportRows(JSON.stringify({ refused: killed, denied: [] }), 'report')).toEqual([
      { abi: 'x86_64', nr: 110, call: 'getppid', count: 1 },
    ])
    const unknown = { known: false, why: 'only root reads the log' }
    expect(reportRows(JSON.stringify({ refused: unknown, denied: [] }), 'report')).toEqual([
      { abi: 'x86_64', count: 1 },
    ])
  })

  it('with a wrong call is refused, with its line', () => {
    for (const [wrong, message] of [
      [{ ...denied, abi: 'z80' }, /^report:2:1: denied\[0\]\.abi: expected x86_64/],
      [{ ...denied, nr: -1 }, /denied\[0\]\.nr: expected a whole number/],
      [{ ...denied, args: ['2'] }, /denied\[0\]\.args\[0\]: expected a value such as "0x2", or null/],
      [{ ...denied, args: Array(7).fill('0x2') }, /^report:2:1: args: expected up to 6 values; got 7/],
      [7, /denied\[0\]: expected an object/],
    ] as const)
      expect(() => reportRows(`\n${JSON.stringify({ denied: [wrong] })}`, 'report')).toThrow(message)
  })
})
