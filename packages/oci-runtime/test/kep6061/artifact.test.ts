import { checkArtifact } from '@seccompile/oci-runtime/kep6061'
import { expect, it } from 'vitest'

const check = (text: string) => checkArtifact(text, { file: 'p.json' })
const messages = (text: string) => check(text).map(({ message }) => message)
const deny = '"defaultAction": "SCMP_ACT_ERRNO"'
/** A profile with one of `entries` on each line, from line 2 on. */
const profile = (...entries: readonly string[]): string =>
  `{${deny}, "syscalls": [\n${entries.map((each) => `{${each}}`).join(',\n')}]}`
const read = (...args: readonly string[]): string =>
  `"names": ["read"], "action": "SCMP_ACT_ALLOW", "args": [${args.map((each) => `{${each}}`).join()}]`
const eq = (index: number, value: number | bigint): string =>
  `"index": ${index}, "op": "SCMP_CMP_EQ", "value": ${value}`
const many = (count: number, text: (i: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => text(i))

it.each([
  profile(
    '"names": ["read", "write"], "action": "SCMP_ACT_ALLOW"',
    '"names": ["ptrace"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38',
  ),
  profile(read(eq(0, 1)), read(eq(0, 2))),
  profile(read(eq(0, 1), eq(1, 2)), read(eq(0, 3), eq(1, 4))),
  profile(read(eq(0, 1)), read(eq(0, 2)).replace('ALLOW', 'LOG')),
  `{${deny}, "architectures": ["SCMP_ARCH_X86_64"], "flags": ["SECCOMP_FILTER_FLAG_LOG"]}`,
])('takes %s', (text) => {
  expect(messages(text)).toEqual([])
})

const size = 1024 * 1024

// prettier-ignore
const FOUND: readonly (readonly [text: string, ...messages: readonly string[]])[] = [
  [`{${deny}, "listenerPath": "/a", "listenerMetadata": "b"}`,
    '1:53: "listenerPath" names a listener, which only the node can provide',
    '1:79: "listenerMetadata" names a listener, which only the node can provide'],
  ['{"defaultAction": "SCMP_ACT_NOTIFY"}', '1:19: SCMP_ACT_NOTIFY needs a listener, which only the node can provide'],
  [profile('"names": ["mkdir"], "action": "SCMP_ACT_NOTIFY"'), '2:32: SCMP_ACT_NOTIFY needs a listener, which only the node can provide'],
  [`{${deny}, "flags": ["SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV", "SECCOMP_FILTER_FLAG_NEW_LISTENER", "SECCOMP_FILTER_FLAG_LOG", "SECCOMP_FILTER_FLAG_LOG"]}`,
    '1:47: flag "SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV" is for a listener, which only the node can provide',
    '1:89: flag "SECCOMP_FILTER_FLAG_NEW_LISTENER" is none of the runtime specification',
    '1:152: flag "SECCOMP_FILTER_FLAG_LOG" is listed twice'],
  [`{${deny}, "architectures": ["SCMP_ARCH_X86", "SCMP_ARCH_X86"]}`, '1:72: architecture "SCMP_ARCH_X86" is listed twice'],
  [`{${deny}, "archMap": [], "defaultErrno": "EPERM"}`,
    '1:37: key "archMap" is none of the runtime specification, and runtimes refuse it',
    '1:52: key "defaultErrno" is none of the runtime specification, and runtimes refuse it'],
  [profile('"name": "read", "action": "SCMP_ACT_ALLOW", "comment": "c"'),
    '2:2: key "name" is none of the runtime specification, and runtimes refuse it',
    '2:46: key "comment" is none of the runtime specification, and runtimes refuse it'],
  [profile('"names": ["read"], "action": "SCMP_ACT_ALLOW", "errnoRet": 1'), '2:61: "errnoRet" says nothing with SCMP_ACT_ALLOW, and crun refuses it'],
  [profile('"names": ["read"], "action": "SCMP_ACT_TRACE", "errnoRet": 4096'), '2:61: "errnoRet" is 4096; an errno is at most 4095'],
  [profile('"names": ["re\\u0000ad"], "action": "SCMP_ACT_ALLOW"'), '2:12: name "re\\u0000ad" has a control character, which ends it for libseccomp'],
  [`{${deny}, "architectures": ["SCMP_ARCH_X86"], "syscalls": [{${read(eq(0, 2n ** 32n))}}]}`,
    '1:186: value 4294967296 has more than 32 bits, and the profile is for an ABI that compares 32; write two profiles'],
  [profile(read(eq(0, 1)), read(eq(1, 1)).replace('ALLOW', 'LOG')),
    '3:1: rules of "read" with different results overlap, or may do so for libseccomp, which refuses them or obeys one by an order of its own; ' +
      'make each exclude the others by one condition with SCMP_CMP_EQ'],
  [profile(read(eq(0, 1)), read(eq(0, 1), eq(1, 1)).replace('ALLOW', 'LOG')), '3:1: rules of "read" with different results overlap'],
  [profile(read(), read(eq(1, 1)).replace('ALLOW', 'LOG')), '3:1: rules of "read" with different results overlap'],
  [profile(...many(129, (i) => read(eq(0, i)))), '130:1: "read" has more than 128 entries; runtimes take no more'],
  [profile(read(...many(257, (i) => eq(0, i)))), '2:58: "read" has 257 rules; runtimes take at most 256'],
  [profile(`"names": [${many(1025, (i) => `"n${i}"`).join()}], "action": "SCMP_ACT_ALLOW"`), '2:1: entry has 1025 names; runtimes take at most 1024'],
  [profile(...many(17, (i) => `"names": [${many(1000, (j) => `"n${i}_${j}"`).join()}], "action": "SCMP_ACT_ALLOW"`)), '1:1: profile has 17000 rules; runtimes take at most 16384'],
  [`{${deny}}${' '.repeat(size)}`, `1:1: profile has ${size + 35} bytes; runtimes take at most ${size}`],
]

it.each(FOUND.map(([text, ...expected]) => [expected, text] as const))('finds %j', (expected, text) => {
  const found = messages(text)
  expect(found).toHaveLength(expected.length)
  for (const [i, message] of expected.entries()) expect(found[i]).toContain(`p.json:${message}`)
  for (const { name, source } of check(text)) expect([name, source?.file]).toEqual(['oci-artifact', 'p.json'])
})

it('counts bytes and not characters', () => {
  expect(messages(`{${deny}, "listenerMetadata": "${'é'.repeat(size / 2)}"}`)[0]).toContain(
    `profile has ${size + 59} bytes`,
  )
})

it('refuses what is no profile', () => {
  expect(() => check('{')).toThrow('p.json:1:2: not JSON: ')
  expect(() => check('{"defaultAction": "allow"}')).toThrow('p.json:1:19: unknown action "allow"')
})
