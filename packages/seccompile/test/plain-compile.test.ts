import { describe, expect, it } from 'vitest'
import { commandLine } from '../src/command-line.ts'
import { plainCompile } from '../src/plain-compile.ts'

/** What commander makes of the words of a command line of `compile`. */
async function typed(args: readonly string[]): Promise<unknown> {
  const silent = (): undefined => undefined
  const io = {
    out: silent,
    outBytes: silent,
    err: silent,
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
  }
  const root = commandLine(io, silent, 'compile')
  let made: unknown
  root.commands
    .find((command) => command.name() === 'compile')!
    .action((argument: unknown, options: unknown) => {
      made = { argument, options }
    })
  await root.parseAsync(args, { from: 'user' })
  return made
}

describe('plainCompile', () => {
  it.each([
    ['compile', 'preset:container-default'],
    ['compile', 'p.json', '-o', 'f'],
    ['compile', '--output', 'f', 'p.json'],
    ['compile', '-', '-o', '-'],
    ['compile', '', '-o', ''],
  ])('reads %j %j %j %j as commander does', async (...args) => {
    const words = args.filter((word) => word !== undefined)
    expect(plainCompile(words)).toStrictEqual(await typed(words))
  })

  it.each([
    [['compile']],
    [['compile', 'p.json', 'q.json']],
    [['compile', 'p.json', '--json']],
    [['compile', 'p.json', '-o']],
    [['compile', 'p.json', '-o', '--json']],
    [['compile', 'p.json', '-o', 'f', '-o', 'g']],
    [['compile', 'p.json', '-of']],
    [['compile', 'p.json', '--output=f']],
    [['compile', '--', 'p.json']],
    [['compile', '--help']],
    [['disasm', 'f']],
    [[]],
  ])('leaves %j to commander', (args) => {
    expect(plainCompile(args)).toBeUndefined()
  })
})
