/* Lines, read as config_parse() of systemd reads them. `pnpm soak units` compares random lines with systemd itself. */
import { parseSystemd } from '@seccompile/systemd'
import { expect, it } from 'vitest'

/** The calls that the unit `text` refuses. */
const refused = (text: string): readonly string[] =>
  parseSystemd(text, { file: 'x.service' }).policy.rules.flatMap(({ names, args }) =>
    args.length > 0 ? [] : names.map(({ name }) => name),
  )

it.each([
  [1, ['bpf']],
  [2, ['bpf', 'mount']],
  [3, ['bpf']],
  [4, ['bpf', 'mount']],
])('joins a line with the next after an odd number of backslashes, of %i (issue 32)', (count, calls) => {
  const ends = `Environment=PREFIX=C:${'\\'.repeat(count)}\nSystemCallFilter=~mount`
  expect(refused(`SystemCallFilter=~bpf\n${ends}`)).toEqual(calls)
})

it('counts the backslashes of each line alone', () => {
  expect(refused('SystemCallFilter=~bpf \\\n\\\\\\\n mount')).toEqual(['bpf', 'mount'])
})

it('reads no escaped end where blanks follow the backslash', () => {
  expect(refused('SystemCallFilter=~bpf mount\\ \nSystemCallFilter=~chroot')).toEqual(['bpf', 'chroot'])
})

it('leaves comments out between lines that go on, and ends at an empty line', () => {
  expect(refused('SystemCallFilter=~bpf \\\n# no \\\n  ; no\n mount')).toEqual(['bpf', 'mount'])
  expect(refused('SystemCallFilter=~bpf \\\n\nmount')).toEqual(['bpf'])
  expect(refused('SystemCallFilter=~bpf \\\n')).toEqual(['bpf'])
})

it.each(['\n', '\r', '\r\n', '\n\r', '\0', '\r\n\0'])('ends lines at %j', (end) => {
  const lines = ['[Service]', '# x', 'SystemCallFilter=~bpf \\', 'mount', 'SystemCallFilter=chroot mount']
  expect(refused(lines.join(end))).toEqual(['bpf'])
})

it('reads a mark of byte order in front of one line, which then is no comment', () => {
  expect(refused('\ufeffSystemCallFilter=~bpf')).toEqual(['bpf'])
  expect(refused('SystemCallFilter=~bpf\n\ufeff# x \\\nSystemCallFilter=~mount')).toEqual(['bpf'])
})

it('takes the character behind a backslash as it stands', () => {
  expect(refused('SystemCallFilter=~mo\\unt b\\pf')).toEqual(['mount', 'bpf'])
})

it('parts words at blanks and tabs alone, and keeps quotes', () => {
  expect(refused('SystemCallFilter=~bpf\tmount\fchroot')).toEqual(['bpf'])
  expect(refused('SystemCallFilter=~"bpf" mount')).toEqual(['mount'])
  expect(parseSystemd('SystemCallArchitectures="native"', { file: 'x' }).policy.abis).toEqual(['x86_64'])
})

it('takes the section of the kind of unit that the file is named for', () => {
  const text = '[Service]\nSystemCallFilter=~bpf\n[Socket]\nSystemCallFilter=~mount'
  const of = (file: string): readonly string[] =>
    parseSystemd(text, { file }).policy.rules.flatMap(({ names }) => names.map(({ name }) => name))
  expect(of('x.service')).toEqual(['bpf'])
  expect(of('x.socket')).toEqual(['mount'])
  expect(of('x.socket.d/own.conf')).toEqual(['mount'])
  expect(of('standard input')).toEqual(['bpf'])
})

it('joins a header of a section, too', () => {
  expect(refused('[Service]\nSystemCallFilter=~bpf\n[Ser\\\nvice]\nSystemCallFilter=~mount')).toEqual(['bpf'])
})

it('refuses a line with a code point that is no character, and takes it in a comment (issue 32)', () => {
  for (const [text, code] of [
    ['\ufdd0', 'FDD0'],
    ['\ufffe', 'FFFE'],
    ['\u{1ffff}', '1FFFF'],
  ] as const) {
    expect(refused(`# ${text}\nSystemCallFilter=~mount`)).toEqual(['mount'])
    expect(() => refused(`Environment=A=${text}\nSystemCallFilter=~mount`)).toThrow(
      `x.service:1:15: expected text in UTF-8; got U+${code}, which is no character, and for which systemd does not load the unit`,
    )
  }
})
