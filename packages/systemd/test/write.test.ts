import { AUDIT_ARCH, SECCOMP_RET, verdictOf } from '@seccompile/abi'
import { ALLOW, arg, errno, KILL_PROCESS, KILL_THREAD, LOG, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { ALWAYS, ruleSet } from '@seccompile/rules'
import { callsOfSet, parseSystemd, writeSystemd } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { written } from './written.ts'

const DEFAULTS = '@default'
/** The calls of `@default`, so that a test can allow all of them. */
const implied = [...callsOfSet(DEFAULTS), 'write'].map((name) => ({ name }))
const allowing = (made: Policy): Policy => ({
  ...made,
  rules: [...made.rules, { names: implied, action: ALLOW, args: [] }],
})

it('writes a list of what runs', () => {
  const made = allowing(
    policy({ default: 'deny' }).allow('read', 'openat').kill('bpf').deny(errno('ENOSYS'), 'clone3'),
  )
  const { text, losses, same, warnings } = written(made)
  expect(text).toMatch(/^\[Service\]\nSystemCallFilter=openat read\nSystemCallFilter=~.*\n.* bpf:kill /)
  expect(text).toMatch(/~mount:EPERM[^]*\nSystemCallErrorNumber=38\nSystemCallArchitectures=x86-64\n$/)
  expect(text).not.toContain('clone3') // systemd does not start a unit with a word that has ENOSYS
  expect([losses, same, warnings]).toEqual([[], 'equal', []])
})

it('takes calls off the list that runs in any case', () => {
  const made = allowing(policy({ default: KILL_PROCESS, overlaps: 'first' }).kill('execve').allow('read'))
  const { text, same, kinds } = written(made)
  expect(text).toBe(`[Service]
SystemCallFilter=read
SystemCallFilter=~_sysctl:kill afs_syscall:kill create_module:kill execve get_kernel_syms:kill
SystemCallFilter=~getpmsg:kill nfsservctl:kill putpmsg:kill query_module:kill security:kill
SystemCallFilter=~tuxcall:kill uselib:kill vserver:kill
SystemCallArchitectures=x86-64
`)
  // Calls that systemd does not know get ENOSYS instead of the kill.
  expect([same, kinds]).toEqual(['different', new Set(['fixed', 'numbers'])])
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
  expect(losses).toEqual(['systemd cannot express the conditions on socket on x86_64'])
  expect(opened).toEqual([])
})

it('names write where it is refused, since systemd lets it run', () => {
  const { losses } = written(policy({ default: 'allow' }).deny('write', 'bpf'))
  expect(losses).toEqual(['write gets ERRNO(EPERM) on x86_64, and by systemd may always run'])
})

it('names what other architectures get, where it is not what systemd has', () => {
  const made = allowing(policy({ default: 'deny', badArch: KILL_PROCESS }).allow('write'))
  expect(written(made).losses).toEqual([
    'calls of other architectures get KILL_PROCESS, and by systemd they get KILL_THREAD',
  ])
})

it('names socketcall where the lines for the calls behind it say something else of it', () => {
  const open = policy({ default: 'allow', badArch: ALLOW }).deny('socket')
  const tokens = ['x86_64', 'x86', 'x32'] as const
  expect(written(open, ['x86_64']).losses).toHaveLength(1) // the loss is about other architectures
  expect(written(open, tokens).losses).toEqual(['systemd cannot express the conditions on socketcall on x86'])
  const closed = policy({ default: 'allow', badArch: ALLOW }).deny('socket', 'socketcall')
  expect(written(closed, tokens).losses).toEqual([])
})

it('names a multiplexer that is logged where a call behind it is refused', () => {
  const made = policy({ default: 'allow', badArch: ALLOW }).log('ipc').kill('shmat')
  const { losses, opened } = written(made, ['s390x', 's390'])
  expect(losses).toContain('systemd cannot express the conditions on ipc on s390x')
  expect(opened).toEqual([])
})

it('keeps what a unit says of socketcall', () => {
  const unit = parseSystemd('SystemCallFilter=@network-io @ipc\nSystemCallArchitectures=x86 x86-64', {
    file: 'x',
  })
  const { losses, same } = written(unit.policy, ['x86_64', 'x86'])
  expect([losses, same]).toEqual([[], 'equal'])
})

it('gives numbers without a name ENOSYS, where the rules let them seem to succeed', () => {
  const { text, losses } = written(policy({ default: errno(0) }).allow('write'))
  expect(text).toContain(' mount:0 ')
  expect(losses).toContain(
    'systemd has only names of calls, and number 4294967295 of x86_64, without a name, gets ERRNO(0)',
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
      // write always runs, and other architectures may get a weaker verdict. The text refuses every other call that
      // is a loss.
      const isKnown = losses.some((loss) => loss.includes('write gets')) || kinds.has('bad-arch')
      if (!isKnown) expect(opened).toEqual([])
    }),
    { numRuns: 20 },
  )
})

it('names on which ABI a write that runs all the same is refused', () => {
  const made = policy({ default: 'allow', badArch: KILL_THREAD }).on(['x32'], (rules) => rules.deny('write'))
  expect(written(made, ['x86_64', 'x32']).losses).toEqual([
    'systemd has the same rules for a call on all ABIs, and write differs between x86_64 and x32',
    'write gets ERRNO(EPERM) on x32, and by systemd may always run',
  ])
})

it('writes no line for a write that is refused, since it runs all the same', () => {
  const made = policy({ default: 'deny' }).rule(errno(0), 'write', 'read')
  const { text, losses } = written(made)
  expect(text).not.toMatch(/\bwrite\b/)
  expect(text).toContain('read:0')
  expect(losses).toEqual(['write gets ERRNO(0) on x86_64, and by systemd may always run'])
})

it('says in a note that numbers without a name get ENOSYS, and in a loss that they are killed', () => {
  const numbers = [{ lo: 1000, hi: 2000 }]
  const killed = { numbers, when: ALWAYS, verdict: SECCOMP_RET.KILL_PROCESS }
  const section = { arch: AUDIT_ARCH.AARCH64, rules: [killed], otherwise: verdictOf('ERRNO', 1) }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses, notes } = writeSystemd(rules, { abis: [abiTable('aarch64')] })
  expect(losses.map((loss) => [loss.kind, 'lo' in loss && loss.lo])).toEqual([['numbers', 1000], ['runs', false]]) // prettier-ignore
  expect(notes).toEqual(['calls that systemd does not know are refused, and get ERRNO(ENOSYS)'])
})

it('names a call that libseccomp does not know, which runs by a list of what does not', () => {
  const open = written(policy({ default: 'allow' }).deny('open_tree_attr', 'bpf'))
  expect(open.losses).toEqual(['open_tree_attr gets ERRNO(EPERM) on x86_64, and by systemd may always run'])
  const closed = written(allowing(policy({ default: 'deny' }).allow('open_tree_attr', 'write')))
  expect(closed.losses).toEqual(['open_tree_attr gets ALLOW on x86_64, and by systemd always ERRNO(ENOSYS)'])
  expect(closed.opened).toEqual([])
})

it('fills an empty list of calls that are not logged, which systemd would not attach', () => {
  const { text, losses, same } = written(policy({ default: LOG }))
  expect(text).toContain('SystemCallLog=~riscv_flush_icache\n')
  expect([losses, same]).toEqual([[], 'equal'])
})

it('writes no line for architectures where systemd would attach nothing for it', () => {
  const { text, losses } = written(policy({ default: 'allow', badArch: KILL_THREAD }).deny('bpf'), ['x86_64', 'x86', 'x32']) // prettier-ignore
  expect(text).not.toContain('SystemCallArchitectures')
  expect(losses).toEqual(['calls of other architectures get KILL_THREAD, and by systemd they get ALLOW'])
})

it('has no word for an errno of 4095, which libseccomp refuses', () => {
  expect(written(policy({ default: 'allow' }).deny(errno(4095), 'bpf')).losses).toEqual([
    'systemd has no word for ERRNO(4095), which bpf gets on x86_64',
  ])
})

it('names calls of x32 that get something else than calls of other architectures', () => {
  const section = { arch: AUDIT_ARCH.X86_64, rules: [], otherwise: SECCOMP_RET.KILL_PROCESS }
  const rules = ruleSet({ sections: [section], badArch: SECCOMP_RET.KILL_THREAD })
  const { losses } = writeSystemd(rules, { abis: [abiTable('x86_64')] })
  expect(losses).toContainEqual({ kind: 'abi', abi: 'x32', written: SECCOMP_RET.KILL_THREAD })
})

it('names ABIs that the machine of the first does not run, whose calls are killed with those of other architectures', () => {
  const made = policy({ default: 'allow', badArch: KILL_THREAD })
  const { text, losses } = written(made, ['x86_64', 'aarch64'])
  expect(text).toContain('SystemCallArchitectures=x86-64 arm64\n')
  expect(losses).toEqual([expect.stringMatching(/aarch64.*KILL_THREAD/)])
})
