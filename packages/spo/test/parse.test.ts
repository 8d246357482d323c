import { parseProfile } from '@seccompile/oci'
import { policyTables, resolve } from '@seccompile/policy'
import { isSpo, MAX_FILE_DEPTH, MAX_FILE_LENGTH, parseSpo } from '@seccompile/spo'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const HEAD = 'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\n'
const named = (name: string): string => `${HEAD}metadata: {name: ${name}}\n`
/** A profile whose spec begins on line 5. */
const file = (spec: string): string => `${named('web')}spec:\n${spec}`
const rule = (text: string): string => file(`  defaultAction: SCMP_ACT_ERRNO\n  syscalls:\n${text}`)
const condition = (text: string): string =>
  rule(`  - {names: [read], action: SCMP_ACT_ALLOW, args: [{index: 0, op: SCMP_CMP_EQ, ${text}}]}`)
const parse = (text: string, name?: string) =>
  parseSpo(text, { file: 'p.yaml', ...(name === undefined ? {} : { name }) })

const deny = '  defaultAction: SCMP_ACT_ERRNO\n'

/** Aliases, each of which repeats the one before it twice. */
const bomb = Array.from(
  { length: 30 },
  (_, i) => `a${i}: &a${i} [${i === 0 ? 1 : `*a${i - 1}, *a${i - 1}`}]`,
).join('\n')

// prettier-ignore
const REFUSED: readonly (readonly [text: string, message: string])[] = [
  ['', '1:1: file has no resource of kind "SeccompProfile"; the file is empty'],
  ['kind: Pod\n---\nkind: Pod\n---\nkind: Service', '1:1: file has no resource of kind "SeccompProfile"; found "Pod", "Service"'],
  ['- a', '1:1: document is an array; expected a resource of Kubernetes, an object with "kind"'],
  [`${file(deny)}---\n${file(deny)}`, '7:1: file has 2 profiles; name one of "web"'],
  [`${file(deny)}---\n${named('db')}`, '7:1: file has 2 profiles; name one of "web", "db"'],
  ['kind: SeccompProfile\n---\nkind: SeccompProfile', '3:1: file has 2 profiles; give each a metadata.name'],
  ['kind: SeccompProfile', '1:1: resource has no "apiVersion"; expected security-profiles-operator.x-k8s.io/v1 or security-profiles-operator.x-k8s.io/v1beta1'],
  ['kind: SeccompProfile\napiVersion: v1', '2:13: "apiVersion" is "v1"; expected security-profiles-operator.x-k8s.io/v1 or security-profiles-operator.x-k8s.io/v1beta1'],
  ['kind: SeccompProfile\napiVersion: other.io/v1', '2:13: "apiVersion" is "other.io/v1"; expected security-profiles-operator.x-k8s.io/v1 or security-profiles-operator.x-k8s.io/v1beta1'],
  [HEAD, '1:1: SeccompProfile has no "spec"; expected a profile'],
  [`${HEAD}spec: 5`, '3:7: "spec" is the number 5; expected a profile, an object'],
  [file('  flags: []'), '5:3: profile has no "defaultAction"; expected an action such as "SCMP_ACT_ALLOW"'],
  [file('  defaultAction: SCMP_ACT_DENY'), '5:18: unknown action "SCMP_ACT_DENY"; did you mean "SCMP_ACT_KILL"?'],
  [rule('  - names: read'), '7:12: "names" is the string "read"; expected an array of names of system calls'],
  [rule('  - {names: [read], action: SCMP_ACT_ALLOW, args: 5}'), '7:51: "args" is the number 5; expected an array of conditions'],
  [rule('  - action: SCMP_ACT_ALLOW'), '7:5: rule names no system call; expected some in "names"'],
  [condition('value: 1.5'), '7:87: "value" is 1.5; expected an integer from 0 to 18446744073709551615 in plain digits'],
  [condition('value: 18446744073709551616'), '7:87: "value" is 18446744073709551616; expected at most 9223372036854775807: a SeccompProfile has signed integers of 64 bits'],
  // issue 32: these were once read without a warning
  [condition('value: 9223372036854775808'), '7:87: "value" is 9223372036854775808; expected at most 9223372036854775807: a SeccompProfile has signed integers of 64 bits'],
  [condition('value: 0x8000000000000000'), '7:87: "value" is 9223372036854775808; expected at most'],
  [condition('value: 1, valueTwo: 18446744073709551615'), '7:100: "valueTwo" is 18446744073709551615; expected at most'],
  [file(deny).replace('v1beta1', 'v1alpha1'), '1:13: "apiVersion" is "security-profiles-operator.x-k8s.io/v1alpha1"; expected security-profiles-operator.x-k8s.io/v1 or security-profiles-operator.x-k8s.io/v1beta1'],
  [file(deny).replace('v1beta1', 'v99'), '1:13: "apiVersion" is "security-profiles-operator.x-k8s.io/v99"'],
  [condition('value: 010'), '7:87: number is "010", which is octal for some readers of YAML; write it without a leading zero'],
  [condition('value: 1_000'), '7:87: "value" is the string "1_000"; expected an integer from 0 to 18446744073709551615'],
  [`${file(deny)}  defaultAction: SCMP_ACT_LOG`, '6:3: key "defaultAction" is written twice, first at line 5; remove one'],
  [`base: &b {a: 1}\nrest:\n  <<: *b`, '3:3: merge key "<<" is not read; write the keys that it stands for'],
  ['? [a]\n: 1', '1:3: key is no text; expected a name such as "syscalls"'],
  ['5: 1', '1:1: key is no text; expected a name such as "syscalls"'],
  ['a: *b', '1:4: alias "b" has no complete part before it'],
  ['a: &b [*b]', '1:8: alias "b" has no complete part before it'],
  ['a: !thing 5', '1:4: not YAML: Unresolved tag: !thing'],
  ['a: [1', '1:6: not YAML: '],
  ['a: "\\q"', '1:5: not YAML: Invalid escape sequence \\q'],
  [bomb, '18:12: file has more than 500000 values, with those that aliases repeat; write less'],
  ['['.repeat(100_000), `1:${MAX_FILE_DEPTH + 2}: file nests deeper than ${MAX_FILE_DEPTH} levels`],
  ['- '.repeat(20_000), `1:131: file nests deeper than ${MAX_FILE_DEPTH} levels`],
  [' '.repeat(MAX_FILE_LENGTH + 1), `1:1: file has ${MAX_FILE_LENGTH + 1} characters; at most ${MAX_FILE_LENGTH} are read`],
]

it.each(REFUSED.map(([text, message]) => [message, text] as const))('%s', (message, text) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      name: 'PolicyError',
      message: expect.stringContaining(`p.yaml:${message}`) as string,
    }),
  )
})

it('reads a profile, with the places of its names', () => {
  const { policy, name, warnings } = parse(
    `\ufeff${rule('  - names: [read, write]\r\n    action: SCMP_ACT_ALLOW')}`,
  )
  expect([name, warnings]).toEqual(['web', []])
  expect(policy.rules[0]?.names[1]).toEqual({
    name: 'write',
    source: { file: 'p.yaml', line: 7, column: 19 },
  })
  const unknown = parse(rule('  - {names: [raed], action: SCMP_ACT_ALLOW}')).policy
  expect(resolve(unknown, { abis: policyTables(unknown, 'x86_64') }).warnings[0]?.message).toBe(
    'p.yaml:7:14: unknown system call "raed"; did you mean "read"?',
  )
})

it('means what the profile in the spec means', () => {
  const text = rule(`  - names: [socket]
    action: SCMP_ACT_ALLOW
    args:
    - {index: 0, value: 0x7fffffffffffffff, op: SCMP_CMP_NE}
  - names: [ioctl]
    action: SCMP_ACT_TRACE
    errnoRet: 7
    args: &same
    - {index: 1, value: 240, valueTwo: 16, op: SCMP_CMP_MASKED_EQ}
  - {names: [fcntl], action: SCMP_ACT_LOG, args: *same}
  architectures: [SCMP_ARCH_X86_64, SCMP_ARCH_X86, SCMP_ARCH_NATIVE]
  flags: [SECCOMP_FILTER_FLAG_LOG]
  listenerPath: /run/agent.sock`)
  const profile = parseProfile(
    `{"defaultAction": "SCMP_ACT_ERRNO", "architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86"],
      "flags": ["SECCOMP_FILTER_FLAG_LOG"], "listenerPath": "/run/agent.sock", "syscalls": [
      {"names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [{"index": 0, "value": 9223372036854775807, "op": "SCMP_CMP_NE"}]},
      {"names": ["ioctl"], "action": "SCMP_ACT_TRACE", "errnoRet": 7, "args": [{"index": 1, "value": 240, "valueTwo": 16, "op": "SCMP_CMP_MASKED_EQ"}]},
      {"names": ["fcntl"], "action": "SCMP_ACT_LOG", "args": [{"index": 1, "value": 240, "valueTwo": 16, "op": "SCMP_CMP_MASKED_EQ"}]}]}`,
    { file: 'p.json' },
  )
  const read = parse(text)
  const rulesOf = ({ policy }: typeof profile) =>
    resolve(policy, { abis: policyTables(policy, 'x86_64') }).rules
  expect(rulesOf(read)).toEqual(rulesOf(profile))
  expect([read.flags, read.listenerPath]).toEqual([profile.flags, profile.listenerPath])
})

it('takes an absent value for 0, an errno of 0 for none, and one that is text for its number', () => {
  const { policy } = parse(
    rule(`  - {names: [read], action: SCMP_ACT_ALLOW, args: [{index: 2, op: SCMP_CMP_GT}]}
  - {names: [write], action: SCMP_ACT_ERRNO, errnoRet: 0}
  - {names: [close], action: SCMP_ACT_ERRNO, errnoRet: "38"}`),
  )
  expect(policy.rules[0]?.args).toMatchObject([{ op: 'GT', index: 2, value: 0n }])
  expect(policy.rules.map(({ action }) => action.data)).toEqual([0, 1, 38])
})

it('warns of misspelt keys with high severity, in letters and in case', () => {
  const { warnings } = parse(
    rule(`  - {names: [read], action: SCMP_ACT_ALLOW, arg: [{index: 0, op: SCMP_CMP_EQ, value: 1}]}
  - {names: [write], action: SCMP_ACT_ALLOW, Args: [{index: 0, op: SCMP_CMP_EQ, value: 1}]}`),
  )
  expect(warnings.map(({ name, severity }) => [name, severity])).toEqual([
    ['misspelt-key', 'high'],
    ['misspelt-key', 'high'],
  ])
  expect(warnings[0]?.message).toBe(
    'p.yaml:7:45: key "arg" is dropped: a SeccompProfile has none; did you mean "args"?',
  )
})

it('warns with high severity of conditions that Kubernetes drops', () => {
  const { warnings } = parse(
    rule(`  - {names: [mount], action: SCMP_ACT_ALLOW, includes: {caps: [CAP_SYS_ADMIN]}}
  - {names: [bpf], action: SCMP_ACT_ALLOW, excludes: {caps: [CAP_BPF]}, note: why}`),
  )
  expect(warnings.map(({ name, severity }) => `${severity} ${name}`)).toEqual([
    'high lost-condition',
    'high lost-condition',
    'medium ignored-key',
  ])
  expect(warnings[0]?.message).toBe('p.yaml:7:46: key "includes" is dropped: a SeccompProfile has none')
})

it('warns of keys that Kubernetes drops, and of a base', () => {
  const text = file(`  defaultAction: SCMP_ACT_ERRNO
  defaultErrnoRet: 38
  baseProfileName: runc-v1.0.0
  state: Enabled
  syscalls:
  - {names: [read], action: SCMP_ACT_ALLOW, includes: {caps: [CAP_BPF]}}`)
  const { warnings, policy } = parse(text)
  expect(warnings.map(({ message }) => message)).toEqual([
    'p.yaml:7:20: "baseProfileName" is ignored: the operator adds the calls of "runc-v1.0.0", which is another file',
    'p.yaml:6:3: key "defaultErrnoRet" is dropped: a SeccompProfile has none',
    'p.yaml:10:45: key "includes" is dropped: a SeccompProfile has none',
  ])
  expect(policy.rules[0]?.includes).toBeUndefined()
})

it('takes the profile that is named, of several documents and of a list', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${file(deny).replaceAll('\n', '\n  ')}`
  const text = `${file(deny)}---\n---\nkind: ConfigMap\n---\n${named('db')}spec: {defaultAction: SCMP_ACT_LOG}`
  expect(parse(text, 'db').policy.defaultAction.action).toBe('LOG')
  expect(parse(list).name).toBe('web')
  expect(() => parse(text, 'bd')).toThrow('p.yaml:1:1: unknown profile "bd"; did you mean "db"?')
  expect(() => parse(`${file(deny)}---\n${file(deny)}`, 'web')).toThrow(
    'p.yaml:7:1: file has 2 profiles "web"; give each a name of its own',
  )
})

it('reads JSON, which is YAML too', () => {
  const text =
    '{"apiVersion": "security-profiles-operator.x-k8s.io/v1", "kind": "SeccompProfile", "spec": {"defaultAction": "SCMP_ACT_LOG"}}'
  expect(parse(text).policy.defaultAction.action).toBe('LOG')
  expect(isSpo(text)).toBe(true)
})

it('tells a file with a profile by its kind', () => {
  expect(isSpo(file(deny))).toBe(true)
  expect(isSpo('kind: "SeccompProfileList"')).toBe(true)
  expect(isSpo('kind: SeccompProfileBinding')).toBe(false)
  expect(isSpo(`kind:${' '.repeat(2_000_000)}`)).toBe(false) // takes no time
  expect(isSpo('{"defaultAction": "SCMP_ACT_ALLOW"}')).toBe(false)
})

it('takes no key of JavaScript for one of its own', () => {
  const { warnings, policy } = parse(
    file(`${deny}  __proto__: {defaultAction: SCMP_ACT_ALLOW}\n  constructor: 1`),
  )
  expect(warnings).toHaveLength(2)
  expect(policy.defaultAction.action).toBe('ERRNO')
})

it('reads any text as a profile, or refuses it with its place', () => {
  const whole = `${condition('value: &v 1, valueTwo: *v')}\n  flags: []\n# end`
  const noise = fc.constantFrom(
    '',
    ':',
    '-',
    '{',
    '}',
    '[',
    ']',
    '\t',
    '\u0000',
    '\ud800',
    '*a',
    '&a',
    '!!set',
    '|',
    '>',
    '? ',
    '"',
    '%YAML 1.1\n---\n',
    '...\n',
    '\r',
  )
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(8), noise, (at, length, middle) => {
      const text = whole.slice(0, at) + middle + whole.slice(at + length)
      try {
        parse(text)
      } catch (error) {
        expect(error).toMatchObject({ name: 'PolicyError', source: 'p.yaml' })
      }
    }),
    { numRuns: 150 },
  )
})

it.each([
  ['', ']'], ['', '}'], ['', '['], ['', '- '], ['', 'a: '], ['', '"'], ['', 'a\n'], ['a: [', '{'], ['a: [', ',,'],
])('refuses %j and then %j many times at once, and in little room (issue 32)', (before, part) => {
  const text = `${HEAD}${before}${part.repeat(MAX_FILE_LENGTH / part.length - 100)}`
  const began = process.cpuUsage()
  expect(() => parse(text)).toThrow(/^p\.yaml:\d+:\d+: /)
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(5) // at most one second on a quiet machine
}) // prettier-ignore

it('stops at the first error of YAML, with its place (issue 32)', () => {
  expect(() => parse(`${HEAD}spec: {}\n]\n}`)).toThrow('p.yaml:4:1: not YAML: Unexpected flow-seq-end')
})

it('reads a map of many keys at once', () => {
  const text = `a: {${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join(', ')}}\n`
  const began = process.cpuUsage()
  expect(() => parse(text)).toThrow('found ""')
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(10) // less than one second on a quiet machine
})

it('says what is no YAML without characters that steer a terminal', () => {
  for (const text of ['a: "\\\u001b"', 'a: "\\\u009b"', 'a: !\u009b\u202e 5', '%\u001b \u009b\n---\na: 1'])
    expect(() => parse(text)).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/[\p{Cc}\u202e]/u) as string })) // prettier-ignore
})
