import type { MinijailDialect } from '@seccompile/minijail'
import { expect, it } from 'vitest'
import { refusal } from './refusal.ts'

// prettier-ignore
it.each([
  // names
  ['E_NAME x.policy:1:1: unknown system call "raed"; did you mean "read"?', 'raed: 1'],
  ['E_NAME x.policy:2:9: unknown system call "wriet"; did you mean "write"?', '# ok\n{ read, wriet }: allow'],
  ['E_NAME x.policy:1:15: unknown constant "O_RDONYL"; did you mean "O_RDONLY"?', 'open: arg1 == O_RDONYL'],
  ['E_NAME x.policy:1:15: unknown constant "WHATEVER_IT_IS"; write its number', 'open: arg1 == WHATEVER_IT_IS'],
  ['E_NAME x.policy:1:11: unknown architecture "x86_46"; did you mean "x86_64"?', 'read[arch=x86_46]: 1'],
  ['E_NAME x.policy:1:6: unknown key "abi"; minijail has "arch"', 'read[abi=x86_64]: 1'],
  ['E_NAME x.policy:1:1: group "io@libc" is defined by files of the Python compiler, which are not read; name its calls', 'io@libc: 1'],
  ['E_NAME x.policy:1:10: @default is "allow"; minijail has kill, kill-process, kill-thread, trap, user-notify', '@default allow'],
  // numbers
  ['E_NUMBER x.policy:1:7: argument is "arg6"; a system call has arguments arg0 to arg5', 'read: arg6 == 1'],
  ['E_NUMBER x.policy:1:15: number "18446744073709551616" does not fit 64 bits', 'read: arg0 == 18446744073709551616'],
  ['E_NUMBER x.policy:1:15: number "-9223372036854775809" does not fit 64 bits', 'read: arg0 == -9223372036854775809'],
  ['E_NUMBER x.policy:1:15: number "08" begins with 0 and is no octal number; leave the 0 out', 'read: arg0 == 08'],
  // syntax
  ['E_SYNTAX x.policy:1:1: unexpected "?"; expected a rule such as "read: 1"', '?'],
  ['E_SYNTAX x.policy:1:6: expected an action such as "allow"; the line ends here', 'read:'],
  ['E_SYNTAX x.policy:1:5: expected ":" behind the name; the line ends here', 'read'],
  ['E_SYNTAX x.policy:1:7: action is "2"; "1" allows, and "return 2" gives an errno', 'read: 2'],
  ['E_SYNTAX x.policy:1:9: expected the end of the line; got "1"', 'read: 1 1'],
  ['E_SYNTAX x.policy:1:12: expected an operator such as ==; got "="', 'read: arg0 = 1'],
  ['E_SYNTAX x.policy:1:14: expected a number or a constant such as O_RDONLY; the line ends here', 'read: arg0 =='],
  ['E_SYNTAX x.policy:1:19: expected an argument such as arg0; the line ends here', 'read: arg0 == 1 &&'],
  ['E_SYNTAX x.policy:1:16: a complement of a complement is refused by minijail; write neither', 'read: arg0 in ~~1'],
  ['E_SYNTAX x.policy:1:17: expected ")"; the line ends here', 'read: arg0 == (1'],
  ['E_SYNTAX x.policy:1:13: expected a number or a constant such as O_RDONLY; the line ends here', 'read: return'],
  ['E_SYNTAX x.policy:1:8: expected "}"; got ":"', '{ read : 1'],
  ['E_SYNTAX x.policy:2:1: line ends in a backslash and the file ends there; both compilers drop such a line', 'read: 1\n\\'],
  ['E_SYNTAX x.policy:1:10: path "base.policy" begins with neither "./" nor "/"; write "./" in front', '@include base.policy'],
  ['E_SYNTAX x.policy:1:9: expected a path such as ./base.policy; the line ends here', '@include'],
  ['E_SYNTAX x.policy:2:7: policy is a deny list, whose rules have "return" and an errno', '@denylist\nread: kill'],
  // conflicts
  ['E_CONFLICT x.policy:2:7: "read" has an action without conditions already, from x.policy:1:7', 'read: 1\nread: kill'],
  ['E_CONFLICT x.policy:1:18: key "arch" is written twice; remove one', 'read[arch=x86_64;arch=arm]: 1'],
  // files
  ['E_NAME x.policy:1:1: file "./base.policy" is included, and a text alone has no files', '@include ./base.policy'],
])('refuses with %j', (message, text) => {
  expect(refusal(text)).toBe(message)
})

// prettier-ignore
it.each([
  ['E_SYNTAX x.policy:1:9: comment stands behind other text, and the C compiler reads one only on a line of its own; move it', 'read: 1 # all'],
  ['E_SYNTAX x.policy:1:7: action "allow" is of the Python compiler, and this policy is read as one for the C compiler', 'read: allow'],
  ['E_SYNTAX x.policy:1:1: "{" is of the Python compiler, and this policy is read as one for the C compiler', '{ read }: 1'],
  ['E_SYNTAX x.policy:1:7: "{" is of the Python compiler, and this policy is read as one for the C compiler', 'read: { 1 }'],
  ['E_SYNTAX x.policy:1:5: "[" is of the Python compiler, and this policy is read as one for the C compiler', 'read[arch=arm]: 1'],
  ['E_SYNTAX x.policy:1:1: @default is of the Python compiler, and this policy is read as one for the C compiler', '@default trap'],
  ['E_SYNTAX x.policy:1:1: @denylist is of the Python compiler, and this policy is read as one for the C compiler', '@denylist'],
  ['E_SYNTAX x.policy:1:11: no blank in front of "==", which the C compiler needs; write one', 'read: arg0==1'],
  ['E_SYNTAX x.policy:1:17: value holds a blank, and the C compiler takes it for the end of the value; leave it out', 'read: arg0 == 1 | 2'],
  ['E_CONFLICT x.policy:2:7: "read" has an action without conditions already, from x.policy:1:7', 'read: 1\nread: arg0 == 1'],
  ['E_SYNTAX x.policy:1:8: unexpected "\\r"; expected a rule such as "read: 1"', 'read: 1\r\n'],
])('refuses for the C compiler with %j', (message, text) => {
  expect(refusal(text, { dialect: 'c' })).toBe(message)
})

/** Files that include each other. */
const FILES: Readonly<Record<string, string>> = {
  'round.policy': '@include ./again.policy',
  'again.policy': '@include ./round.policy',
  'sub/low.policy': '@include ./../top.policy\n@include ./near.policy',
  'sub/near.policy': 'write: 1',
  'top.policy': 'read: 1',
  'bad.policy': '\nraed: 1',
  ...Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`d${i}.policy`, `@include ./d${i + 1}.policy`]),
  ),
}
const include = (path: string): string | undefined => (Object.hasOwn(FILES, path) ? FILES[path] : undefined)
const including = (path: string, dialect: MinijailDialect = 'python'): string =>
  refusal(`@include ${path}`, { file: 'etc/x.policy', include, dialect })

// prettier-ignore
it.each([
  ['E_NAME etc/x.policy:1:1: file "./none.policy" does not exist', './none.policy'],
  ['E_NAME etc/x.policy:1:1: path "/etc/passwd" is absolute, and only files in the folder of the policy are read; write "./…"', '/etc/passwd'],
  ['E_NAME etc/x.policy:1:1: path "./../x.policy" leaves the folder of the policy; include files in it', './../x.policy'],
  ['E_NAME etc/x.policy:1:1: path "./sub/../../x" leaves the folder of the policy; include files in it', './sub/../../x'],
  ['E_CONFLICT etc/x.policy:1:1: file "./x.policy" includes itself, by x.policy', './x.policy'],
  ['E_CONFLICT etc/again.policy:1:1: file "./round.policy" includes itself, by round.policy and again.policy and round.policy', './round.policy'],
  ['E_LIMIT etc/d7.policy:1:1: @include nests deeper than 8 levels', './d0.policy'],
  ['E_NAME etc/bad.policy:2:1: unknown system call "raed"; did you mean "read"?', './bad.policy'],
  ['E_NAME etc/x.policy:1:1: file "./__proto__" does not exist', './__proto__'],
  ['none', './sub/low.policy'],
])('says of an included file: %j', (message, path) => {
  expect(including(path)).toBe(message)
})

it('reads one level of included files for the C compiler', () => {
  expect(including('./d9.policy', 'c')).toBe(
    'E_LIMIT etc/d9.policy:1:1: @include nests deeper than 1 level, which is all that the C compiler reads',
  )
})

it('reads files by the absolute path that they are installed at', () => {
  const found = { file: 'x.policy', include, installed: '/usr/share/policy/' }
  expect(refusal('@include /usr/share/policy/sub/near.policy', found)).toBe('none')
  expect(refusal('@include /usr/share/policy/../near.policy', found)).toContain('leaves the folder')
})

it.each([
  [
    'parentheses',
    `read: arg0 == ${'('.repeat(40)}1${')'.repeat(40)}`,
    'parentheses nest deeper than 32 levels',
  ],
  [
    'characters',
    `# ${'x'.repeat(1024 * 1024)}`,
    'policy has more than 1048576 characters with all that it includes',
  ],
  ['statements', 'exit: arg0 == 1\n'.repeat(16_385), 'policy has more than 16384 statements'],
])('bounds the number of %s', (_, text, what) => {
  expect(refusal(text)).toContain(what)
})

it('counts each inclusion of a file', () => {
  const files: Readonly<Record<string, string>> = {
    'a.policy': '@include ./b.policy\n'.repeat(1000),
    'b.policy': '@include ./c.policy\n'.repeat(1000),
    'c.policy': '# nothing',
  }
  const found = { include: (path: string) => files[path] }
  expect(refusal('@include ./a.policy\n'.repeat(1000), found)).toContain('E_LIMIT')
})

it.each(['\u0000', '\ufeffread: 1', '\ud800', 'read: 1\u0000', 'read\u00a0: 1', '"', "read: 'x'"])(
  'refuses the text %j and throws nothing else',
  (text) => {
    expect(refusal(text)).toMatch(/^E_SYNTAX x\.policy:1:/)
  },
)

it('takes the names of what objects inherit for unknown ones', () => {
  expect(refusal('__proto__: 1')).toContain('unknown system call "__proto__"')
  expect(refusal('read: arg0 == constructor')).toContain('unknown constant "constructor"')
  expect(refusal('read[arch=toString]: 1')).toContain('unknown architecture "toString"')
})
