/* A command writes only files that its words name: any other might be one that a person has written (issue 50). */
import { lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs' // prettier-ignore
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadCommands } from '../src/command-groups.ts'
import { flagOf } from '../src/syntax/option.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at } = temporaryFolder()
const home = process.cwd()
const RULES = '[{ "names": ["read"], "action": "SCMP_ACT_ALLOW" }]'
const FILES: Readonly<Record<string, string>> = {
  'p.json': `{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": ${RULES} }`,
  'p.json.json': 'mine',
  'p.bpf': 'mine',
  'p.svg': 'mine',
  'calls.strace': 'read(0, "", 1) = 0\n',
  other: 'mine',
}
const KINDS: Readonly<Record<string, string>> = { kind: 'tree', what: 'sum', recordings: 'calls.strace' }

/** What is there under a name: the content of a file, the target of a link, or the names in a folder. */
function thing(name: string): string {
  const stat = lstatSync(name)
  if (stat.isSymbolicLink()) return `-> ${readlinkSync(name)}`
  return stat.isDirectory() ? readdirSync(name).join('/') : readFileSync(name, 'utf8')
}

const shot = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync('.').map((name) => [name, thing(name)]))

/** The names of files that are new or changed since `before`. */
const changedSince = (before: Readonly<Record<string, string>>): readonly string[] => {
  const after = shot()
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]) // prettier-ignore
}

const fill = (): void => {
  rmSync(at('in'), { recursive: true, force: true })
  mkdirSync(at('in'))
  // By the object: graceful-fs, which tests of other files load, puts a cwd() and a chdir() of its own there that know one another.
  process.chdir(at('in'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(name, text)
  symlinkSync('other', 'link')
}
beforeAll(fill)
beforeEach(fill)
afterAll(() => process.chdir(home))

describe('a command writes no file that no word of it names', () => {
  it.each([
    [['compile', 'p.json', '-o', 'new'], ['new']],
    [
      ['compile', 'p.json', '-o', 'new', '--manifest'],
      ['new', 'new.json'],
    ],
    [['compile', 'p.json', '-o', 'link'], ['other']],
    [['convert', 'p.json', '--to', 'spo', '-o', 'link'], ['other']],
  ])('%j', async (words, files) => {
    const before = shot()
    const { status, err } = await runCli(words)
    expect([status, changedSince(before)], err).toEqual([0, files])
  })

  it('with any option', async () => {
    const wrong: string[] = []
    for (const { name, args, options } of await loadCommands()) {
      if (name === 'bench') continue // it measures for seconds, and writes nothing
      const words = [name, ...Object.keys(args).map((key) => KINDS[key] ?? 'p.json')]
      const lines = [
        words,
        ...Object.entries(options).flatMap(([key, { placeholder, isNegated }]) =>
          placeholder === undefined
            ? [[...words, flagOf(key, isNegated)]]
            : ['new', 'link'].map((value) => [...words, flagOf(key), value]),
        ),
      ]
      for (const line of lines) {
        const before = shot()
        await runCli(line)
        const changed = changedSince(before)
        const named = line.includes('link') ? ['link', 'other'] : line
        const others = changed.filter((file) => !named.includes(file))
        if (others.length > 0) wrong.push(`${line.join(' ')}: ${others.join(' ')}`)
        if (changed.length > 0) fill()
      }
    }
    expect(wrong).toEqual([])
  })
})
