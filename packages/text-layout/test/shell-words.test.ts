import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { shellLine, shellWord } from '../src/shell-words.ts'

describe('shellWord', () => {
  it('leaves plain words as they are, and quotes the others', () => {
    expect(shellWord('--bind=/a,b:c@1.2')).toBe('--bind=/a,b:c@1.2')
    expect(shellWord('a b')).toBe("'a b'")
    expect(shellWord("it's")).toBe(String.raw`'it'\''s'`)
    expect(shellWord('')).toBe("''")
    expect(shellWord('=x')).toBe("'=x'") // zsh would look for a command x
    expect(shellWord('~')).toBe("'~'")
    expect(shellWord('x=~')).toBe("'x=~'") // bash would expand the home of x=~ too
  })

  it('has U+FFFD for half of a surrogate pair, which has no bytes', () => {
    expect(shellWord('\ud800\u001b')).toBe(String.raw`"$(printf '\357\277\275\033')"`)
  })

  it('means to a shell exactly the text', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index))
    const words = [
      ...printable,
      printable.join(''),
      '$(id)',
      '`id`',
      '\\',
      '\\n',
      'a\nb',
      "''",
      '-n',
      'ß',
      '#',
      '1',
    ]
    words.push('w\n::warning::x.json', '\n', 'a\n\n', "-%d\\n'!\n%", '\u001b[2J', 'a\u202eß\r\n', 'é\t')
    const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${shellLine(words)}`], { encoding: 'utf8' })
    expect(shellLine(words).split('\n').slice(1).every((line) => /^(?:'|$)/.test(line))).toBe(true) // prettier-ignore
    expect(stdout.split('\0').slice(0, -1)).toEqual(words)
  })
})
