import { seccompData, verdictName } from '@seccompile/abi'
import { KILL_PROCESS, policyAbis, policyTables, resolve } from '@seccompile/policy'
import { meaning } from '@seccompile/rules'
import { callsOfSet, isSystemd, parseSystemd, SYSTEMD_SETS } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

/** The verdicts of the unit `lines` on calls. */
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

const abisOf = (text: string, native?: AbiToken): readonly AbiToken[] =>
  policyAbis(parseSystemd(text, { file: 'x', native }).policy)

it('filters each ABI of the machine, and lets others run', () => {
  expect(abisOf('SystemCallFilter=openat')).toEqual(['x86_64', 'x86', 'x32'])
  expect(abisOf('SystemCallFilter=openat', 'aarch64')).toEqual(['aarch64', 'arm'])
  expect(verdicts('SystemCallFilter=openat', ['openat', 'bpf'], 'x86')).toEqual(['ALLOW', 'KILL_PROCESS'])
  expect(verdicts('SystemCallFilter=openat', ['bpf'], 'riscv64')).toEqual(['ALLOW'])
})

it('kills calls of ABIs that are not listed, and never those of the machine', () => {
  const lines = 'SystemCallFilter=openat\nSystemCallArchitectures=native'
  expect(abisOf(lines)).toEqual(['x86_64'])
  expect(verdicts(lines, ['openat'])).toEqual(['ALLOW'])
  expect(verdicts(lines, ['openat'], 'x86')).toEqual(['KILL_THREAD'])
  expect(verdicts(lines, ['openat'], 'x32')).toEqual(['KILL_THREAD'])
  expect(abisOf('SystemCallArchitectures=x86-64 arm64 x86')).toEqual(['x86_64', 'x86'])
  expect(abisOf('SystemCallArchitectures=x86-64 arm64 x86', 'aarch64')).toEqual(['aarch64'])
})

it('kills calls of ABIs that are not listed where the target names these too', () => {
  const { policy } = parseSystemd('SystemCallFilter=openat\nSystemCallArchitectures=native', { file: 'x' })
  const abis = [abiTable('x86_64'), abiTable('x86'), abiTable('x32')]
  const { rules } = resolve(policy, { abis })
  const on = abis.map(({ numbers, auditArch: arch }) =>
    verdictName(meaning(rules, seccompData({ nr: numbers.get('openat')!, arch }))),
  )
  expect(on).toEqual(['ALLOW', 'KILL_THREAD', 'KILL_THREAD'])
  expect(() => resolve(policy, { abis: [abiTable('x86')] })).toThrow(
    'the policy is closed to x86, x32, and the target has no other ABI; name one',
  )
})

it('kills nothing where all ABIs of the machine are listed', () => {
  const lines = 'SystemCallArchitectures=x86-64 x86 x32'
  expect(verdicts(lines, ['openat'], 'riscv64')).toEqual(['ALLOW'])
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

it('quotes the names of sections and keys that are long, or would steer a terminal', () => {
  const unit = `[${'['.repeat(40_000)}]\nSystemCallFilter=bpf\n[\u202eA\u009b31m]\nSystemCall${'x'.repeat(40_000)}\u009b=bpf\n[Service]\nSystemCallFilter=~bpf`
  const text = parseSystemd(unit, { file: 'x.service' }).warnings.map(({ message }) => message).join(' ') // prettier-ignore
  expect(text).toContain('it stands in ["[[[')
  expect(text).toContain('it stands in ["\\u202eA\\u009b31m"]')
  expect(text.length).toBeLessThan(1000)
  expect(text).not.toMatch(/[\u202e\u009b]/)
})

it('names what it leaves out', () => {
  const lines = 'SystemCallFilter=~raed write\nRestrictNamespaces=yes\nLockPersonality=no'
  expect(warningsOf(lines)).toEqual([
    'x.service:2:1: RestrictNamespaces= is left out: it attaches a filter of its own',
    'x.service:1:19: unknown system call "raed"; did you mean "read"?',
    'x.service:1:24: a service can write all the same: systemd does before it starts the program',
  ])
})

it.each(['ExecStart=!/bin/a +x', 'ExecStart=+/bin/a\nExecStart=\nExecStart=/bin/b', 'Environment=+x'])(
  'takes programs without "+" for filtered: %j',
  (line) => {
    expect(warningsOf(`SystemCallFilter=~bpf\n${line}`)).toEqual([])
  },
)

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

it('takes the sets of another systemd, which before 247 gave all other calls one answer', () => {
  const sets = [{ name: '@default', sets: ['@mine'], own: [] }, { name: '@mine', sets: ['@default'], own: ['bpf'] }] // prettier-ignore
  const { policy } = parseSystemd('SystemCallFilter=mount', { file: 'x', sets })
  expect(policy.rules.flatMap(({ names }) => names.map(({ name }) => name))).toEqual([
    'bpf',
    'mount',
    'write',
  ])
  expect(policy.defaultAction).toEqual(KILL_PROCESS)
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
  ['E_EMPTY x.service:1:1: unit filters no system calls; expected SystemCallFilter=, SystemCallLog= or SystemCallArchitectures=; RestrictNamespaces=, DynamicUser= attach filters of their own, which are not read', '[Service]\nRestrictNamespaces=yes\nDynamicUser=yes'],
  ['E_EMPTY x.service:1:1: unit filters no system calls; expected SystemCallFilter=, SystemCallLog= or SystemCallArchitectures=; x.service:2:1: unknown key "SystemCallFilters" is ignored; did you mean "SystemCallFilter"?', '[Service]\nSystemCallFilters=~mount'],
  ['E_SYNTAX x.service:1:1: expected a section such as "[Service]"; got "[Service", for which systemd does not load the unit', '[Service\nSystemCallFilter=~mount'],
  ['E_SYNTAX x.service:1:1: expected a section such as "[Service]"; got "[Ser\\"vice]", for which systemd does not load the unit', '[Ser"vice]\nSystemCallFilter=~mount'],
  ['E_LIMIT x.service:1:1: unit has 1048577 characters; at most 1048576 are read', 'x'.repeat(1024 * 1024 + 1)],
  ['E_LIMIT x.service:1:1: unit has more than 8192 words in its settings', `SystemCallFilter=${'read '.repeat(8193)}`],
])('refuses with %j', (message, text) => {
  expect(refusal(text)).toBe(message)
})

const found = (text: string): readonly string[] =>
  parseSystemd(text, { file: 'x.service' }).warnings.map(
    ({ name, severity, message }) => `${severity} ${name} ${message.replace('x.service:', '')}`,
  )

// prettier-ignore
it.each([
  ['high unknown-name 1:19: unknown set "@file-sistem"; did you mean "@file-system"?', 'SystemCallFilter=~@file-sistem'],
  ['high unknown-name 1:19: unknown set "@__proto__"; systemd leaves it out', 'SystemCallFilter=~@__proto__'],
  ['high unknown-name 1:19: libseccomp 2.6.0 does not know the system call "open_tree_attr"; systemd leaves it out, and it may run', 'SystemCallFilter=~open_tree_attr'],
  ['high unknown-name 1:18: libseccomp 2.6.0 does not know the system call "open_tree_attr"; systemd leaves it out', 'SystemCallFilter=open_tree_attr'],
  ['high unknown-name 1:19: libseccomp 2.6.0 does not know file_getattr, file_setattr of "@known"; systemd leaves them out, and they run', 'SystemCallFilter=~@known'],
  ['high lost-refusal 1:19: systemd leaves out "bpf:EPREM": unknown errno "EPREM"; did you mean "EPERM"?; its calls may run', 'SystemCallFilter=~bpf:EPREM'],
  ['high lost-refusal 1:19: systemd leaves out "bpf:5000": errno is 5000; the kernel returns 0 to 4095, or "kill"; its calls may run', 'SystemCallFilter=~bpf:5000'],
  ['high lost-refusal 1:19: systemd leaves out "bpf:": unknown errno ""; its calls may run', 'SystemCallFilter=~bpf:'],
  ['medium dropped-word 1:18: systemd leaves out ":1": expected a call, or a set such as @file-system', 'SystemCallFilter=:1'],
  ['medium dropped-word 1:18: systemd leaves out "bpf:1": a call that runs has no errno; write ~ in front of the list', 'SystemCallFilter=bpf:1'],
  ['high unknown-name 1:16: unknown system call "bpf:1"; did you mean "bpf"?', 'SystemCallLog=~bpf:1'],
  ['medium dropped-word 1:23: systemd leaves out SystemCallErrorNumber="0": it is 0', 'SystemCallErrorNumber=0'],
  ['medium dropped-word 1:23: systemd leaves out SystemCallErrorNumber="EPERM ENOSYS": unknown errno "EPERM ENOSYS"', 'SystemCallErrorNumber=EPERM ENOSYS'],
  ['high lost-refusal 1:25: unknown architecture "x86_64"; did you mean "x86-64"?; calls of all architectures may run', 'SystemCallArchitectures=x86_64'],
  ['medium dropped-word 1:25: unknown architecture "x86_64"; did you mean "x86-64"?', 'SystemCallArchitectures=x86_64 native'],
  ['medium ignored-key 2:1: systemd leaves out a line without a key or "=": "nonsense"', 'SystemCallFilter=~bpf\nnonsense'],
  ['high misspelt-key 2:1: systemd leaves out a line without a key or "=": "SystemCallFilter ~mount"; did you mean "SystemCallFilter="?', 'SystemCallFilter=~bpf\nSystemCallFilter ~mount'],
  ['high misspelt-key 2:1: unknown key "systemcallfilter" is ignored; did you mean "SystemCallFilter"?', 'SystemCallFilter=~bpf\nsystemcallfilter=~mount'],
  ['high misspelt-key 2:1: unknown key "SystemCallFiIter" is ignored; did you mean "SystemCallFilter"?', 'SystemCallFilter=~bpf\nSystemCallFiIter=~mount'],
  ['high misspelt-key 2:1: unknown key "SyscallFilter" is ignored; expected one of SystemCallFilter, SystemCallLog, SystemCallArchitectures, SystemCallErrorNumber', 'SystemCallFilter=~bpf\nSyscallFilter=~mount'],
  ['high misspelt-key 2:1: unknown key "SystemCallDeny" is ignored; expected one of SystemCallFilter, SystemCallLog, SystemCallArchitectures, SystemCallErrorNumber', 'SystemCallFilter=~bpf\nSystemCallDeny=mount'],
  ['high misplaced-key 2:1: systemcallfilter= is ignored: it stands in [Unit], and programs are started by [Service]', '[Unit]\nsystemcallfilter=~mount\n[Service]\nSystemCallFilter=~bpf'],
  ['high misspelt-key 2:1: unknown key "SystemCallArchitecture" is ignored; did you mean "SystemCallArchitectures"?', 'SystemCallFilter=~bpf\nSystemCallArchitecture=native'],
  ['high misplaced-key 1:1: SystemCallFilter= is ignored: it stands in front of the first section, and programs are started by [Service]', 'SystemCallFilter=~mount\n[Service]\nSystemCallFilter=~bpf'],
  ['high misplaced-key 4:1: SystemCallFilter= is ignored: it stands in [Socket], and programs are started by [Service]', '[Service]\nSystemCallFilter=~bpf\n[Socket]\nSystemCallFilter=~mount'],
  ['medium ignored-key 2:1: DynamicUser= is left out: it implies RestrictSUIDSGID=, which attaches a filter of its own', 'SystemCallFilter=~bpf\nDynamicUser=yes'],
  ['high unfiltered-program 2:1: the program of ExecStart="-+/bin/a" is not filtered: it has "+" in front', 'SystemCallFilter=~bpf\nExecStart=-+/bin/a'],
  ['high unfiltered-program 2:1: the program of ExecStart="+/bin/b" is not filtered: it has "+" in front', 'SystemCallFilter=~bpf\nExecStart=/bin/a ; +/bin/b'],
  ['high unfiltered-program 2:1: the program of ExecStart="\\"+/bin/a\\"" is not filtered: it has "+" in front', 'SystemCallFilter=~bpf\nExecStart="+/bin/a"'],
  ['medium unfiltered-program 2:1: the program of ExecStartPre="+/bin/a -x" is not filtered: it has "+" in front', 'SystemCallFilter=~bpf\nExecStartPre=+/bin/a -x'],
  ['medium cannot-start 2:19: systemd 257 does not start the unit: "bpf" has ENOSYS, which is the default of a list of calls that run; write another errno', 'SystemCallFilter=read\nSystemCallFilter=~bpf:ENOSYS'],
  ['medium cannot-start 2:19: systemd 257 does not start the unit: "write" has an errno, and systemd itself writes', 'SystemCallFilter=read\nSystemCallFilter=~write:1'],
  ['medium cannot-start 1:19: systemd 257 does not start the unit: an errno is 4095; libseccomp takes less', 'SystemCallFilter=~bpf:4095'],
])('warns as systemd does: %j', (message, text) => {
  expect(found(text)).toContain(message)
})

it('recognises a unit by its settings and its sections', () => {
  expect(['[Service]\nSystemCallFilter=read', ' SystemCallLog = x'].map(isSystemd)).toEqual([true, true])
  expect(['[Service]\nRestrictNamespaces=yes', '\ufeff[Unit]\n'].map(isSystemd)).toEqual([true, true])
  expect(['', 'read: 1', '{"SystemCallFilter=": 1}', '\u0000', '[1]'].map(isSystemd)).toEqual([false, false, false, false, false]) // prettier-ignore
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
