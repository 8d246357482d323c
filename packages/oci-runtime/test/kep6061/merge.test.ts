/*
 * The merges in the issue of the runtime specification and in the notes of the reference implementation, written
 * anew, and their edges.
 * @see opencontainers/runtime-spec issue 1317; kubernetes-sigs/security-profiles-merger seccomp/doc.go and docs/. The text of
 * the proposal itself is in proposal.test.ts.
 */
import { judgeMerge, mergeProfiles } from '@seccompile/oci-runtime/kep6061'
import { parseProfile, writeProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { arg, entry, merged, profile, rulesOf } from './merged.ts'
import type { MergeInput, ProfileEntry } from './merged.ts'

it('allows what all inputs allow', () => {
  const baseline = profile('ERRNO', [{ names: ['close', 'read', 'write'], action: 'SCMP_ACT_ALLOW' }])
  const artifact = profile('ERRNO', [{ names: ['read', 'write', 'mkdir'], action: 'SCMP_ACT_ALLOW' }])
  expect(merged([baseline, artifact])).toMatchObject({ rules: ['read,write ALLOW'], more: 0 })
  expect(rulesOf(baseline, profile('ERRNO', [entry('read', 'ALLOW')]))).toEqual(['read ALLOW'])
})

it('takes the strictest action of a call that both name, or of a rule and the other default', () => {
  const baseline = profile('ERRNO', [entry('read', 'ALLOW'), entry('write', 'LOG'), entry('close', 'TRAP')])
  const artifact = profile('ALLOW', [
    entry('read', 'KILL'),
    entry('write', 'TRACE'),
    entry('ptrace', 'KILL_PROCESS'),
  ])
  const { rules, profile: result } = merged([baseline, artifact])
  expect(result.defaultAction).toBe('SCMP_ACT_ERRNO')
  expect(rules).toEqual(['close TRAP', 'ptrace KILL_PROCESS', 'read KILL_THREAD', 'write TRACE'])
})

it('orders the actions as the kernel does', () => {
  const order = ['KILL_PROCESS', 'KILL_THREAD', 'TRAP', 'ERRNO', 'TRACE', 'LOG', 'ALLOW']
  for (const [i, strict] of order.entries())
    for (const weak of order.slice(i)) {
      const [one, other] = [profile(strict, []), profile(weak, [])]
      expect(mergeProfiles([one, other]).profile.defaultAction).toBe(`SCMP_ACT_${strict}`)
      expect(mergeProfiles([other, one]).profile.defaultAction).toBe(`SCMP_ACT_${strict}`)
    }
  expect(mergeProfiles([profile('KILL', []), profile('KILL_THREAD', [])]).profile.defaultAction).toBe(
    'SCMP_ACT_KILL_THREAD',
  )
})

it('takes the errno of the earliest input', () => {
  const baseline = profile('ERRNO', [{ ...entry('read', 'ERRNO'), errnoRet: 13 }], { defaultErrnoRet: 38 })
  const artifact = profile('ERRNO', [{ ...entry('read', 'ERRNO'), errnoRet: 22 }], { defaultErrnoRet: 1 })
  expect(merged([baseline, artifact])).toMatchObject({
    rules: ['read ERRNO 13'],
    profile: { defaultErrnoRet: 38 },
  })
  const other = mergeProfiles([artifact, baseline])
  expect(other.profile.defaultErrnoRet).toBeUndefined() // the default, EPERM
  expect(other.profile.syscalls).toEqual([{ names: ['read'], action: 'SCMP_ACT_ERRNO', errnoRet: 22 }])
})

it('joins conditions on different arguments', () => {
  const baseline = profile('ERRNO', [entry('socket', 'ALLOW', arg(0, 'EQ', 2))])
  const artifact = profile('ERRNO', [entry('socket', 'ALLOW', arg(1, 'NE', 3))])
  expect(merged([baseline, artifact])).toMatchObject({ rules: ['socket ALLOW a0 EQ 2 a1 NE 3'], more: 0 })
})

it('keeps conditions that are the same, and those of one side', () => {
  const filtered = [entry('socket', 'ALLOW', arg(0, 'EQ', 2)), entry('socket', 'ALLOW', arg(0, 'EQ', 1))]
  expect(rulesOf(profile('ERRNO', filtered), profile('ERRNO', filtered.toReversed()))).toEqual([
    'socket ALLOW a0 EQ 1',
    'socket ALLOW a0 EQ 2',
  ])
  expect(rulesOf(profile('ERRNO', filtered), profile('ERRNO', [entry('socket', 'ALLOW')]))).toEqual([
    'socket ALLOW a0 EQ 1',
    'socket ALLOW a0 EQ 2',
  ])
})

it('denies where conditions exclude each other', () => {
  const baseline = profile('ERRNO', [entry('socket', 'ALLOW', arg(0, 'EQ', 1))])
  const artifact = profile('ERRNO', [entry('socket', 'ALLOW', arg(0, 'EQ', 2))])
  expect(merged([baseline, artifact])).toMatchObject({ rules: [], more: 0 })
})

it('has a warning for rules of an input that libseccomp may compile otherwise, and none for the result', () => {
  const unsafe = [
    entry('dup3', 'ALLOW', arg(0, 'LT', 3), arg(1, 'EQ', 2)),
    entry('dup3', 'ALLOW', arg(0, 'GT', 3)),
  ]
  const inputs = [
    profile('ERRNO', [entry('read', 'ALLOW'), entry('dup3', 'ALLOW')]),
    profile('ERRNO', unsafe),
  ]
  const merge = mergeProfiles(inputs)
  expect(judgeMerge(inputs, merge).unsafe.map((list) => list.map(({ calls }) => calls))).toEqual([
    [],
    [['dup3']],
  ])
  const result = [parseProfile(merge.text, { file: 'merge' })]
  expect(judgeMerge(result, mergeProfiles(result)).unsafe).toEqual([[]])
})

it('denies what a rule cannot say, and tells it', () => {
  const baseline = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'GE', 3))])
  const artifact = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'LE', 9))])
  const merge = mergeProfiles([baseline, artifact])
  const { overDenied } = judgeMerge([baseline, artifact], merge)
  expect(merge.profile.syscalls).toEqual([])
  expect(overDenied).toMatchObject({
    kind: 'changes',
    changes: [
      {
        numbers: [{ lo: 0, hi: 0 }],
        from: 0x7fff_0000,
        to: 0x5_0001,
        direction: 'stricter',
        call: { nr: 0, args: [3n, 0n, 0n, 0n, 0n, 0n] },
      },
    ],
  })
})

it('writes an unconditional rule beside a single condition as its complement', () => {
  const baseline = profile('ALLOW', [entry('accept4', 'ERRNO', arg(0, 'EQ', 1))])
  const artifact = profile('KILL', [entry('accept4', 'ALLOW')])
  expect(merged([baseline, artifact])).toMatchObject({
    rules: ['accept4 ERRNO a0 EQ 1', 'accept4 ALLOW a0 NE 1'],
    more: 0,
  })
})

it('denies a call whose unconditional rule would stand beside conditions that have no complement', () => {
  const baseline = profile('ALLOW', [entry('clone', 'ERRNO', arg(0, 'MASKED_EQ', 8, 8))])
  const artifact = profile('KILL', [entry('clone', 'ALLOW')])
  expect(merged([baseline, artifact])).toMatchObject({ rules: ['clone ERRNO'], more: 1 })
})

it('reads rules of which libseccomp obeys one by its own order as one rule', () => {
  const baseline = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'EQ', 1))])
  const artifact = profile('ALLOW', [
    entry('read', 'ERRNO', arg(0, 'LT', 5)),
    entry('read', 'TRAP', arg(1, 'EQ', 1)),
  ])
  expect(mergeProfiles([baseline, artifact]).profile.syscalls).toEqual([
    { names: ['read'], action: 'SCMP_ACT_TRAP' },
  ])
})

it('reads several rules with several conditions each as one rule, though they have one action', () => {
  const artifact = profile('ERRNO', [
    entry('read', 'ALLOW', arg(0, 'EQ', 1), arg(1, 'EQ', 2)),
    entry('read', 'ALLOW', arg(0, 'EQ', 3), arg(1, 'EQ', 4)),
  ])
  expect(merged([profile('ALLOW', []), artifact])).toMatchObject({ rules: [], more: 1 })
})

it('keeps single conditions of one action, whatever they test', () => {
  const artifact = profile('ERRNO', [
    entry('read', 'ALLOW', arg(0, 'LT', 3)),
    entry('read', 'ALLOW', arg(1, 'EQ', 2)),
  ])
  expect(merged([profile('ALLOW', []), artifact])).toMatchObject({
    rules: ['read ALLOW a0 LT 3', 'read ALLOW a1 EQ 2'],
    more: 0,
  })
  // A comparison by order with a value above 32 bits, and another condition on the argument: together they are no
  // safe shape.
  const wide = profile('ERRNO', [
    entry('read', 'ALLOW', arg(0, 'LT', 2n ** 33n)),
    entry('read', 'ALLOW', arg(0, 'EQ', 2n ** 40n)),
  ])
  expect(mergeProfiles([profile('ALLOW', []), wide]).profile.syscalls).toEqual([])
})

it('keeps equal comparisons with any results, where their values differ in the low word', () => {
  const rules = (two: bigint) => [
    entry('read', 'ALLOW', arg(0, 'EQ', 1)),
    entry('read', 'LOG', arg(0, 'EQ', two)),
  ]
  expect(mergeProfiles([profile('ALLOW', []), profile('ERRNO', rules(2n))]).profile.syscalls).toHaveLength(2)
  expect(
    mergeProfiles([profile('ALLOW', []), profile('ERRNO', rules(2n ** 32n + 1n))]).profile.syscalls,
  ).toEqual([])
})

it('gives rules that differ in their errno alone one errno, and keeps their conditions', () => {
  const baseline = profile('ALLOW', [{ ...entry('socket', 'ERRNO', arg(0, 'EQ', 16)), errnoRet: 97 }])
  const artifact = profile('ALLOW', [entry('socket', 'ERRNO', arg(1, 'EQ', 3))])
  expect(merged([baseline, artifact]).rules).toEqual(['socket ERRNO 97 a0 EQ 16', 'socket ERRNO 97 a1 EQ 3'])
})

it('takes several conditions on one argument for alternatives, as runc does', () => {
  const artifact = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'EQ', 1), arg(0, 'EQ', 2))])
  expect(rulesOf(profile('ALLOW', []), artifact)).toEqual(['read ALLOW a0 EQ 1', 'read ALLOW a0 EQ 2'])
})

it('takes the first unconditional rule of a call, and drops the others', () => {
  const artifact = profile('ERRNO', [
    entry('read', 'LOG', arg(0, 'EQ', 1)),
    entry('read', 'ALLOW'),
    entry('read', 'KILL'),
    entry('write', 'ERRNO'),
    entry('write', 'ALLOW'),
  ])
  expect(rulesOf(profile('ALLOW', []), artifact)).toEqual(['read,write ALLOW'])
})

it('compares conditions by the bits that libseccomp reads', () => {
  const baseline = profile('ERRNO', [
    entry('clone', 'ALLOW', arg(0, 'MASKED_EQ', 0xf0, 0x1f)),
    entry('read', 'ALLOW', arg(0, 'MASKED_EQ', 0, 7)),
  ])
  const artifact = profile('ERRNO', [
    entry('clone', 'ALLOW', arg(0, 'MASKED_EQ', 0xf0, 0x10)),
    entry('read', 'ALLOW'),
  ])
  expect(rulesOf(baseline, artifact)).toEqual(['clone ALLOW a0 MASKED_EQ 240 16', 'read ALLOW'])
})

it('takes the strictest reading of a rule whose mask has no bit', () => {
  // libseccomp obeys the first of two rules without conditions, and takes the first rule here as one.
  const first = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'MASKED_EQ', 0, 0)), entry('read', 'TRAP')])
  const beside = profile('ERRNO', [
    entry('read', 'ALLOW', arg(0, 'MASKED_EQ', 0, 0)),
    entry('read', 'KILL', arg(1, 'EQ', 1)),
  ])
  const open = profile('ALLOW', [])
  expect(mergeProfiles([first, open]).profile.syscalls).toEqual([
    { names: ['read'], action: 'SCMP_ACT_TRAP' },
  ])
  expect(mergeProfiles([beside, open]).profile.syscalls).toEqual([
    { names: ['read'], action: 'SCMP_ACT_KILL_THREAD' },
  ])
})

it('merges three profiles, and keeps one as it is', () => {
  const one = profile('ERRNO', [
    entry('read', 'ALLOW'),
    entry('write', 'ALLOW'),
    entry('ioctl', 'ALLOW', arg(1, 'EQ', 5)),
  ])
  const two = profile('ERRNO', [entry('read', 'ALLOW'), entry('ioctl', 'ALLOW', arg(0, 'EQ', 1))])
  const three = profile('LOG', [])
  expect(rulesOf(one, two, three)).toEqual(['ioctl LOG a0 EQ 1 a1 EQ 5', 'read LOG'])
  expect(rulesOf(one)).toEqual(['ioctl ALLOW a1 EQ 5', 'read,write ALLOW'])
})

it('gives a call one rule where there are too many pairs', () => {
  const many = (index: number) =>
    profile(
      'ERRNO',
      Array.from({ length: 65 }, (_, i) => entry('read', 'ALLOW', arg(index, 'EQ', i))),
    )
  expect(mergeProfiles([many(0), many(1)]).profile.syscalls).toEqual([])
  expect(mergeProfiles([many(0), many(0)]).profile.syscalls).toEqual([])
})

const [X86_64, X86, ARM64] = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_AARCH64']
const listing = (...architectures: readonly string[]) =>
  profile('ERRNO', [entry('read', 'ALLOW')], { architectures })

it.each([
  [[X86_64, X86], [X86_64], undefined, [X86_64]],
  [[X86_64, X86], [], undefined, [X86_64, X86]],
  [[X86_64, X86], [], 'native', []],
  [[], [X86_64], undefined, [X86_64]],
  [[X86], [X86_64], undefined, []],
  [[ARM64], [], 'native', []],
] as const)(
  'of the architectures %j and %j keeps, where none is %s, %j',
  (one, two, emptyArchitectures, expected) => {
    const options = emptyArchitectures === undefined ? {} : { emptyArchitectures }
    expect(merged([listing(...one), listing(...two)], options).profile.architectures).toEqual(expected)
  },
)

it('does not let an empty intersection defer to a third profile', () => {
  expect(merged([listing(X86), listing(X86_64), listing(X86)]).profile.architectures).toEqual([])
})

it('drops 32-bit architectures where a value has more bits', () => {
  const wide = profile('ERRNO', [entry('read', 'ALLOW', arg(0, 'EQ', 2n ** 32n + 5n))], {
    architectures: [X86_64, X86],
  })
  expect(merged([listing(X86_64, X86), wide])).toMatchObject({
    dropped: ['x86'],
    profile: { architectures: [X86_64] },
  })
  expect(mergeProfiles([listing(X86), wide], { native: 'x86' }).profile.syscalls).toEqual([])
})

const flagged = (...flags: readonly string[]) =>
  profile('ERRNO', [], { flags: flags.map((flag) => `SECCOMP_FILTER_FLAG_${flag}`) })

it.each([
  [['SPEC_ALLOW'], ['SPEC_ALLOW'], ['SPEC_ALLOW']],
  [['SPEC_ALLOW'], [], []],
  [[], ['LOG'], ['LOG']],
  [
    ['LOG', 'TSYNC'],
    ['TSYNC', 'SPEC_ALLOW'],
    ['LOG', 'TSYNC'],
  ],
] as const)('of the flags %j and %j keeps %j', (one, two, expected) => {
  const { flags = [] } = mergeProfiles([flagged(...one), flagged(...two)]).profile
  expect(flags).toEqual(expected.map((flag) => `SECCOMP_FILTER_FLAG_${flag}`))
})

it('keeps the listener of the baseline, and refuses one of the artifact', () => {
  const listener = {
    listenerPath: '/run/agent.sock',
    listenerMetadata: 'm',
    flags: ['SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV'],
  }
  const baseline = profile('ERRNO', [entry('mkdir', 'NOTIFY')], listener)
  expect(mergeProfiles([baseline, profile('ALLOW', [])]).profile).toMatchObject({
    ...listener,
    syscalls: [{ names: ['mkdir'], action: 'SCMP_ACT_NOTIFY' }],
  })
  const refused: readonly (readonly [MergeInput, string])[] = [
    [
      profile('ERRNO', [], { listenerPath: '/a' }),
      'p.json:1:1: profile has a listener, which only the node can provide; remove it from the artifact',
    ],
    [profile('ERRNO', [], { listenerMetadata: 'a' }), 'p.json:1:1: profile has a listener, '],
    [
      flagged('WAIT_KILLABLE_RECV'),
      'p.json:1:1: profile has the flag "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV" of a listener, ',
    ],
    [
      profile('ERRNO', [entry('mkdir', 'NOTIFY')]),
      'p.json:1:47: rule notifies a listener, which only the node',
    ],
  ]
  for (const [artifact, message] of refused)
    expect(() => mergeProfiles([baseline, artifact])).toThrow(message)
})

it.each([
  [
    'p.json:1:47: rule notifies a listener, and the profile has no "listenerPath"',
    profile('ERRNO', [entry('mkdir', 'NOTIFY')]),
  ],
  [
    'rule leaves "write" to the listener, and runc refuses that',
    profile('ERRNO', [entry('write', 'NOTIFY')], { listenerPath: '/a' }),
  ],
  [
    'default leaves calls to the listener, and runc refuses that',
    profile('NOTIFY', [], { listenerPath: '/a' }),
  ],
  [
    'p.json:1:1: profile has "archMap", which is a key of Docker; the merge takes "architectures", as a runtime gets them',
    profile('ERRNO', [], { archMap: [{ architecture: X86_64 }] }),
  ],
  [
    'rule has "includes" or "excludes", which are keys of Docker; the merge takes the profile that a runtime gets',
    profile('ERRNO', [{ ...entry('bpf', 'ALLOW'), includes: { caps: ['CAP_BPF'] } } as ProfileEntry]),
  ],
  [
    'rule has an errno by name, "ENOSYS"; the merge takes "errnoRet", a number',
    profile('ALLOW', [{ ...entry('bpf', 'ERRNO'), errno: 'ENOSYS' } as ProfileEntry]),
  ],
  [
    'profile has more than 65536 rules; the merge takes no more',
    profile('ERRNO', [
      { names: Array.from({ length: 65_537 }, (_, i) => `n${i}`), action: 'SCMP_ACT_ALLOW' },
    ]),
  ],
] as const)('%s', (message, input) => {
  expect(() => mergeProfiles([input, profile('ALLOW', [])])).toThrow(
    expect.objectContaining({ name: 'PolicyError', message: expect.stringContaining(message) as string }),
  )
})

it('takes one to three profiles', () => {
  const one = profile('ERRNO', [])
  expect(() => mergeProfiles([])).toThrow('no profile to merge; give two or three')
  expect(() => mergeProfiles([one, one, one, one])).toThrow('4 profiles to merge; expected at most 3')
})

it('keeps names of any kind, and writes the same for the same', () => {
  const odd = profile('ERRNO', [entry('__proto__', 'ALLOW'), entry('constructor', 'ALLOW')])
  expect(mergeProfiles([odd, profile('ALLOW', [])]).profile.syscalls).toEqual([
    { names: ['__proto__', 'constructor'], action: 'SCMP_ACT_ALLOW' },
  ])
  const [a, b] = [entry('read', 'ALLOW'), entry('write', 'ALLOW')]
  const other = profile('ALLOW', [])
  expect(mergeProfiles([profile('ERRNO', [a, b]), other]).text).toBe(
    mergeProfiles([profile('ERRNO', [b, a]), other]).text,
  )
})

it("merges Docker's profile with that of a program", () => {
  const abis = [abiTable('x86_64')]
  const baseline = parseProfile(writeProfile(resolve(dockerProfile, { abis }).rules, { abis }).text, {
    file: 'docker.json',
  })
  const artifact = profile('ERRNO', [
    entry('read', 'ALLOW'),
    entry('socket', 'ALLOW', arg(0, 'LE', 10)), // Docker's profile has conditions on this argument
    entry('clone', 'ALLOW', arg(1, 'EQ', 0)), // and on another argument of clone
  ])
  expect(merged([baseline, artifact])).toMatchObject({
    rules: [
      'clone ALLOW a0 MASKED_EQ 2114060288 0 a1 EQ 0',
      'clone3 ERRNO 38', // from the earlier input
      'read ALLOW',
    ],
    more: 1,
  })
})

it('gives calls for which rules of both hold the stricter result', () => {
  const one = profile('ERRNO', [entry('ioctl', 'ALLOW', arg(0, 'EQ', 1))])
  const other = profile('ERRNO', [entry('ioctl', 'LOG', arg(1, 'EQ', 2))])
  expect(rulesOf(one, other)).toEqual(['ioctl LOG a0 EQ 1 a1 EQ 2'])
  expect(rulesOf(other, one)).toEqual(['ioctl LOG a0 EQ 1 a1 EQ 2'])
})
