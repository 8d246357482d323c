/* What an edit does not open: calls that stand in for none, conditions that differ, and what the policy refuses. */
import { AT_FDCWD } from '@seccompile/constants/at'
import { O_WRONLY } from '@seccompile/constants/o'
import { SEEK_END, SEEK_SET } from '@seccompile/constants/seek'
import type { FixedCall, MeasuredCall } from '@seccompile/libc-calls'
import { all, arg, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { ALWAYS, isNever, NEVER } from '@seccompile/rules'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { agreed } from '../src/agreed.ts'
import { policyOnAbi } from '../src/allowed-calls.ts'
import type { JudgedCall } from '../src/judge-calls.ts'
import { meantFunctions } from '../src/meant-functions.ts'
import { neededCalls } from '../src/needed-calls.ts'
import { ruleGroups } from '../src/rule-groups.ts'
import { sameCalls } from '../src/same-calls.ts'
import { AARCH64, ported, rowOf, runs } from './ported.ts'

const list = policy({ default: 'deny' })
const plain = (name: string): FixedCall => ({ name, fixed: [] })
const made = (name: string, ...instead: readonly string[]): MeasuredCall => ({
  ...plain(name),
  instead: instead.map(plain),
})

it('a refusal before what the policy allows stays a refusal of the successor', () => {
  const ordered = policy({ default: 'deny', overlaps: 'first' })
  const some = ordered.deny('open', ({ flags }) => flags.hasAny(O_WRONLY)).allow('open')
  const { edited } = ported(some, AARCH64)
  const dfd = BigInt.asUintN(32, BigInt(AT_FDCWD.value as number))
  expect(runs(edited, 'aarch64', 'openat', { dfd, flags: 0n })).toBe(true)
  expect(runs(edited, 'aarch64', 'openat', { dfd, flags: 1n })).toBe(false)
})

it('a call whose rule tests another argument there names the functions that need it without', () => {
  const some = list
    .allow('rt_sigprocmask', 'set_robust_list')
    .allow('clone', arg(0).maskedEq(0x7e02_0000n, 0n))
  const porting = ported(some, { ...AARCH64, to: ['s390x'], libcs: ['glibc'] })
  expect(rowOf(porting, 'clone')).toMatchObject({
    status: 'withheld',
    reason: 'the policy allows clone by a test of newsp, and _Fork() and fork() need it without',
  })
})

it('a call beside others is withheld with its functions, where the rules for them name architectures', () => {
  const { defaultAction, rules } = list.allow('clone', 'rt_sigprocmask', 'set_robust_list')
  const includes = { arches: ['amd64'] }
  const some: Policy = { defaultAction, rules: rules.map((rule) => ({ ...rule, includes })) }
  const porting = ported(some, { ...AARCH64, libcs: ['musl'] })
  expect(rowOf(porting, 'set_tid_address')).toMatchObject({
    status: 'withheld',
    inPlaceOf: [],
    reason: 'the rules for fork() name architectures, and not that of aarch64',
  })
})

it('an argument that the policy tests is not left free by one function of two', () => {
  // getrlimit() gives new_rlim, and setrlimit() does not.
  const some = list
    .allow('getrlimit', 'setrlimit')
    .allow('prlimit64', ({ pid, new_rlim }) => all(pid.eq(0), new_rlim.eq(0)))
  const porting = ported(some, AARCH64)
  expect(rowOf(porting, 'prlimit64')).toMatchObject({ status: 'withheld' })
  expect(runs(porting.edited, 'aarch64', 'prlimit64', { pid: 0n, new_rlim: 4096n })).toBe(false)
})

describe('a call stands in for none', () => {
  it('and runs no more than the policy lets run of a call that does the same', () => {
    const some = list.allow('close').allow('lseek', ({ whence }) => whence.eq(SEEK_SET))
    const porting = ported(some, { ...AARCH64, to: ['x86'], libcs: ['musl'] })
    expect(rowOf(porting, '_llseek')?.functions).toContain('fclose')
    const [start, end] = [SEEK_SET, SEEK_END].map(({ value }) => BigInt(value as number))
    expect(runs(porting.edited, 'x86', '_llseek', { whence: start! })).toBe(true)
    expect(runs(porting.edited, 'x86', '_llseek', { whence: end! })).toBe(false)
  })

  it('that its function makes beside others that do not do the same', () => {
    const functions = [
      { function: 'f', lists: [[made('getrandom'), made('close')]], measuredOn: 'aarch64' },
      { function: 'g', lists: [[made('ppoll')]], measuredOn: 'aarch64' },
    ] as const
    const doTheSame = sameCalls(
      [
        ['f', [made('statx'), made('close')]],
        ['g', [made('poll')]],
      ],
      functions,
    )
    expect(doTheSame('statx', 'getrandom')).toBe(false)
    expect(doTheSame('poll', 'ppoll')).toBe(true)
  })

  it('where the function makes the call that does the same there too', () => {
    const meant = new Map([['f', [[{ ...made('connect'), where: ALWAYS }]]]])
    const functions = [
      { function: 'f', lists: [[made('connect'), made('accept')]], measuredOn: 'aarch64' },
      { function: 'g', lists: [[made('accept')]], measuredOn: 'aarch64' },
    ] as const
    const here = policyOnAbi(list, 'x86_64', {})
    if ('kind' in here) throw new Error(here.reason)
    const { first } = neededCalls(meant, here, 'aarch64', functions)
    expect(first.get('accept')).toMatchObject({ inPlaceOf: [], isAlone: true })
    expect(isNever(first.get('accept')!.where)).toBe(true)
    const pairs = new Map([['f', [[{ ...made('wait4'), where: ALWAYS }]]]])
    const both = [{ function: 'f', lists: [[made('wait4'), made('waitid')]], measuredOn: 'aarch64' }] as const
    expect(neededCalls(pairs, here, 'aarch64', both).first.get('waitid')).toMatchObject({ inPlaceOf: [] })
  })
})

it('a function is not meant where one of the calls after ENOSYS is refused', () => {
  const functionsOf = (given: Policy): number => {
    const on = policyOnAbi(given, 'x86_64', {})
    if ('kind' in on) throw new Error(on.reason)
    return meantFunctions(on, [['f', [made('faccessat2', 'faccessat', 'getuid')]]], () => ALWAYS).size
  }
  expect(functionsOf(list.allow('faccessat'))).toBe(0)
  expect(functionsOf(list.allow('faccessat', 'getuid'))).toBe(1)
})

it('steps by which a call would run under other conditions on each ABI are left out', () => {
  const judged = (abi: AbiToken, value: bigint): JudgedCall => ({
    where: NEVER,
    steps: [{ kind: 'allow', name: 'faccessat', condition: { args: [{ op: 'EQ', index: 2, value }] } }],
    row: {
      abi,
      libc: 'musl',
      call: 'faccessat',
      inPlaceOf: ['access'],
      lacking: ['access'],
      functions: ['access'],
      status: 'added',
      when: [],
      instead: [],
      unmoved: [],
      caps: [],
      reason: '',
      source: { libc: 'musl', versions: [], on: [] },
    },
  })
  const question = { ...AARCH64, to: ['aarch64', 'riscv64'] as const }
  const statuses = (...all: readonly JudgedCall[]): readonly string[] =>
    agreed(all, question).map(({ row }) => row.status)
  expect(statuses(judged('aarch64', 1n), judged('riscv64', 2n))).toEqual(['withheld', 'withheld'])
  expect(statuses(judged('aarch64', 1n), judged('riscv64', 1n))).toEqual(['added', 'added'])
})

it('a rule for processes without a capability is about a target that lacks it', () => {
  const rules = [
    {
      names: [{ name: 'mknod' }],
      action: { action: 'ALLOW', data: 0 },
      args: [],
      excludes: { caps: ['CAP_MKNOD'] },
    },
  ] as const
  const { defaultAction } = list
  const groups = ruleGroups({ defaultAction, rules }, ['CAP_MKNOD', 'CAP_CHOWN'], { major: 6, minor: 12 })
  expect(groups.map(({ caps }) => caps)).toEqual([['CAP_MKNOD', 'CAP_CHOWN'], ['CAP_CHOWN']])
})
