import { SECCOMP_RET } from '@seccompile/abi'
import { runReportLines } from '@seccompile/kernel'
import type { RecordedCall, RunReport } from '@seccompile/kernel'
import { describe, expect, it } from 'vitest'

const { KILL_PROCESS, ALLOW, ERRNO } = SECCOMP_RET
const call = (verdict: number, ...says: readonly (readonly number[])[]): RecordedCall => ({
  arch: 0xc000_003e,
  nr: 135,
  abi: 'x86_64',
  name: 'personality',
  verdict,
  says,
})
const killed = (verdict: number, ...says: readonly (readonly number[])[]): RunReport => ({
  launcher: 'koffi',
  pid: 1,
  status: undefined,
  signal: 'SIGSYS',
  refused: { known: true, ...call(verdict, ...says) },
  logged: undefined,
})

describe('the report of run', () => {
  it.each([
    ['once where the filter has it alone', [[KILL_PROCESS]], 'the filter says KILL_PROCESS'],
    [
      'once where one of several filters has it alone',
      [[ALLOW], [KILL_PROCESS]],
      'filter 1 says ALLOW, filter 2 says KILL_PROCESS',
    ],
    [
      'and those of the filter where arguments decide',
      [[KILL_PROCESS, ALLOW]],
      'KILL_PROCESS; the filter says KILL_PROCESS or ALLOW, by its arguments',
    ],
    ['and that of the filter where another filter killed', [[ALLOW]], 'KILL_PROCESS; the filter says ALLOW'],
  ])('has the recorded verdict %s', (_, says, text) => {
    expect(runReportLines('x', killed(KILL_PROCESS, ...says))).toEqual([
      `x: killed by SIGSYS for x86_64 personality (135): ${text}`,
    ])
  })

  it.each([
    ['x86_64', 0xc000_003e, 'x86_64 call (9999)'],
    ['no table', 0x1234_5678, '0x12345678 call (9999)'],
  ])('shows the number of a call that no table names, of the architecture of %s', (_, arch, text) => {
    const unnamed = { ...call(KILL_PROCESS, [KILL_PROCESS]), arch, nr: 9999, abi: undefined, name: undefined }
    expect(runReportLines('x', { ...killed(0), refused: { known: true, ...unnamed } })).toEqual([
      `x: killed by SIGSYS for ${text}: the filter says KILL_PROCESS`,
    ])
  })

  it('names what the kernel has logged, or why that is not known', () => {
    const report = { ...killed(0), status: 0, signal: undefined, refused: undefined }
    const logged = (value: RunReport['logged']): readonly string[] =>
      runReportLines('x', { ...report, logged: value })
    expect(logged(undefined)).toEqual(['x: exited with status 0'])
    expect(logged({ known: true, calls: [] })[1]).toBe(
      'x: the kernel has logged no other call of this process',
    )
    expect(logged({ known: false, why: 'no right' })[1]).toBe(
      'x: what the kernel has logged is not known: no right',
    )
    expect(logged({ known: true, calls: [{ ...call(ERRNO, [ERRNO | 1]), count: 3 }] })[1]).toBe(
      'x: the kernel has logged x86_64 personality (135) 3 times: the filter says ERRNO(EPERM)',
    )
  })
})
