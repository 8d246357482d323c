import { AUDIT_ARCH, refuses, SECCOMP_RET } from '@seccompile/abi'
import { lossText } from '@seccompile/notation'
import { arg, errno, KILL_PROCESS, NOTIFY, policy, policyTables, resolve } from '@seccompile/policy'
import type { Action, Policy } from '@seccompile/policy'
import { changes, equal } from '@seccompile/prover'
import { parseSeccompiler, writeSeccompiler } from '@seccompile/seccompiler'
import { ruleSet } from '@seccompile/rules'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { expect, it } from 'vitest'

function written(made: Policy, tokens: readonly AbiToken[] = ['x86_64', 'x32']) {
  const abis = tokens.map((token) => abiTable(token))
  const { rules } = resolve(made, { abis })
  const { text, losses } = writeSeccompiler(rules, { abis })
  const again = parseSeccompiler(text, { file: 'written.json' })
  const back = resolve(again.policy, { abis: policyTables(again.policy, tokens[0]) }).rules
  const [left, right] = [{ level: 'rules', ir: rules } as const, { level: 'rules', ir: back } as const]
  const found = changes(left, right)
  return {
    text,
    losses: losses.map((loss) => lossText(loss, 'a file of seccompiler')),
    same: equal(left, right).kind,
    runs:
      found.kind === 'undecided'
        ? 'undecided'
        : found.changes.filter(({ from, to }) => refuses(from) && !refuses(to)),
    warnings: again.warnings,
  }
}

const abis: readonly AbiToken[] = ['x86_64']
const name = (call: string) => [{ name: call }]
const base: Policy = { defaultAction: errno('EPERM'), badArch: KILL_PROCESS, rules: [], overlaps: 'first' }
const allow: Action = { action: 'ALLOW', data: 0 }
const allowing = (...calls: readonly string[]): Policy => ({
  ...base,
  rules: calls.map((call) => ({ names: name(call), action: allow, args: [], abis })),
})

it('writes names in order, and a default for the others', () => {
  const { text, losses, same, warnings } = written(allowing('write', 'read'))
  expect(text).toBe(`{
  "filter": {
    "mismatch_action": {"errno": 1},
    "match_action": "allow",
    "filter": [{"syscall": "read"}, {"syscall": "write"}]
  }
}
`)
  expect([losses, same, warnings]).toEqual([[], 'equal', []])
})

it('writes conditions with all 64 bits', () => {
  const when = [arg(1).ge(2n ** 64n - 2n), arg(0).maskedEq(7, 5)]
  const { text, same } = written({
    ...base,
    rules: [{ names: name('ioctl'), action: allow, args: when, abis }],
  })
  expect(text).toContain('{"index": 1, "type": "qword", "op": "ge", "val": 18446744073709551614}')
  expect(text).toContain('{"index": 0, "type": "qword", "op": {"masked_eq": 7}, "val": 5}')
  expect(same).toBe('equal')
})

it('writes a range as two conditions of one rule', () => {
  const rule = { names: name('ioctl'), action: allow, args: [arg(1).in([3, 12], 40), arg(0).ne(7)], abis }
  const { text, same } = written({ ...base, rules: [rule] })
  expect(JSON.parse(text)).toMatchObject({
    filter: {
      filter: [
        {
          args: [
            { index: 1, op: 'ge', val: 3 },
            { index: 1, op: 'le', val: 12 },
            { index: 0, op: 'ne', val: 7 },
          ],
        },
        {
          args: [
            { index: 1, op: 'eq', val: 40 },
            { index: 0, op: 'ne', val: 7 },
          ],
        },
      ],
    },
  })
  expect(same).toBe('equal')
})

it('writes a filter without rules', () => {
  expect(written(base)).toMatchObject({ losses: [], same: 'equal' })
  expect(written({ ...base, defaultAction: allow })).toMatchObject({ losses: [], same: 'equal' })
})

it('names a third verdict, and gives its call the stricter one of two', () => {
  const three = policy({ default: 'deny', badArch: KILL_PROCESS }).allow('read', 'write').kill('ptrace')
  const { losses, runs } = written(three, ['aarch64'])
  expect(losses).toEqual(['a file of seccompiler has no word for KILL_PROCESS, which ptrace gets on aarch64'])
  expect(runs).toEqual([])
})

it('refuses what is to be refused where the default allows', () => {
  const open = policy({ default: 'allow', badArch: KILL_PROCESS })
    .log('read', 'write', 'close')
    .kill('ptrace')
  const { losses, runs } = written(open, ['aarch64'])
  expect(losses).toHaveLength(3)
  expect(runs).toEqual([])
})

it('refuses a call that it cannot hold by the default, where that is the one verdict that refuses', () => {
  const made = policy({ default: errno(0), badArch: KILL_PROCESS, overlaps: 'first' })
    .rule({ action: 'TRACE', data: 7 }, 'connect', arg(0).eq(0))
    .allow('connect')
  const { text, losses, runs } = written(made, ['aarch64'])
  expect(losses).toHaveLength(1)
  expect(runs).toEqual([])
  expect(text).not.toContain('connect')
})

it('refuses a call that it cannot hold by the verdict of rules, where that is the one that refuses', () => {
  const made = policy({ default: NOTIFY, badArch: KILL_PROCESS, overlaps: 'first' })
    .rule(errno(0), 'semop')
    .allow('statx', arg(0).eq(1))
  const { text, losses, runs } = written(made, ['aarch64'])
  expect(losses).toHaveLength(1)
  expect(runs).toEqual([])
  expect(text).toContain('{"syscall": "statx"}')
})

it('gives a call with a third verdict the stricter one of two, where neither refuses', () => {
  const made = policy({ default: 'allow', badArch: KILL_PROCESS }).log('read', 'write').rule(NOTIFY, 'close')
  const { text, losses } = written(made, ['aarch64'])
  expect(losses).toEqual(['a file of seccompiler has no word for USER_NOTIF, which close gets on aarch64'])
  expect(text).toContain('{"syscall": "close"}')
})

it('names the other architectures, and x32, where the filter means something else there', () => {
  const made = policy({ default: 'deny' }).allow('read')
  expect(written(made, ['x86_64', 'x86']).losses).toEqual([
    'by a file of seccompiler every call of x86 gets KILL_PROCESS',
    'by a file of seccompiler every call of x32 gets ERRNO(EPERM)',
    'calls of other architectures get KILL_THREAD, and by a file of seccompiler they get KILL_PROCESS',
  ])
})

it('refuses calls without a rule where calls of x32 would run that the filter refuses (issue 19)', () => {
  const { text, losses, runs } = written(policy({ default: 'allow' }).deny('bpf'), ['x86_64'])
  expect(text).toContain('"mismatch_action": "kill_thread"')
  expect(text).not.toContain('"bpf"')
  expect(losses).toContain('a file of seccompiler has no word for ALLOW, which calls without a rule get')
  expect(runs).toEqual([])
  // Where the filter also lets calls of x32 run, the default may allow.
  const open = policy({ default: 'allow', badArch: KILL_PROCESS }).on(['x86_64'], (rules) =>
    rules.kill('bpf'),
  )
  expect(written(open).same).toBe('equal')
})

it('names x32 beside an x86_64 that it does not compile for', () => {
  const sections = [AUDIT_ARCH.AARCH64, AUDIT_ARCH.X86_64].map((arch) => ({
    arch,
    rules: [],
    otherwise: SECCOMP_RET.TRAP,
  }))
  const { losses } = writeSeccompiler(ruleSet({ sections, badArch: SECCOMP_RET.KILL_PROCESS }), {
    abis: [abiTable('aarch64'), abiTable('x86_64')],
  })
  expect(losses).toEqual(
    ['x86_64', 'x32'].map((abi) => ({ kind: 'abi', abi, written: SECCOMP_RET.KILL_PROCESS })),
  )
})

it('refuses an ABI that seccompiler does not compile for', () => {
  const tables = [abiTable('arm')]
  const { rules } = resolve(allowing('read'), { abis: tables })
  expect(() => writeSeccompiler(rules, { abis: tables })).toThrow(
    'seccompiler compiles for x86_64, aarch64, riscv64, and the main ABI is arm; name one of these',
  )
})

it('gives the filter the name of a thread, whatever it is', () => {
  const tables = [abiTable('aarch64')]
  const { rules } = resolve(base, { abis: tables })
  const { text } = writeSeccompiler(rules, { abis: tables, thread: '__proto__' })
  expect(parseSeccompiler(text, { file: 'f' }).thread).toBe('__proto__')
})

const value = fc.oneof(
  fc.bigInt(0n, 12n),
  fc.bigInt(2n ** 32n - 2n, 2n ** 32n + 2n),
  fc.bigInt(0n, 2n ** 64n - 1n),
)
const index = fc.constantFrom(0, 1, 2)
const compared = fc.record({ op: fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE'), index, value })
const masked = fc.record({ op: fc.constant('MASKED_EQ'), index, value, valueTwo: value })
const rule = fc.record({
  names: fc.constantFrom('read', 'ioctl', 'socket', 'getpid').map(name),
  args: fc.array(fc.oneof(compared, masked), { maxLength: 2 }),
})

it('writes what it can so that it reads back to the same', () => {
  const actions = fc.constantFrom<readonly Action[]>(
    [base.defaultAction, allow],
    [allow, errno(38)],
    [KILL_PROCESS, { action: 'TRACE', data: 9 }],
  )
  fc.assert(
    fc.property(actions, fc.array(rule, { maxLength: 6 }), ([defaultAction, action], rules) => {
      const made = {
        ...base,
        defaultAction: defaultAction!,
        rules: rules.map((each) => ({ ...each, action: action!, abis })),
      }
      const { losses, same } = written(made)
      expect([losses, same]).toEqual([[], 'equal'])
    }),
    { numRuns: 20 },
  )
})
