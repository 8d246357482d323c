/* The short form of every warning, and the lines that `compile` prints of Docker's profile. */
import { constantFamilies } from '@seccompile/constants/all'
import { ALLOW, arg, LOG, policy, resolve, WARNINGS } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { loadCommands } from '../src/command-groups.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const COLUMNS = 100

const open = policy({ default: 'allow' })
const shut = policy({ default: 'deny' }).allow('exit', 'exit_group', 'rt_sigreturn', 'restart_syscall')
const X86: readonly AbiToken[] = ['x86_64', 'x86']

/** Policies of TypeScript, whose rules have no place. */
const BUILT: readonly (readonly [Policy, readonly AbiToken[]])[] = [
  [open.on(['x86_64'], (rules) => rules.deny('pidfd_send_signal')), ['x86_64', 'x86', 'x32']],
  [policy({ default: 'allow', badArch: ALLOW }).deny('socket'), ['aarch64']],
  [open.deny('getpid', arg(0).eq(1)), X86],
  [shut.allow('waitpid', 'arm_fadvise64_64'), ['x86_64', 'riscv64', 'aarch64']],
  [open.deny('ioctl', ({ cmd }) => cmd.ge(0)), X86],
  [shut.allow('munmap', ({ len }) => len.gt(2 ** 33)), X86],
  [policy({ default: 'kill' }).allow('read'), ['x86_64', 'aarch64', 'riscv64']],
  [open.deny('openat', arg(2).maskedEq(0x1_0000, 0x1_0000)), ['x86_64', 'aarch64']],
  [shut.allow('socket').rule(LOG, 'socket'), X86],
  [open.log('clock_nanosleep').deny('clock_nanosleep', arg(0).eq(2)), X86],
  [policy({ default: 'allow', knownUpTo: '5.4' }).log('epoll_pwait2', 'futex_waitv'), ['x86_64']],
  [policy({ default: 'deny', name: 'empty' }), ['x86_64']],
  [open.deny('mprotect', ({ prot }) => prot.eq(7)), X86],
  [open.deny('sendmsg', 'recvmsg', 'socket', 'accept4', arg(0).eq(38)), ['x86']],
  [shut.allow('sendmsg', 'recvmsg'), ['x86']],
  [open.deny('openat', arg(1).eq(0x7fff_1234_5678)), X86],
  [shut.allow('mmap', arg(1).lt(2n ** 33n)), X86],
  [open.deny('access'), ['x86_64', 'aarch64']],
  [shut.allow('access'), ['aarch64']],
  [open.deny('setpriority', arg(0).in(2, 10, 16, 18, 20, 22, 24)), X86],
]

const rule = (names: readonly string[], action: string, more: object = {}): object => ({
  names,
  action,
  ...more,
})
const compared = (index: number, op: string, value: number): object => ({
  index,
  op: `SCMP_CMP_${op}`,
  value,
})
const profile = (action: string, ...syscalls: readonly object[]): string =>
  JSON.stringify({ defaultAction: action, syscalls }, null, 2)
const firecracker = { syscall: 'ioctl', args: [{ index: 1, type: 'dword', op: 'ne', val: 5 }] }
const wide = { syscall: 'ioctl', args: [{ index: 1, type: 'dword', op: 'eq', val: 2 ** 40 }] }

/** Files of people, by the names that they have. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['profile.json', profile('SCMP_ACT_ERRNO', rule(['openat', 'fchmodat3', 'zz_call'], 'SCMP_ACT_ALLOW', { errnoRet: 5 }))],
  ['keys.json', profile('SCMP_ACT_ERRNO', rule(['read'], 'SCMP_ACT_ALLOW', { arg: [], comments: 'x' }))],
  ['errno.json', profile('SCMP_ACT_ALLOW', rule(['bpf'], 'SCMP_ACT_ERRNO', { errnoRet: 5000 }))],
  ['notify.json', profile('SCMP_ACT_NOTIFY', rule(['read', 'exit'], 'SCMP_ACT_ALLOW'))],
  ['twice.json', profile('SCMP_ACT_ERRNO', rule(['read'], 'SCMP_ACT_ALLOW', { args: [compared(2, 'EQ', 0), compared(2, 'EQ', 2)] }))],
  ['shape.json', profile('SCMP_ACT_ERRNO', rule(['dup3', 'fcntl'], 'SCMP_ACT_ALLOW', { args: [compared(0, 'LT', 3), compared(1, 'EQ', 2)] }), rule(['dup3', 'fcntl'], 'SCMP_ACT_ALLOW', { args: [compared(0, 'GT', 3)] }))],
  ['socket.json', profile('SCMP_ACT_ERRNO', rule(['socket'], 'SCMP_ACT_ALLOW', { args: [compared(0, 'GT', 40)] }), rule(['execve', 'exit'], 'SCMP_ACT_ALLOW'))],
  ['refusal.json', profile('SCMP_ACT_ERRNO', rule(['clock_nanosleep'], 'SCMP_ACT_ALLOW'), rule(['clock_nanosleep'], 'SCMP_ACT_KILL_PROCESS'))],
  ['vmm.json', JSON.stringify({ vmm: { default_action: { errno: 1 }, filter_action: 'allow', filter: [firecracker, wide, { syscall: 'ioctl' }] } })],
  ['web.yaml', `apiVersion: security-profiles-operator.x-k8s.io/v1beta1
kind: SeccompProfile
metadata: {name: web}
spec:
  baseProfileName: runc-v1.2.0
  defaultAction: SCMP_ACT_ERRNO
  syscalls:
  - {names: [socket], action: SCMP_ACT_ALLOW, Args: [], includes: {caps: [CAP_BPF]}}
`],
  ['daemon.service', `SystemCallFilter=~@swap
[Unit]
SystemCallArchitectures=native
[Service]
ExecStart=+/usr/sbin/daemon --foreground
SystemCallFilters=~@mount
RestrictAddressFamilies=AF_UNIX
SystemCallFilter: ~@mount
SystemCallErrorNumber=EPREM
SystemCallArchitectures=x86_65
SystemCallFilter=~bpf open_tree_attr mount:EPREM @mont fchmodat3 write
`],
  ['empty.service', '[Service]\nSystemCallFilter=read:EPREM\nSystemCallFilter=~@known\n'],
  ['errno.service', '[Service]\nSystemCallFilter=~bpf:4095\nSystemCallArchitectures=native x86_65\n'],
  ['daemon.policy', '@frequency ./daemon.frequency\nread: arg0 == 0; return EPERM\nexit_group: 1\nwrite: return 5000\nclose: arg0 == 1; return 1\n'],
] // prettier-ignore

/** The warnings about a file, as a person in its folder sees the name. */
async function warningsOf(name: string, text: string): Promise<readonly Warning[]> {
  const path = file(name, text)
  const argument = name.startsWith('vmm') ? `${path}#vmm` : path
  const { out, err } = await runCli(['compile', argument, '--json', '-o', at(`${name}.bpf`), '--abi', name.startsWith('vmm') ? 'x86_64' : 'x86_64,x86'])
  expect(out, err).not.toBe('')
  const { warnings } = JSON.parse(out) as { readonly warnings: readonly Warning[] }
  return warnings.map((each) => ({ ...each, brief: each.brief.replace(`${at('')}/`, '') }))
} // prettier-ignore

it('of every kind of warning fits 100 columns, with its place and its name', async () => {
  const ofPolicies = BUILT.flatMap(([what, tokens]) => {
    const abis = tokens.map((token) => signedAbiTable(token))
    return resolve(what, { abis }, { families: constantFamilies }).warnings
  })
  const ofTexts = (await Promise.all(TEXTS.map(([name, text]) => warningsOf(name, text)))).flat()
  const all = [...ofPolicies, ...ofTexts]
  const lines = all.map(({ name, brief }) => `warning: ${brief} [${name}]`)
  expect(lines.filter((line) => line.length > COLUMNS || line.includes('\n'))).toEqual([])
  const seen = new Set(all.map(({ name }) => name))
  expect(WARNINGS.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([])
})

/** `value` as the source of a module; JSON has no bigint. */
const source = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}n!` : each)).replaceAll(
    /"(-?\d+n)!"/g,
    '$1',
  )

const DOCKER = ['--abi', 'x86_64,x86,x32', '-o']

it("are, with all that compile prints of Docker's profile, ten lines of 100 columns", async () => {
  const { rules, defaultAction, overlaps, name } = dockerProfile
  const path = file('docker.mjs', `export default ${source({ rules, defaultAction, overlaps, name })}`)
  const { status, out, err } = await runCli(['compile', path, ...DOCKER, at('docker.bpf')])
  expect(status).toBe(0)
  const lines = `${err}${out}`.replaceAll(at(''), '').trimEnd().split('\n')
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(10)
  expect(lines.filter((line) => line.length > COLUMNS)).toEqual([])
  expect(lines.join('\n')).toMatch(/^ABI +allowed calls +mean +at most\nx86_64 +\d+ +[\d.]+ +\d+$/m)
  const verbose = await runCli(['compile', path, '-v', ...DOCKER, at('docker.bpf')])
  expect(verbose.out).toContain('objective uniform: ')
  expect(verbose.err.split('\n')[0]?.length).toBeGreaterThan(COLUMNS)
})

const COMMANDS = await loadCommands()

it('are options of just the commands that say how many they print', () => {
  const having = COMMANDS.filter(({ options }) => 'warnings' in options && 'quiet' in options)
  expect(having.length).toBeGreaterThan(20)
  expect(having).toEqual(COMMANDS.filter(({ warnings }) => warnings !== undefined))
  // No other command takes a policy, but these, which have the warnings among their findings or say why they have none.
  const others = COMMANDS.filter(({ warnings, options }) => 'widths' in options && warnings === undefined)
  expect(others.map(({ name }) => name)).toEqual(['lint', 'report'])
})

/** A recording of one call. */
const SEEN = `{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","abis":["x86_64"],"unseen":[]}
{"abi":"x86_64","nr":39,"call":"getpid","count":1}
{"end":true,"rows":1,"calls":1}
`

/** The words of each command of the table that a test can run: a policy with two warnings, twice where it takes two. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  compile: ['P', '-o', 'O'],
  intersect: ['P', 'P', '-o', 'O'],
  convert: ['P', '--to', 'hex', '-o', 'O'],
  merge: ['P', 'P', '-o', 'O'],
  heal: ['P', '--from', 'S'],
  launch: ['bwrap', 'P', '-o', 'O', '--', 'true'],
  explain: ['P'],
  emulate: ['P', 'read'],
  solve: ['P', '--verdict', 'ALLOW'],
  diff: ['P', 'P'],
  prove: ['P', 'P'],
  subset: ['P', '--of', 'P'],
  digest: ['P', 'P'],
  disasm: ['P'],
  cost: ['P'],
  verify: ['P'],
  draw: ['tree', 'P', '-o', 'O.svg'],
}

it.each(Object.entries(WORDS))('of %s are as the command says, once, and as its options ask', async (name, words) => {
  const path = file('two.json', TEXTS.find(([text]) => text === 'socket.json')![1])
  const seen = file('seen.ndjson', SEEN)
  const said = async (...more: readonly string[]): Promise<string> => {
    const typed = words.map((word) => (word === 'P' ? path : word === 'S' ? seen : word.startsWith('O') ? at(word.replace('O', 'written')) : word))
    const { err, status } = await runCli([name, ...more, ...typed])
    expect([0, 1], err).toContain(status)
    return err.split('\n').filter((line) => /^warning: |^note: \d+ file/.test(line)).join('\n')
  }
  const line = /^warning: \S+two\.json:\S+ socket\(.*\) runs past args\[0\] > 0x28 \[width-gap\]$/gm
  const count = /^note: 1 file: \d (?:high )?warnings?, .*\[width-gap\]/
  const makes = COMMANDS.find((command) => command.name === name)!.warnings === 'lines'
  const usual = await said()
  if (makes) expect(usual.match(line)).toHaveLength(1)
  else expect(usual).toMatch(count)
  expect((await said('--warnings', 'all')).match(line)).toHaveLength(1)
  // Where something is made, warnings of high severity are never silent.
  if (makes) expect(await said('-q')).toMatch(count)
  else expect(await said('-q')).toBe('')
}) // prettier-ignore

it.each(['intersect', 'convert', 'merge', 'heal'])('of %s are printed with --json, whose answer has none', async (name) => {
  const path = file('two.json', TEXTS.find(([text]) => text === 'socket.json')![1])
  const seen = file('seen.ndjson', SEEN)
  const words = WORDS[name]!.map((word) => ({ P: path, S: seen, O: at('written') })[word] ?? word)
  const { err } = await runCli([name, ...words, '--json', '-q'])
  expect(err).toMatch(/^note: 1 file: \d high warnings?, .*\[width-gap\]/)
}) // prettier-ignore
