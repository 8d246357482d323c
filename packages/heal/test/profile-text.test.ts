/* The edit of a profile keeps every other byte, and looks as what stands around it. */
import { yamlProfile } from '@seccompile/heal'
import { parseProfile } from '@seccompile/oci'
import { signedAbiTable } from '@seccompile/signatures'
import { parseSpo } from '@seccompile/spo'
import { describe, expect, it } from 'vitest'
import { changedLines, healedProfile, healedYaml, rowsOf, verdictOf } from './healed.ts'

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`

const TALL = lines(
  '{',
  '\t"defaultAction": "SCMP_ACT_ERRNO",',
  '\t"syscalls": [',
  '\t\t{',
  '\t\t\t"names": [',
  '\t\t\t\t"close",',
  '\t\t\t\t"read"',
  '\t\t\t],',
  '\t\t\t"action": "SCMP_ACT_ALLOW",',
  '\t\t\t"args": [],',
  '\t\t\t"comment": "the base"',
  '\t\t}',
  '\t]',
  '}',
)

const FLAT = lines(
  '{ "defaultAction": "SCMP_ACT_ERRNO",',
  '  "syscalls": [',
  '    {"names":["read","close"],"action":"SCMP_ACT_ALLOW"}',
  '  ] }',
)

const SOCKET = rowsOf('socket', [2n, 0x8_0001n, 6n])

describe('a profile of several lines', () => {
  it('gets a name in its place among sorted names', () => {
    expect(changedLines(TALL, healedProfile(TALL, rowsOf('getpid')).text)).toEqual({
      removed: '',
      added: '\t\t\t\t"getpid",',
    })
  })

  it('gets a name behind the last one', () => {
    expect(changedLines(TALL, healedProfile(TALL, rowsOf('write')).text)).toEqual({
      removed: '\t\t\t\t"read"',
      added: '\t\t\t\t"read",\n\t\t\t\t"write"',
    })
  })

  it('gets an entry with the seen values of the arguments that select', () => {
    const { added } = changedLines(TALL, healedProfile(TALL, SOCKET).text)
    expect(added.replaceAll('\t', ' ').split('\n')).toEqual([
      '  },',
      '  {',
      '   "names": [',
      '    "socket"',
      '   ],',
      '   "action": "SCMP_ACT_ALLOW",',
      '   "args": [',
      '    {',
      '     "index": 0,',
      '     "value": 2,',
      '     "op": "SCMP_CMP_EQ"',
      '    },',
      '    {',
      '     "index": 1,',
      '     "value": 15,',
      '     "valueTwo": 1,',
      '     "op": "SCMP_CMP_MASKED_EQ"',
      '    },',
      '    {',
      '     "index": 2,',
      '     "value": 6,',
      '     "op": "SCMP_CMP_EQ"',
      '    }',
      '   ]',
    ])
  })

  it('keeps carriage returns and a byte order mark', () => {
    const text = `\ufeff${TALL.replaceAll('\n', '\r\n')}`
    const healed = healedProfile(text, [...rowsOf('getpid'), ...SOCKET]).text
    expect(healed?.startsWith('\ufeff{\r\n')).toBe(true)
    expect(healed?.replaceAll('\r\n', '')).not.toContain('\n')
    expect(verdictOf(parseProfile(healed!, { file: 'p' }).policy, 'getpid')).toBe('ALLOW')
  })
})

describe('a profile of one line an entry', () => {
  it('gets a name and an entry on one line each', () => {
    expect(changedLines(FLAT, healedProfile(FLAT, [...rowsOf('getpid'), ...SOCKET]).text)).toEqual({
      removed: '    {"names":["read","close"],"action":"SCMP_ACT_ALLOW"}',
      added: lines(
        '    {"names":["read","close","getpid"],"action":"SCMP_ACT_ALLOW"},',
        '    {"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":2,"op":"SCMP_CMP_EQ"},{"index":1,"value":15,"valueTwo":1,"op":"SCMP_CMP_MASKED_EQ"},{"index":2,"value":6,"op":"SCMP_CMP_EQ"}]}',
      ).trimEnd(),
    })
  })

  it('gets a list of entries where it has an empty one, or none', () => {
    for (const text of [
      '{\n  "defaultAction": "SCMP_ACT_ERRNO",\n  "syscalls": []\n}\n',
      '{\n  "defaultAction": "SCMP_ACT_ERRNO"\n}\n',
      '{"defaultAction":"SCMP_ACT_ERRNO"}',
    ]) {
      const healed = healedProfile(text, rowsOf('getpid')).text!
      const { policy } = parseProfile(healed, { file: 'p' })
      expect([verdictOf(policy, 'getpid'), verdictOf(policy, 'read')]).toEqual(['ALLOW', 'ERRNO(1)'])
    }
    expect(healedProfile('{\n  "defaultAction": "SCMP_ACT_ERRNO"\n}\n', rowsOf('getpid')).text).toBe(
      lines(
        '{',
        '  "defaultAction": "SCMP_ACT_ERRNO",',
        '  "syscalls": [',
        '    {',
        '      "names": [',
        '        "getpid"',
        '      ],',
        '      "action": "SCMP_ACT_ALLOW"',
        '    }',
        '  ]',
        '}',
      ),
    )
  })
})

describe('a rule that refuses', () => {
  const refusing = (names: string, more = ''): string =>
    `{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":[${names}],"action":"SCMP_ACT_ERRNO"${more}}, {"names":["bpf"],"action":"SCMP_ACT_ERRNO"}]}`

  it('loses the name', () => {
    for (const [names, left] of [
      ['"socket", "mount"', '"mount"'],
      ['"mount", "socket"', '"mount"'],
      ['"mount", "socket", "swapon"', '"mount", "swapon"'],
    ] as const)
      expect(healedProfile(refusing(names), SOCKET).text).toBe(refusing(left))
  })

  it('goes with its last name', () => {
    expect(healedProfile(refusing('"socket"'), SOCKET).text).toBe(
      '{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["bpf"],"action":"SCMP_ACT_ERRNO"}]}',
    )
  })

  it('loses the name to the rule that allows it, if it refused what others may do', () => {
    const text =
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW"},{"names":["clone3","bpf"],"action":"SCMP_ACT_ERRNO","errnoRet":38}]}'
    expect(healedProfile(text, rowsOf('clone3')).text).toBe(
      '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read","clone3"],"action":"SCMP_ACT_ALLOW"},{"names":["bpf"],"action":"SCMP_ACT_ERRNO","errnoRet":38}]}',
    )
  })
})

it("keeps Docker's capabilities and kernels: a rule that does not take part is left as it is", () => {
  const text =
    '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW"},{"names":["mount"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"],"minKernel":"4.8"}}]}'
  const row = rowsOf('mount', [null, null, null, 0x1000n])
  const healed = healedProfile(text, row, { abis: [signedAbiTable('x86_64')], caps: [] }).text!
  expect(healed.startsWith(text.slice(0, -2))).toBe(true)
  expect(healedProfile(text, row, { abis: [signedAbiTable('x86_64')], caps: ['CAP_SYS_ADMIN'] }).text).toBe(
    text,
  )
})

const YAML = lines(
  'apiVersion: security-profiles-operator.x-k8s.io/v1beta1',
  'kind: SeccompProfile',
  'metadata: { name: one }',
  'spec:',
  '  defaultAction: SCMP_ACT_ERRNO',
  '  syscalls:',
  '    # what every program calls',
  '    - action: SCMP_ACT_ALLOW',
  '      names:',
  '        - exit_group # ends',
  '        - read',
)

describe('a SeccompProfile', () => {
  it('gets a name and an entry, and keeps comments', () => {
    expect(changedLines(YAML, healedYaml(YAML, [...rowsOf('getpid'), ...SOCKET]).text)).toEqual({
      removed: '        - read',
      added: [
        '        - getpid',
        '        - read',
        '    - action: SCMP_ACT_ALLOW',
        '      names:',
        '        - socket',
        '      args:',
        '        - index: 0',
        '          op: SCMP_CMP_EQ',
        '          value: 2',
        '        - index: 1',
        '          op: SCMP_CMP_MASKED_EQ',
        '          value: 15',
        '          valueTwo: 1',
        '        - index: 2',
        '          op: SCMP_CMP_EQ',
        '          value: 6',
      ].join('\n'),
    })
  })

  it('in brackets on several lines gets a name without the comment of another', () => {
    const text = YAML.replace(
      / {4}# what[^]*$/,
      '    - action: SCMP_ACT_ALLOW\n      names: [\n        read, # of files\n        write,\n      ]\n',
    )
    expect(changedLines(text, healedYaml(text, rowsOf('getpid')).text)).toEqual({
      removed: '',
      added: '        getpid,',
    })
  })

  it('has values of 63 bits', () => {
    const { text } = healedYaml(YAML, rowsOf('mprotect', [null, null, 1n]))
    expect(text).toContain(`value: ${2n ** 63n - 2n}\n`)
  })

  it('is edited alone, in a file of several', () => {
    const text = `${YAML.replace('name: one', 'name: two')}---\n${YAML}`
    const healed = healedYaml(text, rowsOf('getpid'), 'one').text!
    expect(healed.startsWith(`${YAML.replace('name: one', 'name: two')}---\n`)).toBe(true)
    expect(parseSpo(healed, { file: 'p', name: 'one' }).policy.rules[0]?.names).toHaveLength(3)
  })

  it('is not edited where a part of it stands for several', () => {
    const text = YAML.replace('names:', 'names: &all').concat('    - { action: SCMP_ACT_LOG, names: *all }\n')
    const { policy } = parseSpo(text, { file: 'p' })
    expect(yamlProfile(text, policy)).toBeUndefined()
  })

  it('in brackets gets its edit in brackets', () => {
    const text = YAML.replace(
      / {4}# what[^]*$/,
      '    - { action: SCMP_ACT_ALLOW, names: [exit_group, read] }\n',
    )
    expect(
      changedLines(text, healedYaml(text, [...rowsOf('getpid'), ...rowsOf('unshare', [0x400n])]).text).added,
    ).toBe(
      [
        '    - { action: SCMP_ACT_ALLOW, names: [exit_group, getpid, read] }',
        '    - action: SCMP_ACT_ALLOW',
        '      names: [unshare]',
        '      args:',
        '      - index: 0',
        '        op: SCMP_CMP_MASKED_EQ',
        `        value: ${(2n ** 63n - 1n) & ~0x400n}`,
        '        valueTwo: 0',
      ].join('\n'),
    )
  })

  it.each([
    ['an empty flow', 'spec: {defaultAction: SCMP_ACT_ERRNO, syscalls: []}\n'],
    ['a flow without a list', 'spec: {defaultAction: SCMP_ACT_ERRNO}\n'],
    ['an empty list', 'spec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls: []\n'],
    ['no list', 'spec:\n  defaultAction: SCMP_ACT_ERRNO\n'],
    [
      'a flow that begins on the line of its key',
      'spec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls: [{\n    names: [read],\n    action: SCMP_ACT_ALLOW}] # all\n',
    ],
    [
      'a flow on lines of its own',
      'spec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls: [\n    {\n      names: [read],\n      action: SCMP_ACT_ALLOW\n    }\n  ]\n',
    ],
  ])('gets an entry in %s', (_what, spec) => {
    const text = `${YAML.slice(0, YAML.indexOf('spec:'))}${spec}`
    const { text: healed } = healedYaml(text, rowsOf('socket', [2n, 1n, 6n]))
    const { policy } = parseSpo(healed!, { file: 'profile.yaml' })
    expect(verdictOf(policy, 'socket', 2n, 1n, 6n)).toBe('ALLOW')
    expect(verdictOf(policy, 'socket', 3n, 1n, 6n)).not.toBe('ALLOW')
  })

  it('without rules is not edited in a file of several', () => {
    const text = `${YAML.slice(0, YAML.indexOf('spec:'))}spec: {defaultAction: SCMP_ACT_ERRNO}\n`
    const { policy } = parseSpo(text, { file: 'p' })
    expect(yamlProfile(`${YAML.replace('name: one', 'name: two')}---\n${text}`, policy)).toBeUndefined()
  })
})
