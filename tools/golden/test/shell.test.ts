import { describe, expect, it } from 'vitest'
import { runCommand, wordsOf } from '../src/shell.ts'

describe('the words of a command', () => {
  it('are separated by spaces and held together by quotes', () => {
    expect(wordsOf('a --b "" \'c d\'e')).toEqual({ words: ['a', '--b', '', 'c de'], env: {} })
    expect(() => wordsOf('a "b')).toThrow('quotes do not match')
  })

  it('come after the environment, and before files for what is printed', () => {
    expect(wordsOf('NO_COLOR=1 X= a b > c 2> d')).toEqual({
      words: ['a', 'b'],
      env: { NO_COLOR: '1', X: '' },
      out: 'c',
      err: 'd',
    })
    expect(wordsOf("a 'X=1' '>' b").words).toEqual(['a', 'X=1', '>', 'b'])
  })
})

describe('a command', () => {
  const answer = (command: string, input: readonly string[] = []): ReturnType<typeof runCommand> =>
    runCommand({ kind: 'command', command, input })

  it('is one of the few that there are', async () => {
    await expect(answer('rm -r x')).rejects.toThrow('no such command: rm -r x')
    expect(await answer('cat', ['a', ''])).toEqual({
      printed: [{ stream: 'out', text: 'a\n\n' }],
      status: 0,
    })
    expect(await answer('xxd -r -p', ['06 00', 'ff'])).toEqual({
      printed: [{ stream: 'bytes', text: '0600ff' }],
      status: 0,
    })
  })

  it('is the command line, with an environment and perhaps a terminal', async () => {
    const plain = await answer('seccompile verify')
    expect(plain).toEqual({
      printed: [{ stream: 'err', text: "error: missing required argument 'file'\n" }],
      status: 2,
    })
    expect(await answer('TERMINAL=1 NO_COLOR=1 seccompile verify')).toEqual(plain)
    expect(await answer('TERMINAL=1 seccompile verify')).not.toEqual(plain)
    await expect(answer('seccompile verify -', ['x'])).rejects.toThrow('has no standard input here')
  })
})
