import { describe, expect, it } from 'vitest'
import { parseSession, playSession } from '../src/session.ts'
import type { CommandOutput } from '../src/session.ts'

const TEXT = `# A remark.

$ first a
< in
<
| out
|
! err
& 06000000ffff0000
= 2
$ second
| unfinished
\\ no newline at the end
`

describe('a session', () => {
  it('is parts, and comes back with the same answers', async () => {
    const parts = parseSession(TEXT, 'x.test')
    expect(parts).toEqual([
      { kind: 'remark', line: '# A remark.' },
      { kind: 'remark', line: '' },
      { kind: 'command', command: 'first a', input: ['in', ''] },
      { kind: 'command', command: 'second', input: [] },
    ])
    const answers: CommandOutput[] = [
      {
        printed: [
          { stream: 'out', text: 'o' },
          { stream: 'out', text: 'ut\n\n' },
          { stream: 'err', text: 'err\n' },
          { stream: 'bytes', text: '06000000ffff0000' },
        ],
        status: 2,
      },
      { printed: [{ stream: 'out', text: 'unfinished' }], status: 0 },
    ]
    expect(await playSession(parts, () => Promise.resolve(answers.shift()!))).toBe(TEXT)
  })

  it('shows control characters', async () => {
    const parts = parseSession('$ x', 'x.test')
    const answer: CommandOutput = { printed: [{ stream: 'err', text: '\u001b[31mno\n' }], status: 0 }
    expect(await playSession(parts, () => Promise.resolve(answer))).toBe('$ x\n! \\x1b[31mno\n')
  })

  it.each(['what is this', '| an answer to nothing', '< input of nothing'])('has no line %j', (line) => {
    expect(() => parseSession(`# fine\n${line}\n`, 'x.test')).toThrow(
      'x.test:2: expected a remark, a command',
    )
  })
})
