import { AUDIT_ARCH, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { ALLOW, arg, errno, KILL_PROCESS, KILL_THREAD, LOG, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { ALWAYS, ruleSet } from '@seccompile/rules'
import { parseSystemd, writeSystemd } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { written } from './written.ts'

const DEFAULTS = '@default'
/** The calls of `@default` by their own policy, so that a test can allow them all. */
const implied = parseSystemd(`SystemCallFilter=${DEFAULTS}`, { file: 'x' }).policy.rules.flatMap(
  ({ names }) => names,
)
const allowing = (made: Policy): Policy => ({
  ...made,
  rules: [...made.rules, { names: implied, action: ALLOW, args: [] }],
})

it('writes a list of what runs', () => {
  const made = allowing(
    policy({ default: 'deny' }).allow('read', 'openat').kill('bpf').deny(errno('ENOSYS'), 'clone3'),
  )
  const { text, losses, same, warnings } = written(made)
  expect(text).toBe(`[Service]
SystemCallFilter=openat read
SystemCallFilter=~bpf:kill clone3:38
SystemCallErrorNumber=EPERM
SystemCallArchitectures=x86-64
`)
  expect([losses, same, warnings]).toEqual([[], 'equal', []])
})

it('takes calls off the list that runs in any case', () => {
  const made = allowing(policy({ default: KILL_PROCESS, overlaps: 'first' }).kill('execve').allow('read'))
  const { text, same } = written(made)
  expect(text).toBe(`[Service]
SystemCallFilter=read
SystemCallFilter=~execve
SystemCallArchitectures=x86-64
`)
  expect(same).toBe('equal')
})

it('writes a list of what does not run, with the errno that most have', () => {
  const made = policy({ default: 'allow', badArch: ALLOW })
    .deny('bpf', 'mount')
    .deny(errno('ENOSYS'), 'clone3')
  const { text, losses, same } = written(made, ['x86_64', 'x86', 'x32'])
  expect(text).toBe(`[Service]
SystemCallFilter=~bpf clone3:38 mount
SystemCallErrorNumber=EPERM
`)
  expect([losses, same]).toEqual([[], 'equal'])
})

it('writes calls that are logged, and all that are not where calls are by default', () => {
  const some = written(policy({ default: 'allow' }).log('ptrace').deny('bpf'))
  expect(some.text).toContain('SystemCallLog=ptrace\n')
  const most = written(policy({ default: LOG }).allow('read', 'write').deny('bpf'))
  expect(most.text).toContain('SystemCallLog=~read write\n')
  expect([some.same, most.same]).toEqual(['equal', 'equal'])
})

it('writes a filter that lets everything run', () => {
  expect(written(policy({ default: 'allow' })).text).toBe(
    '[Service]\nSystemCallFilter=~\nSystemCallArchitectures=x86-64\n',
  )
})

it('begins anew in a further line where one is long', () => {
  const names = implied.map(({ name }) => name)
  const { text, same } = written({ defaultAction: ALLOW, rules: [{ names: implied.filter(({ name }) => name !== 'write'), action: errno(1), args: [] }] }) // prettier-ignore
  expect(names.length).toBeGreaterThan(50)
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(same).toBe('equal')
})

it('names conditions, which a unit has not, and refuses the call', () => {
  const { losses, opened } = written(allowing(policy({ default: 'deny' }).allow('socket', arg(0).eq(1))))
  expect(losses).toEqual(['systemd cannot hold the conditions on socket on x86_64'])
  expect(opened).toEqual([])
})

it('names write where it is refused, since systemd lets it run', () => {
  const { losses } = written(policy({ default: 'allow' }).deny('write', 'bpf'))
  expect(losses).toEqual(['write gets ERRNO(1) on x86_64, and by systemd may always run'])
})

it('names what other architectures get, where it is not what systemd has', () => {
  const made = allowing(policy({ default: 'deny', badArch: KILL_PROCESS }).allow('write'))
  expect(written(made).losses).toEqual([
    'calls of other architectures get KILL_PROCESS, and by systemd they get KILL_THREAD',
  ])
})

it('names socketcall where the lines for the calls behind it say something else of it', () => {
  const made = allowing(policy({ default: 'deny' }).allow('write', 'socket'))
  expect(written(made, ['x86_64']).losses).toEqual([])
  expect(written(made, ['x86']).losses).toEqual(['systemd cannot hold the conditions on socketcall on x86'])
  expect(written({ ...made, rules: [...made.rules, { names: [{ name: 'socketcall' }], action: ALLOW, args: [] }] }, ['x86']).losses).toEqual([]) // prettier-ignore
})

it('names a multiplexer that is logged where a call behind it is refused', () => {
  const made = policy({ default: 'allow' }).log('ipc').kill('shmat')
  const { losses, opened } = written(made, ['s390x', 's390'])
  expect(losses).toContain('systemd cannot hold the conditions on ipc on s390x')
  expect(opened).toEqual([])
})

it('keeps what a unit says of socketcall', () => {
  const unit = parseSystemd('SystemCallFilter=@network-io @ipc\nSystemCallArchitectures=x86 x86-64', {
    file: 'x',
  })
  const { losses, same } = written(unit.policy, ['x86_64', 'x86'])
  expect([losses, same]).toEqual([[], 'equal'])
})

it('has no errno 0 for calls that are not listed', () => {
  expect(written(policy({ default: errno(0) }).allow('write')).losses).toContain(
    'systemd has no word for ERRNO(0), which calls without a rule get',
  )
})

it('gives each call its errno 0, where all that do not run have it', () => {
  const { text, same } = written(policy({ default: 'allow' }).deny(errno(0), 'bpf'))
  expect(text).toContain('SystemCallFilter=~bpf:0\nSystemCallArchitectures')
  expect(same).toBe('equal')
})

const NAMES = [
  'read',
  'write',
  'openat',
  'bpf',
  'mount',
  'execve',
  'socket',
  'socketcall',
  'ipc',
  'shmat',
  'futex',
]
const actions = [ALLOW, LOG, KILL_PROCESS, errno('EPERM'), errno('ENOSYS'), errno(0), errno(4095)]
const randomPolicy: fc.Arbitrary<Policy> = fc.record({
  defaultAction: fc.constantFrom(ALLOW, LOG, KILL_PROCESS, errno('EPERM'), errno(38)),
  badArch: fc.constantFrom(KILL_THREAD, KILL_THREAD, ALLOW),
  rules: fc.array(
    fc.record({
      names: fc.subarray(NAMES, { minLength: 1 }).map((names) => names.map((name) => ({ name }))),
      action: fc.constantFrom(...actions),
      args: fc.constant([]),
    }),
    { maxLength: 5 },
  ),
})
const TARGETS: readonly (readonly AbiToken[])[] = [
  ['x86_64'],
  ['x86_64', 'x86', 'x32'],
  ['s390x', 's390'],
  ['aarch64'],
]

it('writes random policies so that they read back', () => {
  fc.assert(
    fc.property(randomPolicy, fc.constantFrom(...TARGETS), (made, tokens) => {
      const { kinds, same, opened, losses } = written(made, tokens)
      if (kinds.size === 0) expect(same).toBe('equal')
      // write always runs, and other architectures may get less; another call that is lost is refused.
      const isKnown = losses.some((loss) => loss.includes('write gets')) || kinds.has('bad-arch')
      if (!isKnown) expect(opened).toEqual([])
    }),
    { numRuns: 20 },
  )
})

it('names on which ABI a write that runs all the same is refused', () => {
  const made = policy({ default: 'allow', badArch: KILL_THREAD }).on(['x32'], (rules) => rules.deny('write'))
  expect(written(made, ['x86_64', 'x32']).losses).toEqual([
    'systemd says once for all ABIs what a call gets, and write differs between x86_64 and x32',
    'write gets ERRNO(1) on x32, and by systemd may always run',
  ])
})

it('writes no line for a write that is refused, since it runs all the same', () => {
  const made = policy({ default: 'deny' }).rule(errno(0), 'write', 'read')
  const { text, losses } = written(made)
  expect(text).not.toMatch(/\bwrite\b/)
  expect(text).toContain('read:0')
  expect(losses).toEqual(['write gets ERRNO(0) on x86_64, and by systemd may always run'])
})

it('names no numbers that get the default of the lines', () => {
  const numbers = [{ lo: 1000, hi: 2000 }]
  const killed = { numbers, when: ALWAYS, verdict: SECCOMP_RET.KILL_PROCESS }
  const section = { arch: AUDIT_ARCH.AARCH64, rules: [killed], otherwise: verdictOf('ERRNO', 0) }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeSystemd(rules, { abis: [abiTable('aarch64')] })
  expect(losses.map(({ kind }) => kind)).toEqual(['default', 'runs'])
})

it('names calls of x32 that get something else than calls of other architectures', () => {
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: SECCOMP_RET.KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeSystemd(rules, { abis: [abiTable('x86_64')] })
  expect(losses).toContainEqual({ kind: 'abi', abi: 'x32', written: SECCOMP_RET.KILL_THREAD })
})
