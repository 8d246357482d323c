import { seccompData, verdictName } from '@seccompile/abi'
import { policyAbis, policyTables, resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { callsOfSet, isSystemd, parseSystemd, SYSTEMD_SETS } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

/** The verdicts on calls by the unit `lines`. */
function verdicts(
  lines: string,
  names: readonly string[],
  abi: AbiToken = 'x86_64',
  first = 0n,
): readonly string[] {
  const { policy } = parseSystemd(lines, { file: 'x.service' })
  const { rules } = resolve(policy, { abis: policyTables(policy) })
  const table = abiTable(abi)
  return names.map((name) =>
    verdictName(
      meaning(rules, seccompData({ nr: table.numbers.get(name)!, arch: table.auditArch, args: [first] })),
    ),
  )
}

const warningsOf = (lines: string): readonly string[] =>
  parseSystemd(lines, { file: 'x.service' }).warnings.map(({ message }) => message)

it('lets run what is listed, what programs cannot live without, and write', () => {
  expect(verdicts('SystemCallFilter=openat', ['openat', 'execve', 'write', 'bpf'])).toEqual([
    'ALLOW',
    'ALLOW',
    'ALLOW',
    'KILL_PROCESS',
  ])
})

it('lets run what is not listed behind ~', () => {
  const lines = 'SystemCallFilter=~bpf @swap\nSystemCallErrorNumber=EPERM'
  expect(verdicts(lines, ['bpf', 'swapon', 'mount'])).toEqual(['ERRNO(1)', 'ERRNO(1)', 'ALLOW'])
})

it('gives a call its own errno, in a list of either kind', () => {
  const errnos = 'bpf:ENOSYS mount:kill swapon:13'
  const got = ['ERRNO(38)', 'KILL_PROCESS', 'ERRNO(13)']
  expect(
    verdicts(`SystemCallFilter=~${errnos}\nSystemCallErrorNumber=1`, ['bpf', 'mount', 'swapon']),
  ).toEqual(got)
  expect(
    verdicts(`SystemCallFilter=@known\nSystemCallFilter=~${errnos}`, ['bpf', 'mount', 'swapon']),
  ).toEqual(got)
})

it('adds to the list of the first line, and takes off it', () => {
  const lines = 'SystemCallFilter=bpf mount\nSystemCallFilter=~mount\nSystemCallFilter=swapon'
  expect(verdicts(lines, ['bpf', 'mount', 'swapon'])).toEqual(['ALLOW', 'KILL_PROCESS', 'ALLOW'])
  const denied = 'SystemCallFilter=~bpf mount\nSystemCallFilter=mount'
  expect(verdicts(denied, ['bpf', 'mount'])).toEqual(['KILL_PROCESS', 'ALLOW'])
})

it('begins anew with an empty line', () => {
  expect(
    verdicts('SystemCallFilter=bpf\nSystemCallFilter=\nSystemCallFilter=~mount', ['bpf', 'mount']),
  ).toEqual(['ALLOW', 'KILL_PROCESS'])
  expect(verdicts('SystemCallFilter=bpf\nSystemCallFilter=', ['mount'])).toEqual(['ALLOW'])
})

it('filters each ABI of the machine, and lets others run', () => {
  const { policy } = parseSystemd('SystemCallFilter=openat', { file: 'x' })
  expect(policyAbis(policy)).toEqual(['x86_64', 'x86', 'x32'])
  expect(policyAbis(policy, 'aarch64')).toEqual(['aarch64', 'arm'])
  expect(verdicts('SystemCallFilter=openat', ['openat', 'bpf'], 'x86')).toEqual(['ALLOW', 'KILL_PROCESS'])
  expect(verdicts('SystemCallFilter=openat', ['bpf'], 'riscv64')).toEqual(['ALLOW'])
})

it('kills calls of ABIs that are not listed, and never those of the machine', () => {
  const lines = 'SystemCallFilter=openat\nSystemCallArchitectures=native'
  expect(policyAbis(parseSystemd(lines, { file: 'x' }).policy)).toEqual(['x86_64'])
  expect(verdicts(lines, ['openat'])).toEqual(['ALLOW'])
  expect(verdicts(lines, ['openat'], 'x86')).toEqual(['KILL_THREAD'])
  expect(verdicts(lines, ['openat'], 'x32')).toEqual(['KILL_THREAD'])
  const more = parseSystemd('SystemCallArchitectures=x86-64 arm64 x86', { file: 'x' }).policy
  expect(policyAbis(more)).toEqual(['x86_64', 'x86'])
  expect(policyAbis(more, 'aarch64')).toEqual(['aarch64'])
})

it('logs what is listed, or all that is not, and refuses what another line refuses', () => {
  const some = 'SystemCallFilter=~mount\nSystemCallLog=mount bpf'
  expect(verdicts(some, ['mount', 'bpf', 'openat'])).toEqual(['KILL_PROCESS', 'LOG', 'ALLOW'])
  expect(verdicts('SystemCallLog=~bpf', ['bpf', 'openat'])).toEqual(['ALLOW', 'LOG'])
})

it('gives socketcall what the call behind it gets, as libseccomp does', () => {
  const lines = 'SystemCallFilter=socket'
  expect(verdicts(lines, ['socketcall'], 'x86', 1n)).toEqual(['ALLOW'])
  expect(verdicts(lines, ['socketcall'], 'x86', 2n)).toEqual(['KILL_PROCESS'])
  expect(verdicts('SystemCallFilter=socketcall', ['socketcall'], 'x86', 2n)).toEqual(['ALLOW'])
})

it('reads the sections that start programs, comments and continuations', () => {
  const unit = `# a unit
[Unit]
Description=read \\
; not a comment of a value
  write
SystemCallFilter=mount
[Service]
SystemCallFilter = @timer \\
# between
    bpf
`
  expect(verdicts(unit, ['bpf', 'timer_create', 'mount'])).toEqual(['ALLOW', 'ALLOW', 'KILL_PROCESS'])
  expect(warningsOf(unit)).toEqual([
    'x.service:6:1: SystemCallFilter= is ignored: it stands in [Unit], and programs are started by [Service]',
  ])
})

it('names what it leaves out', () => {
  const lines = 'SystemCallFilter=~raed write\nRestrictNamespaces=yes\nLockPersonality=no'
  expect(warningsOf(lines)).toEqual([
    'x.service:2:1: RestrictNamespaces= is left out: it attaches a filter of its own',
    'x.service:1:19: unknown system call "raed"; did you mean "read"?',
    'x.service:1:24: a service can write all the same: systemd does before it starts the program',
  ])
})

it('keeps the place of the word that put a call on the list', () => {
  const { policy } = parseSystemd('SystemCallFilter=@swap \\\n  bpf', { file: 'x.service' })
  const placed = policy.rules
    .flatMap(({ names }) => names)
    .filter(({ name }) => ['bpf', 'swapon'].includes(name))
  expect(placed.map(({ name, source }) => `${name} ${source?.line}:${source?.column}`)).toEqual([
    'swapon 1:18',
    'bpf 2:3',
  ])
})

it('takes the sets of another systemd', () => {
  const sets = [{ name: '@default', sets: ['@mine'], own: [] }, { name: '@mine', sets: ['@default'], own: ['bpf'] }] // prettier-ignore
  const { policy } = parseSystemd('SystemCallFilter=mount', { file: 'x', sets })
  expect(policy.rules.flatMap(({ names }) => names.map(({ name }) => name))).toEqual([
    'bpf',
    'mount',
    'write',
  ])
})

it('has the sets of systemd 257', () => {
  expect(SYSTEMD_SETS).toHaveLength(30)
  expect(callsOfSet('@swap')).toEqual(['swapoff', 'swapon'])
  expect(callsOfSet('@system-service')).toContain('openat')
  expect(callsOfSet('@none')).toEqual([])
})

function refusal(text: string): string {
  try {
    parseSystemd(text, { file: 'x.service' })
  } catch (error) {
    const { name, code, message } = error as { name: string; code: string; message: string }
    return name === 'PolicyError' ? `${code} ${message}` : `${name} ${message}`
  }
  return 'none'
}

// prettier-ignore
it.each([
  ['E_EMPTY x.service:1:1: unit filters no system calls; expected SystemCallFilter=, SystemCallLog= or SystemCallArchitectures=', '[Service]\nType=simple'],
  ['E_NAME x.service:1:18: unknown set "@file-sistem"; did you mean "@file-system"?', 'SystemCallFilter=@file-sistem'],
  ['E_NAME x.service:1:23: unknown errno "EPREM"; did you mean "EPERM"?', 'SystemCallFilter=~bpf:EPREM'],
  ['E_NUMBER x.service:1:23: errno is 5000; the kernel returns 0 to 4095, or "kill"', 'SystemCallFilter=~bpf:5000'],
  ['E_NAME x.service:1:23: unknown errno "", or "kill"', 'SystemCallFilter=~bpf:'],
  ['E_SYNTAX x.service:1:18: expected a call, or a set such as @file-system; got ":1"', 'SystemCallFilter=:1'],
  ['E_CONFLICT x.service:1:18: "bpf" has an errno, and is one of the calls that run; write ~ in front of the list', 'SystemCallFilter=bpf:1'],
  ['E_SYNTAX x.service:1:16: "bpf" has an errno, which SystemCallLog= does not take', 'SystemCallLog=~bpf:1'],
  ['E_NUMBER x.service:1:23: SystemCallErrorNumber= is 0, which systemd refuses; write 1 to 4095, a name or "kill"', 'SystemCallErrorNumber=0'],
  ['E_SYNTAX x.service:1:29: SystemCallErrorNumber= has one errno; got "ENOSYS" as well', 'SystemCallErrorNumber=EPERM ENOSYS'],
  ['E_NAME x.service:1:25: unknown architecture "x86_64"; did you mean "x86-64"?', 'SystemCallArchitectures=x86_64'],
  ['E_SYNTAX x.service:2:1: expected a setting such as "SystemCallFilter=@system-service"; got "nonsense"', '[Service]\nnonsense'],
  ['E_SYNTAX x.service:1:1: expected a setting such as "SystemCallFilter=@system-service"; got "\\u0000"', '\u0000'],
  ['E_NAME x.service:1:18: unknown set "@__proto__"', 'SystemCallFilter=@__proto__'],
  ['E_LIMIT x.service:1:1: unit has 1048577 characters; at most 1048576 are read', 'x'.repeat(1024 * 1024 + 1)],
  ['E_LIMIT x.service:1:1: unit has more than 8192 words in its settings', `SystemCallFilter=${'read '.repeat(8193)}`],
])('refuses with %j', (message, text) => {
  expect(refusal(text)).toBe(message)
})

it('recognises a unit by its settings', () => {
  expect(['[Service]\nSystemCallFilter=read', ' SystemCallLog = x'].map(isSystemd)).toEqual([true, true])
  expect(['', '[Service]\nType=simple', 'read: 1', '{"SystemCallFilter=": 1}', '\u0000'].map(isSystemd)).toEqual([false, false, false, false, false]) // prettier-ignore
})

it('yields a policy or a PolicyError for every change of a unit', () => {
  const unit =
    '[Service]\nSystemCallFilter=~@clock bpf:EPERM \\\n  mount\nSystemCallErrorNumber=1\nSystemCallLog=x\n'
  const pieces = [
    '~',
    ':',
    '@',
    '\\\n',
    '[',
    '=',
    '\ud800',
    '\u0000',
    '\r',
    ' ',
    '\n',
    'kill',
    '#',
    ';',
    '__proto__',
  ]
  fc.assert(
    fc.property(fc.nat(100), fc.nat(10), fc.constantFrom(...pieces), (at, cut, piece) => {
      expect(refusal(unit.slice(0, at) + piece + unit.slice(at + cut))).toMatch(/^(?:none|E_)/)
    }),
    { numRuns: 200 },
  )
})
