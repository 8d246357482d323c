import { refuses } from '@seccompile/abi'
import { lossText } from '@seccompile/notation'
import { arg, errno, policyTables, resolve } from '@seccompile/policy'
import type { Action, Policy } from '@seccompile/policy'
import { changes, equal } from '@seccompile/prover'
import { parseSpo, writeSpo } from '@seccompile/spo'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { expect, it } from 'vitest'

function written(made: Policy, tokens: readonly AbiToken[] = ['x86_64']) {
  const abis = tokens.map((token) => abiTable(token))
  const { rules } = resolve(made, { abis })
  const { text, losses } = writeSpo(rules, { abis, name: 'web' })
  const again = parseSpo(text, { file: 'written.yaml' })
  const back = resolve(again.policy, { abis: policyTables(again.policy, tokens[0]) }).rules
  const [left, right] = [{ level: 'rules', ir: rules } as const, { level: 'rules', ir: back } as const]
  const found = changes(left, right)
  return {
    text,
    losses: losses.map((loss) => lossText(loss, 'a SeccompProfile')),
    same: equal(left, right).kind,
    runs: found.kind === 'undecided' ? 'undecided' : found.changes.filter(({ to }) => !refuses(to)),
    warnings: again.warnings,
  }
}

const base: Policy = { defaultAction: errno('EPERM'), rules: [], overlaps: 'first' }
const allow: Action = { action: 'ALLOW', data: 0 }
const rule = (name: string, action: Action, ...args: Policy['rules'][number]['args']) => ({
  names: [{ name }],
  action,
  args,
})

it('writes a resource of Kubernetes', () => {
  const made: Policy = {
    ...base,
    rules: [
      rule('write', allow),
      rule('read', allow),
      rule('ioctl', allow, arg(1).eq(5)),
      rule('ptrace', errno(38)),
    ],
  }
  const { text, losses, same, warnings } = written(made)
  expect(text).toBe(`apiVersion: security-profiles-operator.x-k8s.io/v1beta1
kind: SeccompProfile
metadata:
  name: web
spec:
  defaultAction: SCMP_ACT_ERRNO
  architectures:
    - SCMP_ARCH_X86_64
  syscalls:
    - action: SCMP_ACT_ALLOW
      names:
        - read
        - write
    - action: SCMP_ACT_ALLOW
      names:
        - ioctl
      args:
        - index: 1
          op: SCMP_CMP_EQ
          value: 5
    - action: SCMP_ACT_ERRNO
      errnoRet: 38
      names:
        - ptrace
`)
  expect([losses, same, warnings]).toEqual([[], 'equal', []])
})

it('names what the resource cannot hold, and lets no such call do more', () => {
  const wide = written({ ...base, rules: [rule('read', allow, arg(0).eq(2n ** 63n))] })
  expect(wide.losses).toEqual(['a SeccompProfile cannot express the conditions on read on x86_64'])
  const zero = written({ ...base, rules: [rule('read', errno(0))] })
  expect(zero.losses).toEqual(['a SeccompProfile has no word for ERRNO(0), which read gets on x86_64'])
  const enosys = written({ ...base, defaultAction: errno(38), rules: [rule('read', allow)] })
  expect(enosys.losses[0]).toBe('a SeccompProfile has no word for ERRNO(38), which calls without a rule get')
  expect([wide.runs, zero.runs, enosys.runs]).toEqual([[], [], []])
})

it('refuses a name that Kubernetes does not take', () => {
  const abis = [abiTable('x86_64')]
  const { rules } = resolve(base, { abis })
  for (const name of ['', 'Web', 'a b', '-a', 'a\nkind: Pod', 'a'.repeat(254)])
    expect(() => writeSpo(rules, { abis, name })).toThrow(
      /^name of a profile is ".*"; expected small letters/,
    )
})

const value = fc.oneof(
  fc.bigInt(0n, 12n),
  fc.bigInt(2n ** 32n - 2n, 2n ** 32n + 2n),
  fc.bigInt(0n, 2n ** 63n - 1n),
)
const index = fc.constantFrom(0, 1, 2)
const compared = fc.record({ op: fc.constantFrom('EQ', 'NE', 'LT', 'LE', 'GT', 'GE'), index, value })
const masked = fc.record({ op: fc.constant('MASKED_EQ'), index, value, valueTwo: value })
const actions = fc.constantFrom<Action>(
  allow,
  errno(38),
  { action: 'TRACE', data: 9 },
  { action: 'KILL_PROCESS', data: 0 },
)
const rules = fc.uniqueArray(
  fc.record({
    names: fc.constantFrom('read', 'ioctl', 'socket', 'getpid').map((name) => [{ name }]),
    args: fc.oneof(fc.constant([]), fc.tuple(fc.oneof(compared, masked))),
    action: actions,
  }),
  { maxLength: 4, selector: ({ names }) => names[0]!.name },
)

it('writes what it can so that it reads back to the same', () => {
  fc.assert(
    fc.property(rules, (list) => {
      const { losses, same } = written({ ...base, rules: list })
      // A comparison may need a mask of all 64 bits, which the resource cannot hold.
      expect(same).toBe(losses.length === 0 ? 'equal' : 'different')
    }),
    { numRuns: 12 },
  )
})
