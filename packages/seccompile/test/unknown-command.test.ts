import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/command-groups.ts'
import { NEAR_WORDS } from '../src/help/near-words.ts'
import { findCommand } from '../src/syntax/table.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const COLUMNS = 100

/** The lines of the error about the first word `word`. */
async function errorOf(word: string): Promise<readonly string[]> {
  const { status, out, err } = await runCli([word, 'any.bpf'])
  expect([status, out], word).toEqual([2, ''])
  const [first, ...lines] = err.split('\n').slice(0, -1)
  expect(first).toBe(`error: unknown command '${word}'`)
  return lines
}

describe('a first word that is no command', () => {
  it.each([
    ['compil', '(Did you mean compile?)'],
    ['complie', '(Did you mean compile?)'],
    ['comp', '(Did you mean compile or complete?)'],
    ['di', '(Did you mean diff, disasm or digest?)'],
    ['hel', '(Did you mean help?)'],
    ['mrege', '(Did you mean intersect?)'],
    ['subste', '(Did you mean prove --subset?)'],
  ])('such as %s names the commands that it begins, or else the nearest', async (word, question) => {
    expect(await errorOf(word)).toEqual([question])
  })

  it.each([
    ['check', ['lint', 'verify', 'check-manifest']],
    ['why', ['run', 'emulate', 'blocks']],
    ['decompile', ['explain', 'disasm', 'convert']],
    ['Strace', ['record', 'policy']],
  ])('such as %s leads to the commands that do what is meant', async (word, commands) => {
    const lines = await errorOf(word)
    expect(lines.map((line) => /^ {2}seccompile ([a-z-]+) /.exec(line)?.[1])).toEqual(commands)
  })

  it.each([
    ['no-network', 'seccompile explain preset:no-network '],
    ['no-network', 'seccompile run preset:no-network -- COMMAND '],
    ['no-network+no-tracing', 'seccompile explain preset:no-network+no-tracing '],
    ['preset:no-network', 'seccompile explain preset:no-network '],
    ['socket', 'seccompile lookup socket  what socket is: a call'],
    ['time', 'seccompile lookup groups time '],
    ['bst', 'seccompile lookup bst '],
    ['width-gap', 'seccompile help width-gap '],
  ])('such as %s, the name of something else, leads to "%s"', async (word, line) => {
    expect((await errorOf(word)).join('\n')).toContain(`  ${line}`)
  })

  it('that is a file leads to a question about it', async () => {
    writeFileSync(at('a policy.json'), '{}')
    const lines = await errorOf(at('a policy.json'))
    expect(lines).toEqual([`  seccompile explain '${at('a policy.json')}'  what it does, by system call`])
  })

  it.each(['constructor', '__proto__', '', 'zzz'])(
    'such as "%s" has no line where nothing is near',
    async (word) => {
      expect(await errorOf(word)).toEqual([])
    },
  )
})

describe('the table of near words', () => {
  it('has no word that is a command, and lines of commands that the help lists', () => {
    const listed = COMMANDS.listed.map(({ name }) => name)
    for (const [word, lines] of NEAR_WORDS) {
      expect(findCommand(COMMANDS, word), word).toBeUndefined()
      for (const [line] of lines)
        expect([...listed, '--version'], `${word}: ${line}`).toContain(line.split(' ')[0])
    }
  })

  it('has lines that fit a terminal', async () => {
    for (const word of NEAR_WORDS.keys())
      for (const line of await errorOf(word)) expect(line.length, line).toBeLessThanOrEqual(COLUMNS)
  })
})

it('no older word is a command of the lists', () => {
  for (const { name } of COMMANDS.old) expect(COMMANDS.listed.map((entry) => entry.name)).not.toContain(name)
})

describe('the name of a preset in the place of a file', () => {
  it.each([['explain'], ['compile'], ['diff', 'preset:no-tracing']])(
    'is named with its prefix by %s',
    async (...words) => {
      for (const name of ['no-network', 'no-network+no-tracing'])
        expect(await runCli([...words, name])).toMatchObject({
          status: 2,
          err: `error: ${name}: cannot be read: no such file; did you mean "preset:${name}"?\n`,
        })
      expect((await runCli([...words, 'no-netwrok'])).err).toBe(
        'error: no-netwrok: cannot be read: no such file\n',
      )
    },
  )
})
