import { AUDIT_ARCH, BPF, verdictOf } from '@seccompile/abi'
import type { Program, Verdict } from '@seccompile/abi'
import { getppidCall } from '@seccompile/clock'
import type { BenchCall, BenchFilter } from '@seccompile/clock'
import { expect, it } from 'vitest'
import { benchVerdict, callsNotMade } from '../src/calls-not-made.ts'

const returning = (k: Verdict): Program => [{ code: BPF.RET_K, jt: 0, jf: 0, k }]
const filter = (name: string, ...verdicts: readonly Verdict[]): BenchFilter => ({
  name,
  programs: verdicts.map(returning),
})
const [ALLOW, LOG, ERRNO] = [verdictOf('ALLOW'), verdictOf('LOG'), verdictOf('ERRNO', 1)]
const getuid: BenchCall = { name: 'getuid', calls: [{ nr: 102 }] }

it('says nothing of calls that are made', () => {
  expect(callsNotMade([filter('a', ALLOW), filter('b', ALLOW, LOG)], [getppidCall(), getuid])).toEqual([])
})

it('says by which filter a call is not made, once for all such calls', () => {
  const filters = [filter('a', ERRNO), filter('b', ALLOW), filter('c', verdictOf('TRACE', 7))]
  expect(callsNotMade(filters, [getppidCall(), getuid])).toEqual([
    'a: answers getppid, getuid with ERRNO(EPERM), so the kernel does not execute these calls; their rows lack the time of the call, and may be below the rows of "ret ALLOW"',
    expect.stringMatching(/^c: answers getppid, getuid with TRACE\(7\), /),
  ])
})

it('takes the strongest verdict of a stack, and ALLOW of none', () => {
  expect(benchVerdict(filter('stack', ALLOW, ERRNO, LOG), getuid)).toBe(ERRNO)
  expect(benchVerdict(filter('none'), getuid)).toBe(ALLOW)
})

it('asks about the call by its ABI', () => {
  const onlyX86: Program = [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: AUDIT_ARCH.I386 },
    ...returning(ALLOW),
    ...returning(ERRNO),
  ]
  expect(benchVerdict({ programs: [onlyX86] }, { ...getuid, abi: 'x86' })).toBe(ALLOW)
  expect(benchVerdict({ programs: [onlyX86] }, getuid)).toBe(ERRNO)
})

it('asks about the call with its arguments', () => {
  const onlyOne: Program = [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 24 }, // the low word of argument 1; x86 is little-endian
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: 1 },
    ...returning(ALLOW),
    ...returning(ERRNO),
  ]
  const programs = [onlyOne]
  expect(benchVerdict({ programs }, { name: 'a', calls: [{ nr: 5, args: [0n, 1n] }] })).toBe(ALLOW)
  expect(benchVerdict({ programs }, { name: 'a', calls: [{ nr: 5 }] })).toBe(ERRNO)
})
