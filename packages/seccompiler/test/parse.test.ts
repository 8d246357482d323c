import { MAX_PROFILE_DEPTH, MAX_PROFILE_LENGTH } from '@seccompile/oci'
import { policyTables, resolve } from '@seccompile/policy'
import { isSeccompiler, parseSeccompiler } from '@seccompile/seccompiler'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const HEAD = '"mismatch_action": "trap", "match_action": "allow"'
/** A file with one rule of `read`, on line 2. */
const file = (args: string): string => `{"vmm": {${HEAD}, "filter": [\n{"syscall": "read"${args}}]}}`
const condition = (text: string): string => file(`, "args": [{${text}}]`)
const parse = (text: string, thread?: string) =>
  parseSeccompiler(text, { file: 'f.json', ...(thread === undefined ? {} : { thread }) })

// prettier-ignore
const REFUSED: readonly (readonly [text: string, message: string])[] = [
  ['{}', '1:1: file of seccompiler has no filter; expected an object of filters by name'],
  ['[]', '1:1: file of seccompiler is an array; expected an object of filters by name'],
  ['{"a": {}, "b": {}}', '1:1: file of seccompiler has 2 filters; name one of "a", "b"'],
  ['{"a": 1}', '1:7: filter "a" is the number 1; expected a filter, an object with "mismatch_action", "match_action" and "filter"'],
  ['{"a": {}}', '1:7: filter "a" has no "mismatch_action"; expected an action such as "allow" or {"errno": 1}'],
  ['{"a": {"mismatch_action": "log"}}', '1:7: filter "a" has no "match_action"; expected an action such as "allow" or {"errno": 1}'],
  ['{"a": {"mismatch_action": "log", "default_action": "log"}}', '1:52: filter "a" has both "mismatch_action" and "default_action"; write one of them'],
  ['{"a": {"default_action": "kill"}}', '1:26: unknown action "kill"; expected one of allow, kill_thread, kill_process, log, trap, user_notif'],
  ['{"a": {"default_action": "errno"}}', '1:26: action "errno" has no number; write {"errno": 1}'],
  ['{"a": {"default_action": {"errno": -1}}}', '1:36: "errno" is -1; expected an integer from 0 to 4294967295'],
  ['{"a": {"default_action": {"errno": 1, "trace": 2}}}', '1:26: "default_action" has 2 keys; expected an action such as "allow" or {"errno": 1}'],
  ['{"a": {"default_action": {"allow": 1}}}', '1:27: unknown action "allow"; expected one of errno, trace'],
  [`{"a": {"mismatch_action": "allow", "match_action": "allow", "filter": []}}`, '1:7: filter "a" has one action for calls that match and calls that do not; make them differ'],
  [`{"a": {${HEAD}}}`, '1:7: filter "a" has no "filter"; expected an array of rules'],
  [`{"a": {${HEAD}, "filters": []}}`, '1:60: unknown key "filters"; did you mean "filter"?'],
  [`{"a": {${HEAD}, "filter": [5]}}`, '1:71: item of "filter" is the number 5; expected a rule, an object with "syscall"'],
  [`{"a": {${HEAD}, "filter": [{}]}}`, '1:71: rule has no "syscall"; expected the name of a system call'],
  [`{"a": {${HEAD}, "filter": [{"syscall": "raed"}]}}`, '1:83: unknown system call "raed"; did you mean "read"?'],
  [`{"a": {${HEAD}, "filter": [{"syscall": "__proto__"}]}}`, '1:83: unknown system call "__proto__"'],
  [file(', "args": []'), '2:29: "args" has no condition; leave it out, or write one'],
  [file(', "arg": []'), '2:21: unknown key "arg"; did you mean "args"?'],
  [condition(''), '2:30: condition has no "index"; expected the number of an argument, 0 to 5'],
  [condition('"index": 6'), '2:40: "index" is 6; expected the number of an argument, 0 to 5'],
  [condition('"index": 0, "type": "word"'), '2:51: unknown type "word"; did you mean "dword"?'],
  [condition('"index": 0, "type": "qword", "op": "eq"'), `2:30: condition has no "val"; expected an integer from 0 to ${2n ** 64n - 1n}`],
  [condition('"index": 0, "type": "qword", "op": "equals", "val": 1'), '2:66: unknown operator "equals"; expected one of eq, ne, lt, le, gt, ge, masked_eq'],
  [condition('"index": 0, "type": "qword", "op": "masked_eq", "val": 1'), '2:66: operator "masked_eq" has no mask; write {"masked_eq": 7}'],
  [condition('"index": 0, "type": "qword", "op": {"mask": 1}, "val": 1'), '2:67: unknown key "mask"; expected one of masked_eq'],
  [condition('"index": 0, "type": "qword", "op": "eq", "val": 18446744073709551616'), `2:79: "val" is 18446744073709551616; expected an integer from 0 to ${2n ** 64n - 1n}`],
  ['{"a": {}, "a": {}}', '1:11: key "a" is written twice, first at line 1; remove one'],
  ['', '1:1: file of seccompiler is empty; expected a JSON object'],
  ['['.repeat(MAX_PROFILE_DEPTH + 1), `1:65: file of seccompiler nests deeper than ${MAX_PROFILE_DEPTH} levels`],
  [' '.repeat(MAX_PROFILE_LENGTH + 1), `1:1: file of seccompiler has ${MAX_PROFILE_LENGTH + 1} characters; at most ${MAX_PROFILE_LENGTH} are read`],
]

it.each(REFUSED.map(([text, message]) => [message, text] as const))('%s', (message, text) => {
  expect(() => parse(text)).toThrow(
    expect.objectContaining({
      name: 'PolicyError',
      message: expect.stringContaining(`f.json:${message}`) as string,
    }),
  )
})

it('takes the filter that is named', () => {
  const text = `{"vmm": {${HEAD}, "filter": []}, "vcpu": {${HEAD}, "filter": [{"syscall": "ioctl"}]}}`
  const { policy, thread, threads } = parse(text, 'vcpu')
  expect([thread, threads, policy.name, policy.rules.length]).toEqual([
    'vcpu',
    ['vmm', 'vcpu'],
    'f.json#vcpu',
    1,
  ])
  expect(() => parse(text, 'vcpus')).toThrow('f.json:1:1: unknown filter "vcpus"; did you mean "vcpu"?')
  expect(() => parse(text, 'x')).toThrow('f.json:1:1: unknown filter "x"; expected one of "vmm", "vcpu"')
})

it('reads the keys of Firecracker, a byte order mark, and lines of any system', () => {
  const text = `\ufeff{"vmm": {"default_action": {"errno": 1},\r\n"filter_action": "allow",\r"filter": [{"syscall": "read"}]}}`
  const { policy, warnings } = parse(text)
  expect(policy.defaultAction).toEqual({ action: 'ERRNO', data: 1 })
  expect(policy.rules[0]?.names).toEqual([{ name: 'read', source: { file: 'f.json', line: 3, column: 24 } }])
  expect(warnings).toEqual([])
})

it.each([
  ['{"errno": 4096}', '1:36: "errno" is 4096; the call fails with 4095'],
  ['{"errno": 65537}', '1:36: "errno" is 65537; the call fails with 1'],
  ['{"trace": 65537}', '1:36: "trace" is 65537; the tracer gets 1'],
])('warns of the number of %s', (action, message) => {
  const { warnings } = parse(`{"a": {"default_action": ${action}, "match_action": "allow", "filter": []}}`)
  expect(warnings.map((each) => each.message)).toEqual([`f.json:${message}`])
})

it('warns of a value that a dword does not hold', () => {
  const { warnings } = parse(condition('"index": 0, "type": "dword", "op": "eq", "val": 4294967301'))
  expect(warnings.map(({ message }) => message)).toEqual([
    'f.json:2:79: "val" is 4294967301, and a dword is compared with its low 32 bits, 5',
  ])
})

it('warns of a rule that seccompiler ignores', () => {
  const args = '"args": [{"index": 0, "type": "qword", "op": "eq", "val": 1}]'
  const { warnings, policy } = parse(
    `{"vmm": {${HEAD}, "filter": [{"syscall": "read"}, {"syscall": "read", ${args}}]}}`,
  )
  expect(warnings.map(({ message }) => message)).toEqual([
    'f.json:1:73: rule without "args" is ignored: other rules of "read" have conditions, and seccompiler tests these; ' +
      'remove them to match every call of "read"',
  ])
  expect(policy.rules).toHaveLength(1)
})

it('is for the ABIs of seccompiler, and leaves x32 to the action of no match', () => {
  const { policy } = parse(file(''))
  expect(policyTables(policy, 'x86_64').map(({ token }) => token)).toEqual(['x86_64', 'x32'])
  expect(policyTables(policy, 'riscv64').map(({ token }) => token)).toEqual(['riscv64'])
  expect(() => resolve(policy, { abis: policyTables(policy, 'arm') })).toThrow(
    'policy "f.json#vmm" is not for arm: seccompiler compiles for x86_64, aarch64, riscv64; name other ABIs',
  )
})

it('tells a file of seccompiler by its keys', () => {
  expect(isSeccompiler(file(''))).toBe(true)
  expect(isSeccompiler('\ufeff {"a":{"default_action":"log","filter_action":"trap","filter":[]}}')).toBe(true)
  expect(isSeccompiler('{"defaultAction": "SCMP_ACT_ALLOW"}')).toBe(false)
  expect(isSeccompiler('mismatch_action match_action')).toBe(false)
  expect(isSeccompiler(' '.repeat(2_000_000))).toBe(false) // takes no time
})

it('reads any text as a filter, or refuses it with its place', () => {
  const whole = condition(
    '"index": 0, "type": "dword", "op": {"masked_eq": 7}, "val": 1, "comment": "\u0000"',
  )
  const noise = fc.constantFrom(
    '',
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    '\u0000',
    '\ud800',
    '__proto__',
    '1e99',
    'null',
    '\r',
  )
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(8), noise, (at, length, middle) => {
      const text = whole.slice(0, at) + middle + whole.slice(at + length)
      try {
        parse(text)
      } catch (error) {
        expect(error).toMatchObject({ name: 'PolicyError', source: 'f.json' })
      }
    }),
    { numRuns: 200 },
  )
})
