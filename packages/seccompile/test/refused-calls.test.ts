import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { loadArgumentNames } from '@seccompile/describe'
import { ALLOW, arg, errno } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { presetPolicy } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import type { WatchedCalls } from '@seccompile/watch'
import { describe, expect, it } from 'vitest'
import { refusedRows } from '../src/show/refused-calls.ts'

const abi = signedAbiTable('x86_64')
const SOCKET = 41
const KILL = 62
const MKDIR = 83
const OPENAT = 257
const PTRACE = 101
const EPERM = verdictOf('ERRNO', 1)

/** A call with some of its values. */
const seen = (nr: number, ...values: readonly (bigint | undefined)[]): WatchedCalls => ({
  arch: AUDIT_ARCH.X86_64,
  nr,
  verdict: EPERM,
  program: '/bin/x',
  args: Array.from({ length: 6 }, (_, at) => values[at]),
  count: 1,
  first: 0,
  last: 0,
})

async function rowOf(call: WatchedCalls, policy: Policy): Promise<readonly unknown[]> {
  const names = {
    abis: [abi],
    args: await loadArgumentNames([abi], {}),
    written: { policy, target: { abis: [abi] } },
  }
  const [row] = refusedRows([call], names)
  return [row?.call, row?.rule]
}

const socket = (...args: readonly ReturnType<ReturnType<typeof arg>['eq']>[]): Policy['rules'][number] => ({
  names: [{ name: 'socket' }],
  action: errno('EPERM'),
  args,
})

describe('the row of a refused call', () => {
  it('has six words in hexadecimal of a call that no table knows', async () => {
    const policy: Policy = { defaultAction: errno('EPERM'), rules: [] }
    expect(await rowOf(seen(5000, 0n, 255n, 2n ** 64n - 1n, 0n, 0n, 6n), policy)).toEqual([
      'call 5000(0x0, 0xff, 0xffffffffffffffff, 0x0, 0x0, 0x6)',
      undefined,
    ])
  })

  it('has zeros at the end, and the addresses before them', async () => {
    const policy: Policy = { defaultAction: errno('EPERM'), rules: [] }
    expect((await rowOf(seen(MKDIR, undefined, 0n), policy))[0]).toBe('mkdir(pathname=…, mode=0)')
    expect((await rowOf(seen(KILL, 7n, 0n), policy))[0]).toBe('kill(pid=7, sig=0)')
  })

  it('has of a register the bits that the kernel reads', async () => {
    const policy: Policy = { defaultAction: errno('EPERM'), rules: [] }
    expect((await rowOf(seen(OPENAT, 0xffff_ffff_ffff_ff9cn, undefined, 0n, 0n), policy))[0]).toBe(
      'openat(dfd=AT_FDCWD, filename=…, flags=0, mode=0)',
    )
  })

  it('names of several rules the one that holds for its arguments', async () => {
    const rules = [socket(arg(0).eq(2)), socket(arg(0).eq(16)), socket(arg(1).eq(3), arg(0).eq(17))]
    const policy: Policy = { defaultAction: ALLOW, rules }
    expect(await rowOf(seen(SOCKET, 16n, 3n, 0n), policy)).toEqual([
      expect.stringMatching(/^socket\(.*AF_NETLINK/),
      'rule 2',
    ])
    expect((await rowOf(seen(SOCKET, 17n, 3n, 0n), policy))[1]).toBe('rule 3')
  })

  it('names the default where no rule holds, and the rule where one does', async () => {
    const policy: Policy = { defaultAction: errno('EPERM'), rules: [socket(arg(0).eq(2))] }
    expect((await rowOf(seen(SOCKET, 2n, 1n, 0n), policy))[1]).toBe('rule 1')
    expect((await rowOf(seen(SOCKET, 1n, 1n, 0n), policy))[1]).toBe('the default')
  })

  it('names all rules that may have decided where an argument is not known', async () => {
    const rules = [socket(arg(0).eq(2)), socket(arg(1).eq(3))]
    const policy: Policy = { defaultAction: ALLOW, rules }
    expect((await rowOf(seen(SOCKET, undefined, 3n, 0n), policy))[1]).toBe('rule 1 or rule 2')
    expect((await rowOf(seen(SOCKET, undefined, 1n, 0n), policy))[1]).toBe('rule 1')
    expect((await rowOf({ ...seen(SOCKET), args: undefined }, policy))[1]).toBe('rule 1 or rule 2')
  })

  it('names of policies that hold together the one that has the rule', async () => {
    const rules = [socket(arg(0).eq(2))]
    const other = { name: 'mine', defaultAction: ALLOW, rules: [socket(arg(0).eq(16)), socket(arg(0).eq(2))] }
    const policy: Policy = { defaultAction: ALLOW, name: 'both', rules, and: [other] }
    expect((await rowOf(seen(SOCKET, 16n, 3n, 0n), policy))[1]).toBe('rule 1 of mine')
    expect((await rowOf(seen(SOCKET, 2n, 3n, 0n), policy))[1]).toBe('rule 1 of both or rule 2 of mine')
    const { name: _, ...unnamed } = other
    expect((await rowOf(seen(SOCKET, 16n, 3n, 0n), { ...policy, and: [unnamed] }))[1]).toBe(
      'rule 1 of policy 2',
    )
  })

  it('names of policies that hold together the one that has the default', async () => {
    const whole: Policy = { name: 'whole', defaultAction: errno('EPERM'), rules: [] }
    const policy: Policy = {
      name: 'first',
      defaultAction: ALLOW,
      rules: [socket(arg(0).eq(2))],
      and: [whole],
    }
    expect((await rowOf(seen(SOCKET, 1n, 1n, 0n), policy))[1]).toBe('the default of whole')
  })

  it.each([
    ['no-network+no-tracing', PTRACE, 'rule 1 of no-tracing'],
    ['no-tracing+no-network', PTRACE, 'rule 1 of no-tracing'],
  ])('names of the presets %s the one that has the rule', async (presets, nr, rule) => {
    expect((await rowOf(seen(nr, 0n), presetPolicy(presets)))[1]).toBe(rule)
  })
})
