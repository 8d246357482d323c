import { readdirSync, readFileSync } from 'node:fs'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../src/command-groups.ts'
import { defineCommand } from '../src/syntax/command.ts'
import { commanderOption, valuesOf } from '../src/syntax/commander.ts'
import { FILES, FREE, listOf, oneOf } from '../src/syntax/completion.ts'
import { findCommand } from '../src/syntax/table.ts'
import { argument } from '../src/syntax/argument.ts'
import {
  allAsTyped,
  asTyped,
  choice,
  flag,
  flagOf,
  negated,
  repeated,
  required,
  valued,
} from '../src/syntax/option.ts'
import { silentIo } from './silent-io.ts'

const number = (text: string): number => Number(text)
const NOTHING = { args: [], values: new Map<string, string>() }

const OPTIONS = {
  perCall: flag('a row a call'),
  prove: negated('no proof'),
  insnCost: valued({ placeholder: 'n', brief: 'cost', otherwise: '1', parse: number, complete: FREE }),
  of: required({ short: 'f', placeholder: 'file', brief: 'the other', parse: asTyped, complete: FILES }),
  use: repeated({ placeholder: 'module', brief: 'a module', parse: allAsTyped, complete: FILES }),
  effort: choice({
    placeholder: 'name',
    brief: 'how long',
    choices: ['default', { word: 'max', means: 'long' }],
    otherwise: 'default',
  }),
}

describe('an option', () => {
  it('is typed by its key', () => {
    const flags = Object.entries(OPTIONS).map(([key, option]) => commanderOption(key, option).flags)
    expect(flags).toEqual([
      '--per-call',
      '--no-prove',
      '--insn-cost <n>',
      '-f, --of <file>',
      '--use <module>',
      '--effort <name>',
    ])
    expect(flagOf('denyInexpressible')).toBe('--deny-inexpressible')
  })

  it('says its words and its default in the help', () => {
    expect(OPTIONS.insnCost.about).toBe('cost (default: 1)')
    expect(OPTIONS.use.about).toBe('a module; may be repeated')
    expect(OPTIONS.effort.about).toBe('how long: default or max (long) (default: default)')
  })

  it('that may be repeated keeps all of its values, in order', () => {
    const command = new Command().addOption(commanderOption('use', OPTIONS.use))
    expect(command.parse(['--use', 'a', '--use', 'b'], { from: 'user' }).opts()).toEqual({ use: ['a', 'b'] })
  })

  it('has its value parsed, and a value where it is left out', () => {
    expect(valuesOf(OPTIONS, { of: 'b.bpf' })).toEqual({
      perCall: false,
      prove: true,
      insnCost: undefined,
      of: 'b.bpf',
      use: undefined,
      effort: undefined,
    })
    expect(
      valuesOf(OPTIONS, {
        perCall: true,
        prove: false,
        insnCost: '-2',
        of: '-',
        use: ['a', 'b'],
        effort: 'max',
      }),
    ).toEqual({ perCall: true, prove: false, insnCost: -2, of: '-', use: ['a', 'b'], effort: 'max' })
  })

  it('of a few words refuses others, and names the words and the one that was meant', () => {
    expect(() => valuesOf(OPTIONS, { of: '', effort: 'maxx' })).toThrow(
      '--effort: expected default or max; got "maxx"; did you mean "max"?',
    )
    expect(() => valuesOf(OPTIONS, { of: '', effort: 'constructor' })).toThrow(
      '--effort: expected default or max; got "constructor"',
    )
  })

  it('completes its words, with what they mean', async () => {
    expect(await OPTIONS.effort.complete('', NOTHING)).toEqual({
      candidates: [{ value: 'default' }, { value: 'max', about: 'long' }],
      found: 'none',
    })
  })
})

describe('a completion', () => {
  it('of a list is the whole word, without items that stand before', async () => {
    const { candidates } = await listOf(['a', 'b', 'c'])('b,', NOTHING)
    expect(candidates.map(({ value }) => value)).toEqual(['b,a', 'b,c'])
  })

  it('loads its list when a word asks for it', async () => {
    let loads = 0
    const complete = oneOf(() => {
      loads++
      return Promise.resolve(['a'])
    }, 'files')
    expect(loads).toBe(0)
    expect(await complete('', NOTHING)).toEqual({ candidates: [{ value: 'a' }], found: 'files' })
  })
})

it('a command gets values of the types of its arguments and options', async () => {
  const got: unknown[] = []
  const command = defineCommand({
    args: { file: argument('a file', FILES) },
    options: OPTIONS,
    examples: [],
    run: (_, { file, perCall, insnCost = 0, use = [], effort }) => {
      const word: 'default' | 'max' | undefined = effort
      got.push(file.length, !perCall, insnCost + 1, use.length, word)
      return Promise.resolve(0)
    },
  })
  expect(
    await command.run(silentIo({}), { file: 'abc', ...valuesOf(OPTIONS, { of: 'b', insnCost: '3' }) }),
  ).toBe(0)
  expect(got).toEqual([3, true, 4, 0, undefined])
})

it('the table of commands has the command of every file, by the name of the file', async () => {
  const folder = new URL('../src/commands/', import.meta.url)
  const files = readdirSync(folder).filter((file) =>
    readFileSync(new URL(file, folder), 'utf8').includes('defineCommand('),
  )
  expect(files.length).toBeGreaterThan(8)
  for (const file of files) {
    const name = file.slice(0, -'.ts'.length)
    expect((await findCommand(COMMANDS, name)?.load())?.name).toBe(name)
  }
})
