import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { ALLOW, arg, errno } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { presetPolicy } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import type { WatchedCalls } from '@seccompile/watch'
import { describe, expect, it } from 'vitest'
import { refusedRows } from '../src/show/refused-calls.ts'

const abi = signedAbiTable('x86_64')
const EPERM = verdictOf('ERRNO', 1)

/** A refused call with some of its values. */
const seen = (name: string, ...values: readonly (bigint | undefined)[]): WatchedCalls => ({
  arch: AUDIT_ARCH.X86_64,
  nr: numberOf(abi, name) ?? 0,
  abi: 'x86_64',
  name,
  text: `${name}()`,
  answer: 'ERRNO(EPERM)',
  verdict: EPERM,
  program: '/bin/x',
  args: Array.from({ length: 6 }, (_, at) => values[at]),
  count: 1,
  first: 0,
  last: 0,
})

function ruleOf(call: WatchedCalls, policy: Policy): string | undefined {
  const [row] = refusedRows([call], { policy, target: { abis: [abi] } })
  return row?.rule
}

const socket = (...args: readonly ReturnType<ReturnType<typeof arg>['eq']>[]): Policy['rules'][number] => ({
  names: [{ name: 'socket' }],
  action: errno('EPERM'),
  args,
})

describe('the row of a refused call', () => {
  it('names of several rules the one that holds for its arguments', () => {
    const rules = [socket(arg(0).eq(2)), socket(arg(0).eq(16)), socket(arg(1).eq(3), arg(0).eq(17))]
    const policy: Policy = { defaultAction: ALLOW, rules }
    expect(ruleOf(seen('socket', 16n, 3n, 0n), policy)).toBe('rule 2')
    expect(ruleOf(seen('socket', 17n, 3n, 0n), policy)).toBe('rule 3')
  })

  it('names the default where no rule holds, and the rule where one does', () => {
    const policy: Policy = { defaultAction: errno('EPERM'), rules: [socket(arg(0).eq(2))] }
    expect(ruleOf(seen('socket', 2n, 1n, 0n), policy)).toBe('rule 1')
    expect(ruleOf(seen('socket', 1n, 1n, 0n), policy)).toBe('the default')
  })

  it('names all rules that may have decided where an argument is not known', () => {
    const rules = [socket(arg(0).eq(2)), socket(arg(1).eq(3))]
    const policy: Policy = { defaultAction: ALLOW, rules }
    expect(ruleOf(seen('socket', undefined, 3n, 0n), policy)).toBe('rule 1 or rule 2')
    expect(ruleOf(seen('socket', undefined, 1n, 0n), policy)).toBe('rule 1')
    expect(ruleOf({ ...seen('socket'), args: undefined }, policy)).toBe('rule 1 or rule 2')
  })

  it('names of policies that hold together the one that has the rule', () => {
    const rules = [socket(arg(0).eq(2))]
    const other = { name: 'mine', defaultAction: ALLOW, rules: [socket(arg(0).eq(16)), socket(arg(0).eq(2))] }
    const policy: Policy = { defaultAction: ALLOW, name: 'both', rules, and: [other] }
    expect(ruleOf(seen('socket', 16n, 3n, 0n), policy)).toBe('rule 1 of mine')
    expect(ruleOf(seen('socket', 2n, 3n, 0n), policy)).toBe('rule 1 of both or rule 2 of mine')
    const { name: _, ...unnamed } = other
    expect(ruleOf(seen('socket', 16n, 3n, 0n), { ...policy, and: [unnamed] })).toBe('rule 1 of policy 2')
  })

  it('names of policies that hold together the one that has the default', () => {
    const whole: Policy = { name: 'whole', defaultAction: errno('EPERM'), rules: [] }
    const policy: Policy = {
      name: 'first',
      defaultAction: ALLOW,
      rules: [socket(arg(0).eq(2))],
      and: [whole],
    }
    expect(ruleOf(seen('socket', 1n, 1n, 0n), policy)).toBe('the default of whole')
  })

  it.each([
    ['no-network+no-tracing', 'ptrace', 'rule 1 of no-tracing'],
    ['no-tracing+no-network', 'ptrace', 'rule 1 of no-tracing'],
  ])('names of the presets %s the one that has the rule', (presets, call, rule) => {
    expect(ruleOf(seen(call, 0n), presetPolicy(presets))).toBe(rule)
  })

  it('has no arguments where it is of more lists of values than a table shows', () => {
    const calls = [1n, 2n, 3n].map((family) => seen('socket', family, 1n, 0n))
    expect(refusedRows(calls, undefined, 2)).toMatchObject([{ call: 'socket(…)', count: 3, args: undefined }])
    expect(refusedRows(calls, undefined, 3).map(({ args }) => args)).toEqual([
      ['0x1', '0x1', '0x0'],
      ['0x2', '0x1', '0x0'],
      ['0x3', '0x1', '0x0'],
    ])
  })
})
