/*
 * The dialect of Firecracker, whose compiler gives the rules to libseccomp. tools/bench compares it with libseccomp.
 * @see firecracker-microvm/firecracker src/seccompiler/src/lib.rs: compile_bpf(), types.rs
 */
import { seccompData, verdictName } from '@seccompile/abi'
import { arg, policy as own, policyTables, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { equal } from '@seccompile/prover'
import { meaning } from '@seccompile/rules'
import { parseSeccompiler, writeSeccompiler } from '@seccompile/seccompiler'
import type { SeccompilerDialect } from '@seccompile/seccompiler'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

const FIRECRACKER = ['default_action', 'filter_action'] as const
const SECCOMPILER = ['mismatch_action', 'match_action'] as const

/** A filter that allows the calls that match a rule. */
const file = (rules: readonly object[], [mismatch, match]: readonly [string, string] = FIRECRACKER): string =>
  JSON.stringify({ vmm: { [mismatch]: { errno: 1 }, [match]: 'allow', filter: rules } })
const read = (text: string, dialect?: SeccompilerDialect) =>
  parseSeccompiler(text, { file: 'f.json', dialect })
const condition = (op: unknown, val: number | bigint, type = 'dword') => ({
  index: 0,
  type,
  op,
  val: Number(val),
})
const rule = (...args: readonly object[]) => ({ syscall: 'read', ...(args.length === 0 ? {} : { args }) })

/** The verdict of a filter on a call. `arch` is x86_64 by default. */
function verdict(
  policy: Policy,
  args: readonly bigint[],
  { nr = 0, arch = abiTable('x86_64').auditArch }: { readonly nr?: number; readonly arch?: number } = {},
): string {
  const { rules } = resolve(policy, { abis: policyTables(policy, 'x86_64') })
  return verdictName(meaning(rules, seccompData({ nr, arch, args })))
}

const HIGH = 2n ** 32n

it.each([
  ['firecracker', FIRECRACKER],
  ['seccompiler', SECCOMPILER],
  ['seccompiler', ['default_action', 'match_action']],
] as const)('is chosen by the keys: %s by %j', (dialect, keys) => {
  expect(read(file([rule()], keys)).dialect).toBe(dialect)
})

it('compares all bits but by eq of type dword, and warns where seccompiler compares the low word', () => {
  const ne = read(file([rule(condition('ne', 5))]))
  expect([5n, 6n, HIGH + 5n].map((value) => verdict(ne.policy, [value]))).toEqual([
    'ERRNO(1)',
    'ALLOW',
    'ALLOW',
  ])
  expect(ne.warnings).toMatchObject([{ name: 'two-dialects', source: { file: 'f.json', line: 1 } }])
  const other = read(file([rule(condition('ne', 5))]), 'seccompiler')
  expect(verdict(other.policy, [HIGH + 5n])).toBe('ERRNO(1)')
  expect(other.warnings).toEqual([])

  const eq = read(file([rule(condition('eq', 5)), rule(condition({ masked_eq: 7 }, 1))]))
  expect([5n, HIGH + 5n, 9n, HIGH + 9n].map((value) => verdict(eq.policy, [value]))).toEqual(['ALLOW', 'ALLOW', 'ALLOW', 'ALLOW']) // prettier-ignore
  expect(eq.warnings).toEqual([])
  expect(read(file([rule(condition('lt', 5, 'qword'))])).warnings).toEqual([])
})

it('lets a rule without args match every call, and warns that seccompiler ignores it', () => {
  const text = file([rule(), rule(condition('eq', 5))])
  const { policy, warnings } = read(text)
  expect(verdict(policy, [6n])).toBe('ALLOW')
  expect(warnings.map(({ name }) => name)).toEqual(['two-dialects'])
  expect(read(text, 'firecracker').warnings).toEqual([])
  const other = read(text, 'seccompiler')
  expect(verdict(other.policy, [6n])).toBe('ERRNO(1)')
  expect(other.warnings.map(({ name }) => name)).toEqual(['dead-rule'])
  expect(verdict(read(file([{ syscall: 'read', args: [] }])).policy, [6n])).toBe('ALLOW')
})

it('kills the thread for calls of other architectures and of x32', () => {
  const { policy } = read(file([rule()]))
  expect(verdict(policy, [], { arch: abiTable('x86').auditArch })).toBe('KILL_THREAD')
  expect(verdict(policy, [], { nr: 2 ** 30 })).toBe('KILL_THREAD')
  const other = read(file([rule()], SECCOMPILER)).policy
  expect(verdict(other, [], { arch: abiTable('x86').auditArch })).toBe('KILL_PROCESS')
  expect(verdict(other, [], { nr: 2 ** 30 })).toBe('ERRNO(1)')
})

it('warns of lists of rules that libseccomp may compile otherwise', () => {
  const second = { index: 1, type: 'qword', op: 'eq', val: 2 }
  const { policy } = read(
    file([rule(condition('lt', 3, 'qword'), second), rule(condition('gt', 3, 'qword'))]),
  )
  const { warnings } = resolve(policy, { abis: [abiTable('x86_64')] })
  expect(warnings.map(({ name }) => name)).toContain('unsafe-shape')
})

it.each([
  ['rule compares argument 0 twice, which libseccomp refuses; write one comparison', file([rule(condition('gt', 1), condition('lt', 5))])], // prettier-ignore
  [
    'unknown key "mismatch_action"; expected one of default_action, filter_action, filter',
    file([rule()], SECCOMPILER),
  ],
  [
    '"errno" is 65536; expected an integer from 0 to 65535',
    file([rule()]).replace('"errno":1', '"errno":65536'),
  ],
  ['unknown action "user_notif"; ', file([rule()]).replace('"allow"', '"user_notif"')],
])('refuses what Firecracker refuses: %s', (message, text) => {
  expect(() => read(text, 'firecracker')).toThrow(message)
})

it('is not for riscv64', () => {
  const { policy } = read(file([rule()]))
  expect(() => resolve(policy, { abis: [abiTable('riscv64')] })).toThrow(
    'Firecracker compiles for x86_64, aarch64',
  )
})

it('is written so that it reads back', () => {
  const made = own({ default: 'deny', overlaps: 'first' })
    .allow('read')
    .allow('ioctl', arg(1).ge(3), arg(1).le(9))
    .allow('mmap', arg(2).maskedEq(4, 0), arg(3).eq(2))
  const abis = [abiTable('x86_64')]
  const { rules } = resolve(made, { abis })
  const { text, losses } = writeSeccompiler(rules, { abis, dialect: 'firecracker' })
  expect(losses).toEqual([])
  expect(text).toContain('"default_action": {"errno": 1}')
  const again = read(text, 'firecracker')
  expect(again.warnings).toEqual([])
  const back = resolve(again.policy, { abis }).rules
  expect(equal({ level: 'rules', ir: rules }, { level: 'rules', ir: back }).kind).toBe('equal')
  expect(() => writeSeccompiler(rules, { abis: [abiTable('riscv64')], dialect: 'firecracker' })).toThrow(
    'Firecracker compiles for x86_64, aarch64, and the main ABI is riscv64',
  )
})
