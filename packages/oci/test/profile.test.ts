import { parseProfile, profileAbis } from '@seccompile/oci'
import type { Profile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

const parse = (profile: unknown): Profile =>
  parseProfile(typeof profile === 'string' ? profile : JSON.stringify(profile, undefined, 2), {
    file: 'p.json',
  })

const RULE = { names: ['read'], action: 'SCMP_ACT_ALLOW' }
const BASE = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: [RULE] }
const withRule = (fields: object) => parse({ ...BASE, syscalls: [{ ...RULE, ...fields }] })
const firstRule = (profile: Profile) => profile.policy.rules[0]!

describe('actions', () => {
  it.each([
    ['SCMP_ACT_KILL', 'KILL_THREAD', 0],
    ['SCMP_ACT_KILL_THREAD', 'KILL_THREAD', 0],
    ['SCMP_ACT_KILL_PROCESS', 'KILL_PROCESS', 0],
    ['SCMP_ACT_TRAP', 'TRAP', 0],
    ['SCMP_ACT_ERRNO', 'ERRNO', 1],
    ['SCMP_ACT_TRACE', 'TRACE', 1],
    ['SCMP_ACT_ALLOW', 'ALLOW', 0],
    ['SCMP_ACT_LOG', 'LOG', 0],
    ['SCMP_ACT_NOTIFY', 'USER_NOTIF', 0],
  ])('%s is %s', (word, action, data) => {
    expect(firstRule(withRule({ action: word })).action).toEqual({ action, data })
    expect(parse({ ...BASE, defaultAction: word }).policy.defaultAction).toEqual({ action, data })
  })

  it('take their data from errnoRet and defaultErrnoRet', () => {
    const profile = parse({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      syscalls: [
        { names: ['read'], action: 'SCMP_ACT_ERRNO', errnoRet: 0 },
        { names: ['write'], action: 'SCMP_ACT_TRACE', errnoRet: 65535 },
        { names: ['close'], action: 'SCMP_ACT_ERRNO' },
      ],
    })
    expect(profile.policy.defaultAction).toEqual({ action: 'ERRNO', data: 38 })
    // A rule without errnoRet gets EPERM, not the default's errno.
    expect(profile.policy.rules.map(({ action }) => action.data)).toEqual([0, 65535, 1])
    expect(profile.warnings).toEqual([])
  })

  it('take an errno by name, as in Podman, with its number on each ABI', () => {
    const profile = parse({
      defaultAction: 'SCMP_ACT_ERRNO',
      defaultErrnoRet: 38,
      defaultErrno: 'ENOSYS',
      syscalls: [
        { names: ['read'], action: 'SCMP_ACT_ERRNO', errno: 'EACCES' },
        { names: ['write'], action: 'SCMP_ACT_ERRNO', errnoRet: 5, errno: '' },
        { names: ['close'], action: 'SCMP_ACT_ERRNO', errno: '13' },
      ],
    })
    expect(profile.policy.defaultAction).toEqual({ action: 'ERRNO', data: 'ENOSYS' })
    expect(profile.policy.rules.map(({ action }) => action.data)).toEqual(['EACCES', 5, 13])
    expect(profile.warnings).toEqual([])
    const verdicts = (['x86_64', 'mips'] as const).map((token) => {
      const { rules } = resolve(profile.policy, { abis: [abiTable(token)] })
      return rules.sections[0]!.otherwise & 0xffff
    })
    expect(verdicts).toEqual([38, 89])
  })

  it('warn of an errno by name that is ignored', () => {
    const messages = (fields: object) => withRule(fields).warnings.map(({ message }) => message)
    expect(messages({ errno: 'EPERM' })).toEqual([
      'p.json:9:16: "errno" is ignored: SCMP_ACT_ALLOW has no errno',
    ])
    expect(messages({ errno: '' })).toEqual([])
    expect(messages({ action: 'SCMP_ACT_TRACE', errno: 'EPERM' })).toEqual([
      'p.json:9:16: "errno" is ignored: SCMP_ACT_TRACE has no errno',
    ])
  })

  it('warn of data that is ignored or cut', () => {
    const messages = withRule({ errnoRet: 5 }).warnings.map(({ message }) => message)
    expect(messages).toEqual(['p.json:9:19: "errnoRet" is ignored: SCMP_ACT_ALLOW has no errno'])
    expect(withRule({ action: 'SCMP_ACT_ERRNO', errnoRet: 4096 }).warnings[0]?.message).toBe(
      'p.json:9:19: "errnoRet" is 4096; the kernel returns 4095 at most',
    )
  })

  it('warn of what runc does not leave to a listener', () => {
    const why = 'left to the listener, and runc refuses that: it has to write to reach it'
    const messages = (profile: unknown) => parse(profile).warnings.map(({ message }) => message)
    const rule = { names: ['mount', 'write'], action: 'SCMP_ACT_NOTIFY' }
    expect(messages({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [rule] })).toEqual([
      `p.json:7:9: "write" is ${why}`,
    ])
    expect(messages({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ ...rule, names: ['mount'] }] })).toEqual(
      [],
    )
    expect(messages({ ...BASE, defaultAction: 'SCMP_ACT_NOTIFY' })).toEqual([
      `p.json:2:20: calls that no rule covers are ${why}`,
    ])
  })
})

describe('rules', () => {
  it('keep the places of rule, name and condition', () => {
    const { policy } = parse(`{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["read", "write"], "action": "SCMP_ACT_ALLOW",
      "args": [ { "index": 0, "value": 5, "op": "SCMP_CMP_EQ" } ] }
  ]
}`)
    expect(policy.name).toBe('p.json')
    expect(policy.rules).toEqual([
      {
        names: [
          { name: 'read', source: { file: 'p.json', line: 4, column: 17 } },
          { name: 'write', source: { file: 'p.json', line: 4, column: 25 } },
        ],
        action: { action: 'ALLOW', data: 0 },
        args: [{ op: 'EQ', index: 0, value: 5n, source: { file: 'p.json', line: 5, column: 17 } }],
        source: { file: 'p.json', line: 4, column: 5 },
      },
    ])
  })

  it('take the old single name', () => {
    const rule = { name: 'read', action: 'SCMP_ACT_ALLOW' }
    expect(firstRule(parse({ ...BASE, syscalls: [rule] })).names.map(({ name }) => name)).toEqual(['read'])
    expect(withRule({ name: '' }).policy.rules[0]!.names).toHaveLength(1)
  })

  it('take null and empty parts for absent ones, as Go does', () => {
    const rule = firstRule(
      withRule({
        name: null,
        args: null,
        errnoRet: null,
        includes: {},
        excludes: { caps: [], arches: null, minKernel: '' },
      }),
    )
    expect(Object.keys(rule).sort()).toEqual(['action', 'args', 'names', 'source'])
    expect(withRule({ args: [] }).policy.rules[0]!.args).toEqual([])
  })

  it('read includes and excludes', () => {
    const rule = firstRule(
      withRule({
        includes: { caps: ['CAP_BPF', 'CAP_PERFMON'], arches: ['amd64', 'x32', 's390x'], minKernel: '4.8' },
        excludes: { caps: ['CAP_SYS_ADMIN'] },
      }),
    )
    expect(rule.includes).toEqual({
      caps: ['CAP_BPF', 'CAP_PERFMON'],
      arches: ['amd64', 'x32', 's390x'],
      minKernel: { major: 4, minor: 8 },
    })
    expect(rule.excludes).toEqual({ caps: ['CAP_SYS_ADMIN'] })
  })

  it('read the "4.8.0" of an old profile of Docker as 4.8', () => {
    const { includes } = firstRule(withRule({ includes: { minKernel: '4.8.0' } }))
    expect(includes).toEqual({ minKernel: { major: 4, minor: 8 } })
  })
})

describe('conditions', () => {
  const args = (...list: string[]) =>
    parse(
      `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[${list.join()}]}]}`,
    )

  it.each(['NE', 'LT', 'LE', 'EQ', 'GE', 'GT'])('have the operator %s', (op) => {
    const [condition] = firstRule(args(`{"index":5,"value":7,"op":"SCMP_CMP_${op}"}`)).args
    expect(condition).toMatchObject({ op, index: 5, value: 7n })
  })

  it('have the mask in value and the datum in valueTwo', () => {
    const masked = '{"index":0,"value":2114060288,"valueTwo":5,"op":"SCMP_CMP_MASKED_EQ"}'
    expect(firstRule(args(masked)).args[0]).toMatchObject({
      op: 'MASKED_EQ',
      value: 0x7e02_0000n,
      valueTwo: 5n,
    })
    const short = '{"index":0,"value":2114060288,"op":"SCMP_CMP_MASKED_EQ"}'
    expect(firstRule(args(short)).args[0]).toMatchObject({ valueTwo: 0n })
  })

  it.each(['9007199254740993', '18446744073709551615', '0'])('keep the value %s whole', (text) => {
    const [condition] = firstRule(args(`{"index":0,"value":${text},"op":"SCMP_CMP_EQ"}`)).args
    expect(condition).toMatchObject({ value: BigInt(text) })
  })

  it('stand alone where an argument is tested twice, and a warning says so', () => {
    const profile = args(
      '{"index":0,"value":1,"op":"SCMP_CMP_GE"}',
      '{"index":1,"value":2,"op":"SCMP_CMP_EQ"}',
      '{"index":0,"value":5,"op":"SCMP_CMP_LE"}',
    )
    expect(profile.policy.rules.map((rule) => rule.args.map(({ op, index }) => `${index} ${op}`))).toEqual([
      ['0 GE'],
      ['1 EQ'],
      ['0 LE'],
    ])
    expect(profile.warnings.map(({ message }) => message)).toEqual([
      'p.json:1:181: argument 0 is tested twice in one rule, so each of its 3 conditions counts as a rule of its own: ' +
        'one that holds is enough',
    ])
  })

  it('warn of a second value that is ignored', () => {
    const { warnings } = args('{"index":0,"value":1,"valueTwo":2,"op":"SCMP_CMP_EQ"}')
    expect(warnings[0]?.message).toMatch(/^p\.json:1:\d+: "valueTwo" is ignored: SCMP_CMP_EQ has one value$/)
    expect(args('{"index":0,"value":1,"valueTwo":0,"op":"SCMP_CMP_EQ"}').warnings).toEqual([])
  })
})

describe('what a filter cannot hold', () => {
  it('is handed on', () => {
    const profile = parse({
      ...BASE,
      flags: ['SECCOMP_FILTER_FLAG_LOG', 'SECCOMP_FILTER_FLAG_SPEC_ALLOW'],
      listenerPath: '/run/agent.sock',
      listenerMetadata: 'id=7',
    })
    expect(profile).toMatchObject({
      flags: ['SECCOMP_FILTER_FLAG_LOG', 'SECCOMP_FILTER_FLAG_SPEC_ALLOW'],
      listenerPath: '/run/agent.sock',
      listenerMetadata: 'id=7',
    })
    expect(Object.keys(parse(BASE)).sort()).toEqual(['flags', 'policy', 'warnings'])
  })
})

describe('the ABIs of a profile', () => {
  it('are the main one and what archMap has for it', () => {
    const profile = parse({
      ...BASE,
      archMap: [
        { architecture: 'SCMP_ARCH_X86_64', subArchitectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X32'] },
        { architecture: 'SCMP_ARCH_RISCV64', subArchitectures: null },
      ],
    })
    expect(profileAbis(profile, 'x86_64')).toEqual(['x86_64', 'x86', 'x32'])
    expect(profileAbis(profile, 'riscv64')).toEqual(['riscv64'])
    expect(profileAbis(profile, 'aarch64')).toEqual(['aarch64'])
  })

  it('are the main one and architectures', () => {
    const profile = parse({ ...BASE, architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'], archMap: [] })
    expect(profileAbis(profile, 'x86_64')).toEqual(['x86_64', 'x86'])
    expect(profileAbis(parse(BASE), 'x86_64')).toEqual(['x86_64'])
  })
})

describe('keys that are misspelt', () => {
  it.each([
    ['arg', { arg: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ' }] }, 'args'],
    ['includess', { includess: { caps: ['CAP_BPF'] } }, 'includes'],
    ['exludes', { exludes: { caps: ['CAP_BPF'] } }, 'excludes'],
    ['minKerenl', { includes: { minKerenl: '4.8' } }, 'minKernel'],
    ['valueTow', { args: [{ index: 0, value: 1, op: 'SCMP_CMP_MASKED_EQ', valueTow: 1 }] }, 'valueTwo'],
  ])('are of high severity, since %s loses what may only refuse', (key, others, meant) => {
    const { warnings } = parse({ ...BASE, syscalls: [{ ...RULE, ...others }] })
    expect(warnings).toMatchObject([{ name: 'misspelt-key', severity: 'high' }])
    expect(warnings[0]?.message).toContain(`unknown key "${key}" is ignored; did you mean "${meant}"?`)
  })

  it('are so where all rules are lost', () => {
    const { syscalls: _, ...others } = BASE as { readonly syscalls?: unknown }
    expect(parse({ ...others, syscals: [RULE] }).warnings).toMatchObject([{ name: 'misspelt-key' }])
  })

  it.each([
    [{ includes: { arch: ['amd64'] } }, '; did you mean "arches"?'],
    [{ excludes: { kernel: '4.8' } }, ''],
  ])('are of high severity where a condition was to stand: %j', (others, hint) => {
    const { warnings } = parse({ ...BASE, syscalls: [{ ...RULE, ...others }] })
    expect(warnings).toMatchObject([{ name: 'lost-condition', severity: 'high' }])
    expect(warnings[0]?.message).toMatch(new RegExp(`is ignored${hint.replace('?', '\\?')}$`))
  })

  it('are not those of other words', () => {
    const { warnings } = parse({ ...BASE, syscalls: [{ ...RULE, note: 'why', priority: 3 }] })
    expect(warnings.map(({ name }) => name)).toEqual(['ignored-key', 'ignored-key'])
  })
})

describe('keys nobody knows', () => {
  it('are ignored with a warning in the order of the text, notes without one', () => {
    const profile = parse({
      comment: 'mine',
      $schema: 'x',
      defaultErrnoRat: 5,
      ...BASE,
      syscalls: [
        { ...RULE, comment: 'why', priority: 3, args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ', x: 1 }] },
      ],
      __proto: {},
    })
    expect(profile.warnings.map(({ message }) => message)).toEqual([
      'p.json:4:3: unknown key "defaultErrnoRat" is ignored; did you mean "defaultErrnoRet"?',
      'p.json:13:7: unknown key "priority" is ignored',
      'p.json:19:11: unknown key "x" is ignored',
      'p.json:24:3: unknown key "__proto" is ignored',
    ])
  })

  it('like __proto__ are keys like any other', () => {
    const text = '{"__proto__":{"defaultAction":"SCMP_ACT_ALLOW"},"syscalls":[]}'
    expect(() => parse(text)).toThrow('profile has no "defaultAction"')
  })
})
