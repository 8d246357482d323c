import { verdictName } from '@seccompile/abi'
import { parseProfile } from '@seccompile/oci'
import { resolve } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import { expect, it } from 'vitest'

/** A profile with one rule and a member on each line, so that places are easy to check. */
const rule = (fields: string) => `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    {
      "names": ["read"],
      "action": "SCMP_ACT_ALLOW",
      ${fields}
    }
  ]
}`
const arg = (fields: string) => rule(`"args": [ { ${fields} } ]`)
const top = (fields: string) => `{
  "defaultAction": "SCMP_ACT_ERRNO",
  ${fields},
  "syscalls": [ { "names": ["read"], "action": "SCMP_ACT_ALLOW" } ]
}`
const MAX = '18446744073709551615'

// prettier-ignore
it.each([
  // not a profile at all
  ['1:1: profile is an array; expected an object', 'E_TYPE', '[]'],
  ['1:1: profile is the string "x"; expected an object', 'E_TYPE', '"x"'],
  ['1:1: profile has no "defaultAction"; expected an action such as "SCMP_ACT_ALLOW"', 'E_TYPE', '{}'],
  ['1:1: this is the configuration of an OCI bundle; expected the profile in its "linux"."seccomp" alone', 'E_TYPE', '{"ociVersion":"1.2.0","linux":{}}'],
  // no rules
  ['2:13: rule names no system call; expected some in "names"', 'E_EMPTY', '{"defaultAction":"SCMP_ACT_LOG",\n"syscalls":[{"action":"SCMP_ACT_ALLOW"}]}'],
  ['2:13: rule names no system call; expected some in "names"', 'E_EMPTY', '{"defaultAction":"SCMP_ACT_LOG",\n"syscalls":[{"names":[],"action":"SCMP_ACT_ALLOW"}]}'],
  // wrong types
  ['1:18: "defaultAction" is the number 5; expected an action such as "SCMP_ACT_ALLOW"', 'E_TYPE', '{"defaultAction":5}'],
  ['3:22: "defaultErrnoRet" is the string "EPERM"; expected an integer from 0 to 65535', 'E_TYPE', top('"defaultErrnoRet": "EPERM"')],
  ['3:19: "defaultErrno" is the number 38; expected the name of an errno such as "ENOSYS"', 'E_TYPE', top('"defaultErrno": 38')],
  ['3:19: "defaultErrno": unknown errno "ENOSIS"; did you mean "ENOSYS"?', 'E_NAME', top('"defaultErrno": "ENOSIS"')],
  ['3:19: "defaultErrno": errno is 5000; the kernel returns 0 to 4095', 'E_NUMBER', top('"defaultErrno": "5000"')],
  ['3:41: "defaultErrno" is ENOSYS, which is 38, and "defaultErrnoRet" is 1; write one of them', 'E_CONFLICT', top('"defaultErrnoRet": 1, "defaultErrno": "ENOSYS"')],
  ['1:44: "syscalls" is an object; expected an array of rules', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":{}}'],
  ['1:45: item of "syscalls" is the string "read"; expected a rule, an object with "names" and "action"', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":["read"]}'],
  ['1:45: item of "syscalls" is null; expected a rule, an object with "names" and "action"', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":[null]}'],
  ['1:54: "names" is the string "read"; expected an array of names of system calls', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":"read"}]}'],
  ['1:55: item of "names" is the number 0; expected the name of a system call', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":[0]}]}'],
  ['1:45: rule has no "action"; expected an action such as "SCMP_ACT_ALLOW"', 'E_TYPE', '{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":["read"]}]}'],
  ['7:15: "args" is an object; expected an array of conditions', 'E_TYPE', rule('"args": {}')],
  ['7:16: item of "args" is the number 5; expected an object with "index", "op" and "value"', 'E_TYPE', rule('"args": [5]')],
  ['7:19: "includes" is an array; expected an object with "caps", "arches" or "minKernel"', 'E_TYPE', rule('"includes": []')],
  ['7:28: "caps" is the string "CAP_BPF"; expected an array of capabilities', 'E_TYPE', rule('"includes": {"caps": "CAP_BPF"}')],
  ['7:33: "minKernel" is the number 4.8; expected a string such as "4.8"', 'E_TYPE', rule('"includes": {"minKernel": 4.8}')],
  ['3:12: "flags" is a boolean; expected an array of flags', 'E_TYPE', top('"flags": true')],
  ['3:19: "listenerPath" is the number 1; expected a path', 'E_TYPE', top('"listenerPath": 1')],
  ['3:15: item of "archMap" has no "architecture"; expected one such as "SCMP_ARCH_X86_64"', 'E_TYPE', top('"archMap": [{}]')],
  ['7:17: item of "args" has no "index"; expected the number of an argument, 0 to 5', 'E_TYPE', arg('"value": 1, "op": "SCMP_CMP_EQ"')],
  [`7:17: item of "args" has no "value"; expected an integer from 0 to ${MAX}`, 'E_TYPE', arg('"index": 0, "op": "SCMP_CMP_EQ"')],
  ['7:17: item of "args" has no "op"; expected an operator such as "SCMP_CMP_EQ"', 'E_TYPE', arg('"index": 0, "value": 1')],
  ['7:28: "index" is the string "0"; expected the number of an argument, 0 to 5', 'E_TYPE', arg('"index": "0", "value": 1, "op": "SCMP_CMP_EQ"')],
  // unknown words
  ['1:18: unknown action "SCMP_ACT_ALOW"; did you mean "SCMP_ACT_ALLOW"?', 'E_NAME', '{"defaultAction":"SCMP_ACT_ALOW"}'],
  ['1:18: unknown action "allow"; did you mean "SCMP_ACT_ALLOW"?', 'E_NAME', '{"defaultAction":"allow"}'],
  ['1:18: unknown action "__proto__"; expected one of SCMP_ACT_KILL, SCMP_ACT_KILL_PROCESS, SCMP_ACT_KILL_THREAD, SCMP_ACT_TRAP, SCMP_ACT_ERRNO, SCMP_ACT_TRACE, SCMP_ACT_ALLOW, SCMP_ACT_LOG, SCMP_ACT_NOTIFY', 'E_NAME', '{"defaultAction":"__proto__"}'],
  ['7:49: unknown operator "SCMP_CMP_EQQ"; did you mean "SCMP_CMP_EQ"?', 'E_NAME', arg('"index": 0, "value": 1, "op": "SCMP_CMP_EQQ"')],
  ['3:21: unknown architecture "SCMP_ARCH_X68"; did you mean "SCMP_ARCH_X86"?', 'E_NAME', top('"architectures": ["SCMP_ARCH_X68"]')],
  ['3:21: unknown architecture "amd64"; did you mean "SCMP_ARCH_X86_64"?', 'E_NAME', top('"architectures": ["amd64"]')],
  ['3:32: unknown architecture "SCMP_ARCH_X86_46"; did you mean "SCMP_ARCH_X86_64"?', 'E_NAME', top('"archMap": [{"architecture": "SCMP_ARCH_X86_46"}]')],
  ['7:31: unknown architecture "SCMP_ARCH_X86"; did you mean "x86"?', 'E_NAME', rule('"includes": {"arches": ["SCMP_ARCH_X86"]}')],
  ['7:31: unknown architecture "amd46"; did you mean "amd64"?', 'E_NAME', rule('"includes": {"arches": ["amd46"]}')],
  ['7:29: unknown capability "CAP_SYS_ADMNI"; did you mean "CAP_SYS_ADMIN"?', 'E_NAME', rule('"excludes": {"caps": ["CAP_SYS_ADMNI"]}')],
  ['7:29: unknown capability "SYS_ADMIN"; did you mean "CAP_SYS_ADMIN"?', 'E_NAME', rule('"excludes": {"caps": ["SYS_ADMIN"]}')],
  ['3:13: unknown flag "SECCOMP_FILTER_FLAG_LOGS"; did you mean "SECCOMP_FILTER_FLAG_LOG"?', 'E_NAME', top('"flags": ["SECCOMP_FILTER_FLAG_LOGS"]')],
  ['7:7: unknown key "Args"; did you mean "args"?', 'E_NAME', rule('"Args": []')],
  ['1:55: name of a system call is empty; remove it', 'E_NAME', '{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":[""],"action":"SCMP_ACT_ALLOW"}]}'],
  // numbers
  ['7:28: argument index is 6; a system call has arguments 0 to 5', 'E_NUMBER', arg('"index": 6, "value": 1, "op": "SCMP_CMP_EQ"')],
  ['7:28: "index" is -1; expected the number of an argument, 0 to 5', 'E_NUMBER', arg('"index": -1, "value": 1, "op": "SCMP_CMP_EQ"')],
  [`7:40: "value" is 18446744073709551616; expected an integer from 0 to ${MAX}`, 'E_NUMBER', arg('"index": 0, "value": 18446744073709551616, "op": "SCMP_CMP_EQ"')],
  [`7:40: "value" is -1; expected an integer from 0 to ${MAX}`, 'E_NUMBER', arg('"index": 0, "value": -1, "op": "SCMP_CMP_EQ"')],
  [`7:40: "value" is 1.5; expected an integer from 0 to ${MAX} in plain digits`, 'E_NUMBER', arg('"index": 0, "value": 1.5, "op": "SCMP_CMP_EQ"')],
  [`7:40: "value" is 1e3; expected an integer from 0 to ${MAX} in plain digits`, 'E_NUMBER', arg('"index": 0, "value": 1e3, "op": "SCMP_CMP_EQ"')],
  [`7:55: "valueTwo" is 1E400; expected an integer from 0 to ${MAX} in plain digits`, 'E_NUMBER', arg('"index": 0, "value": 1, "valueTwo": 1E400, "op": "SCMP_CMP_EQ"')],
  ['7:19: "errnoRet" is 65536; expected an integer from 0 to 65535', 'E_NUMBER', rule('"errnoRet": 65536')],
  ['3:22: "defaultErrnoRet" is -5; expected an integer from 0 to 65535', 'E_NUMBER', top('"defaultErrnoRet": -5')],
  ['7:33: "minKernel" is "4"; expected a kernel version such as "4.8"', 'E_NUMBER', rule('"includes": {"minKernel": "4"}')],
  ['7:33: "minKernel" is "4.8.1"; expected a kernel version such as "4.8"', 'E_NUMBER', rule('"includes": {"minKernel": "4.8.1"}')],
  // two parts that contradict each other
  ['7:15: rule has both "name" and "names"; write one of them', 'E_CONFLICT', rule('"name": "write"')],
  ['3:50: profile has both "architectures" and "archMap"; write one of them', 'E_CONFLICT', top('"architectures": ["SCMP_ARCH_X86"], "archMap": [{"architecture": "SCMP_ARCH_X86"}]')],
  ['7:7: key "action" is written twice, first at line 6; remove one', 'E_SYNTAX', rule('"action": "SCMP_ACT_LOG"')],
] as const)('%s', (message, code, text) => {
  expect(() => parseProfile(text, { file: 'p.json' })).toThrow(
    expect.objectContaining({ name: 'PolicyError', code, message: `p.json:${message}`, source: 'p.json' }),
  )
})

const resolved = (text: string, strict = false) =>
  resolve(
    parseProfile(text, { file: 'p.json' }).policy,
    { abis: [abiTable('x86_64'), abiTable('x86')] },
    { strict },
  )

it('a number of a million digits is refused at once, on one short line', () => {
  const text = arg(`"index": 0, "value": ${'9'.repeat(1_000_000)}, "op": "SCMP_CMP_EQ"`)
  expect(() => parseProfile(text, { file: 'p.json' })).toThrow(
    `p.json:7:40: "value" is ${'9'.repeat(40)}…; expected an integer from 0 to ${MAX}`,
  )
})

it('a word of a million letters is refused at once, on one short line', () => {
  const text = `{"defaultAction":"${'A'.repeat(1_000_000)}"}`
  expect(() => parseProfile(text, { file: 'p.json' })).toThrow(
    /^p\.json:1:18: unknown action "A{60}…"; expected one of/,
  )
})

it('of a hundred thousand names nobody knows, ten thousand have a warning each, and the others share one', () => {
  const names = Array.from({ length: 100_000 }, (_, i) => `"opneat${i}"`).join()
  const { warnings } = resolved(
    `{"defaultAction":"SCMP_ACT_LOG","syscalls":[{"names":[${names}],"action":"SCMP_ACT_TRAP"}]}`,
  )
  expect(warnings).toHaveLength(10_002) // the last one says that no rule is left
  expect(warnings[10_000]?.message).toContain('90000 more unknown system calls are left out')
})

const rulesOfRead = (count: number, ruleAt: (i: number) => string, ...actions: readonly string[]) => {
  const rules = Array.from({ length: count }, (_, i) => {
    const action = actions[i % actions.length]!
    return `{"names":["read"],"action":"${action}","args":[${ruleAt(i)}]}`
  })
  return `{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[${rules.join()}]}`
}

it('rules of one call by the ten thousand are read, with one action or with two', () => {
  const value = (i: number): string => `{"index":0,"value":${i},"op":"SCMP_CMP_EQ"}`
  for (const actions of [['SCMP_ACT_ALLOW'], ['SCMP_ACT_ALLOW', 'SCMP_ACT_TRAP']]) {
    const { policy } = parseProfile(rulesOfRead(10_000, value, ...actions), { file: 'p.json' })
    const began = process.cpuUsage()
    const { rules, warnings } = resolve(policy, { abis: [abiTable('x86_64')] })
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(5) // far less than one second on a quiet machine
    expect(warnings.map(({ name }) => name)).toEqual(['cannot-live'])
    expect(rules.sections[0]!.rules).toHaveLength(1 + actions.length)
  }
  const { rules } = resolved(rulesOfRead(6000, value, 'SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO'))
  expect(rules.sections).toHaveLength(2)
})

it('rules of one call by the thousand that may all overlap are refused at once', () => {
  const value = (i: number): string => `{"index":${i % 2},"value":${i},"op":"SCMP_CMP_EQ"}`
  expect(() => resolved(rulesOfRead(6000, value, 'SCMP_ACT_ALLOW', 'SCMP_ACT_TRAP'))).toThrow(
    expect.objectContaining({
      code: 'E_LIMIT',
      message: expect.stringMatching(/"read" has 6000 conditional rules with different actions/) as string,
    }),
  )
})

it('a misspelt system call is warned of, and refused when strict', () => {
  const text =
    '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[\n{"names":["fchmodat3"],"action":"SCMP_ACT_ALLOW"}]}'
  const message = 'p.json:2:11: unknown system call "fchmodat3"; did you mean "fchmodat2"?'
  expect(resolved(text).warnings[0]?.message).toBe(message)
  expect(() => resolved(text, true)).toThrow(expect.objectContaining({ code: 'E_NAME', message }))
})

it('overlapping conditions without an answer of libseccomp are refused, naming both rules', () => {
  const text = `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "syscalls": [
    { "names": ["read"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 0, "value": 4, "op": "SCMP_CMP_EQ" }] },
    { "names": ["read"], "action": "SCMP_ACT_LOG", "args": [{ "index": 0, "value": 12, "valueTwo": 4, "op": "SCMP_CMP_MASKED_EQ" }] }
  ]
}`
  expect(() => resolved(text)).toThrow(
    'p.json:5:17: "read" gets LOG from this rule and ALLOW from the rule at p.json:4:5 on x86_64, for instance when ' +
      'args[0] == 0x4; libseccomp obeys one or the other by the order of the rules, or refuses both; make them ' +
      'exclude each other',
  )
})

it.each(['', ', "syscalls": []', ', "syscalls": null'])(
  'a profile without rules gives every call the default, and a warning says so: %s',
  (syscalls) => {
    const { rules, warnings } = resolved(`{"defaultAction": "SCMP_ACT_ALLOW"${syscalls}}`)
    expect(rules.sections.map(({ otherwise }) => verdictName(otherwise))).toEqual(['ALLOW', 'ALLOW'])
    expect(warnings.map(({ name, message }) => [name, message])).toEqual([
      ['empty-policy', 'no rule of "p.json" applies to the target; every call gets ALLOW'],
    ])
  },
)
