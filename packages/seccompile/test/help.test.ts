import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../src/command-line.ts'
import { COMMAND_GROUPS, COMMANDS, loadCommands } from '../src/command-groups.ts'
import { TOPIC_NAMES } from '../src/help/topics.ts'
import { optionTerm } from '../src/syntax/commander.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const silent = {
  out: () => {},
  outBytes: () => {},
  err: () => {},
  outIsTerminal: false,
  errIsTerminal: false,
  env: {},
}
/** The commands of the first screen, of the longer list, and the words of before. */
const FIRST = COMMAND_GROUPS.filter(({ isRare }) => isRare !== true).flatMap(({ commands }) => commands)
const ALL = await loadCommands()
const LISTED = ALL.filter(({ name }) => COMMANDS.listed.some((row) => row.name === name))
const EXAMPLES = ALL.flatMap(({ examples }) => examples)

/** The words of a shell line, which may hold double quotes and a redirection to a file. */
function wordsOf(line: string): readonly string[] {
  const inner = /^source <\((.*)\)$/.exec(line)?.[1] ?? line.replace(/ > \S+$/, '')
  return (inner.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''))
}

it('is wrapped on a narrow terminal too', async () => {
  for (const { name } of ALL) {
    const command = (await commandLine(silent, () => {}, name)).commands[0]!
    const narrow = command.createHelp()
    expect(narrow.minWidthToWrap, command.name()).toBe(20)
    narrow.helpWidth = 60
    for (const line of narrow.formatHelp(command, narrow).split('\n')) {
      const words = line.trim().split(' ')
      if (words.length > 4 && !line.startsWith('Usage:')) expect(line.length, line).toBeLessThanOrEqual(60)
    }
  }
})

/** Commands that run programs, read live processes, or measure time on the kernel. */
const WITH_SIDE_EFFECTS = ['run', 'launch', 'try', 'record', 'doctor', 'oracle', 'dump', 'bench']

/** The commands that a help text lists, in its order. */
const listedIn = (text: string): readonly string[] =>
  [...text.slice(text.indexOf('Most used:')).matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = '']) => name)

describe('the help', () => {
  it('has at most 28 commands on its first screen, the five that most people need first', async () => {
    const { out, status } = await runCli(['--help'])
    expect(status).toBe(0)
    const listed = listedIn(out)
    expect(listed.length).toBeLessThanOrEqual(28)
    expect(listed).toEqual([...FIRST.map(({ name }) => name), 'help'])
    expect(listed.slice(0, 5)).toEqual(['compile', 'explain', 'lint', 'diff', 'run'])
    expect(out).toContain(`"seccompile help all" lists ${LISTED.length - FIRST.length} more commands.\n`)
    expect((await runCli([])).err).toBe(out)
  })

  it('of all has every command in a group, with a line that fits a terminal', async () => {
    const { out, status } = await runCli(['help', 'all'])
    expect(status).toBe(0)
    expect(listedIn(out).toSorted()).toEqual([...LISTED.map(({ name }) => name), 'help'].toSorted())
    for (const { title, commands } of COMMAND_GROUPS) {
      const text = out.slice(out.indexOf(`${title}:\n`)).split('\n\n')[0]!
      for (const { name, summary } of commands)
        expect(text).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
    }
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each(ALL)('of $name has its one to three examples, all of $name', async ({ name, examples }) => {
    expect(examples.length).toBeGreaterThanOrEqual(1)
    expect(examples.length).toBeLessThanOrEqual(3)
    const { out } = await runCli([name, '--help'])
    for (const { line } of examples) {
      expect(out).toContain(`\n  ${line}\n`)
      expect(wordsOf(line).slice(0, 2)).toEqual(['seccompile', name])
    }
  })

  it.each(COMMANDS.old)('of the older word $name says that the word now is $now', async ({ name, now }) => {
    const { out, status } = await runCli([name, '--help'])
    expect(status).toBe(0)
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      `An older word, which stays. The word now is "seccompile ${now}".`,
    )
    expect((await runCli(['help', name])).out).toBe(out)
    const [command = '', ...others] = now.split(' ')
    expect(LISTED.map((each) => each.name)).toContain(command)
    const help = (await runCli([command, '--help'])).out
    for (const word of others) expect(help).toContain(word)
  })
})

describe('the options that have a page of their own', () => {
  it.each(TOPIC_NAMES)(
    'are whole on the page %s, and one line in the help of each command',
    async (topic) => {
      const { out: page, status } = await runCli(['help', topic])
      expect(status).toBe(0)
      for (const line of page.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80)
      const [, names = ''] = /\nCommands that have them: ([^.]+)\.\n$/.exec(page) ?? []
      const having = LISTED.filter(({ options }) =>
        Object.values(options).some((option) => option.topic === topic),
      )
      expect(names.split(/,\s+/)).toEqual(having.map(({ name }) => name))
      for (const { name, options } of having) {
        const help = (await runCli([name, '--help'])).out
        expect(help.match(new RegExp(`^  .*; see "seccompile help ${topic}"$`, 'gm')), name).toHaveLength(1)
        for (const [key, option] of Object.entries(options)) {
          const term = `\n  ${optionTerm(key, option)} `
          if (option.topic === topic) expect(page).toContain(term)
          expect(help.includes(term), `${name}: ${key}`).toBe(option.topic === undefined)
        }
      }
    },
  )

  it('leave the help of compile with little more than half of its 107 lines', async () => {
    const { out } = await runCli(['compile', '--help'])
    expect(out.split('\n').length).toBeLessThanOrEqual(60)
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(86)
  })

  it('are suggested for one that is misspelt', async () => {
    const { err } = await runCli(['compile', 'p.json', '--knel', '6.1'])
    expect(err).toContain('(Did you mean --kernel?)')
  })
})

describe('the command line', () => {
  const namesFor = async (typed?: string): Promise<readonly string[]> =>
    (await commandLine(silent, () => {}, typed)).commands.map((command) => command.name())

  it('has the command that is typed, and those of the first screen where none is', async () => {
    expect(await namesFor()).toEqual(FIRST.map(({ name }) => name))
    for (const { name } of ALL) expect(await namesFor(name)).toEqual([name])
  })
})

describe('the examples of the help', () => {
  it.each(EXAMPLES)('$line is a command line', async ({ line }) => {
    const program = await commandLine(silent, () => {}, wordsOf(line)[1])
    let ran = ''
    for (const command of program.commands)
      command.action(() => {
        ran = command.name()
      })
    const words = wordsOf(line).slice(1)
    await program.parseAsync(words, { from: 'user' })
    expect(ran).toBe(words[0])
  })
})

describe('the examples without side effects', () => {
  const home = process.cwd()
  beforeAll(async () => {
    const rule = (names: readonly string[]): unknown => ({ names, action: 'SCMP_ACT_ALLOW' })
    const profile = (names: readonly string[]): string =>
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        syscalls: [rule(['read', 'write', 'exit_group', 'execve', 'rt_sigreturn', ...names])],
      })
    const files = {
      'old.json': profile([]),
      'new.json': profile(['socket']),
      'profile.json': profile(['openat', 'socket']),
      'filter.txt': 'ld [4]\nret #0x7fff0000\n',
      'calls.ndjson': `${[
        '{"format":"seccompile-recording","version":1,"source":"watch","machine":"x86_64","abis":["x86_64"],"unseen":[]}',
        '{"abi":"x86_64","nr":39,"call":"getpid","count":1}',
        '{"end":true,"rows":1,"calls":1}',
      ].join('\n')}\n`,
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text)
    for (const name of ['start', 'load', 'stop', 'restart'])
      writeFileSync(at(`${name}.ndjson`), files['calls.ndjson'])
    process.chdir(join(at('.')))
    await runCli(['compile', 'profile.json', '--manifest', '-o', 'filter.bpf'])
    await runCli(['optimize', 'filter.bpf', '-o', 'smaller.bpf'])
    const wrong = { name: 'wrong', from: 'rules', to: 'rules', summary: '' }
    writeFileSync(
      'wrong.mjs',
      `export const wrong = { ...${JSON.stringify(wrong)}, run() { throw new Error('') } }`,
    )
    const passes = ['--use', './wrong.mjs', '--passes', 'wrong,bst,lower', '--repro', 'repro.json']
    await runCli(['compile', 'profile.json', ...passes, '-o', 'none.bpf'])
    writeFileSync('repro.json', readFileSync('repro.json', 'utf8').replace('"wrong"', '"sort"'))
  })
  afterAll(() => process.chdir(home))

  const runnable = EXAMPLES.filter(
    ({ line }) => !WITH_SIDE_EFFECTS.includes(wordsOf(line)[1]!) && !line.includes('--by kernel'),
  )
  it.each(runnable)('$line', async ({ line }) => {
    const before = readFileSync('filter.bpf')
    const { status, err } = await runCli(wordsOf(line).slice(1))
    writeFileSync('filter.bpf', before)
    expect(err).not.toContain('error:')
    expect([0, 1]).toContain(status)
  })

  it.each([
    ['seccompile explain preset:no-network', /ERRNO\(EACCES\): socket, connect/],
    ['seccompile emulate profile.json openat', /openat: ALLOW/],
    ['seccompile solve filter.bpf --verdict ALLOW --syscall "open*" --all', /openat +always/],
    ['seccompile diff old.json new.json --only weaker', /weaker, ERRNO\(EPERM\) -> ALLOW: socket/],
    ['seccompile prove profile.json filter.bpf', /^equal, digest/],
    [
      'seccompile prove new.json old.json --subset',
      /^new.json is not at least as strict as old.json: x86_64 socket/,
    ],
    [
      'seccompile subset new.json --of old.json',
      /^new.json is not at least as strict as old.json: x86_64 socket/,
    ],
    ['seccompile lookup 98 --abi aarch64', /^futex\(.* is 98 on aarch64/],
    ['seccompile call 98 --abi aarch64', /^futex\(.* is 98 on aarch64/],
  ])('%s answers what it says', async (line, answer) => {
    expect(EXAMPLES.map((example) => example.line)).toContain(line)
    const { out } = await runCli(wordsOf(line).slice(1))
    expect(out).toMatch(answer)
  })
})
