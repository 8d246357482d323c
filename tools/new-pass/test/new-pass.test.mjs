import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check, resolveConfig } from 'prettier'
import { transformWithOxc } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, write } from '../new-pass.mjs'
import { filesOf } from '../templates.mjs'

const script = fileURLToPath(new URL('../new-pass.mjs', import.meta.url))
const workspace = fileURLToPath(new URL('../../../', import.meta.url))
const LONG = 'a-name-as-long-as-a-name-can-be-40-chars'
let root

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-pass-'))
  mkdirSync(join(root, 'tools', 'examples'), { recursive: true })
  writeFileSync(join(root, 'tools', 'examples', 'package.json'), '{ "dependencies": {} }')
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

describe.each([
  ['rules', 'rules', 'one'],
  ['decision', 'decision', 'two-words'],
  ['program', 'program', LONG],
  ['rules', 'decision', 'a-short-start'],
  ['rules', 'decision', LONG.replace('a-', 'b-')],
  ['decision', 'program', 'x'],
  ['decision', 'program', LONG.replace('a-', 'c-')],
  ['program', 'decision', 'y'],
  ['program', 'decision', LONG.replace('a-', 'd-')],
])('a new pass from %s to %s, called %s,', (from, to, name) => {
  it('has every file that a package of a pass has, laid out and readable', async () => {
    await write({ name, from, to }, root)
    const folder = join(root, 'packages', `pass-${name}`)
    const files = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((item) => item.isFile())
      .map((item) => join(item.parentPath ?? item.path, item.name))
    const names = files.map((file) => file.slice(folder.length + 1).replaceAll('\\', '/'))
    expect(names.sort()).toEqual(
      [
        'README.md', 'package.json', `src/${name}.ts`, 'src/index.ts',
        'test/exports.test.ts', 'test/mutations.ts', `test/${name}.test.ts`,
      ].sort(),
    ) // prettier-ignore
    const config = await resolveConfig(script)
    for (const file of [...files, join(root, '.changeset', `pass-${name}.md`)]) {
      const text = readFileSync(file, 'utf8')
      expect(await check(text, { ...config, filepath: file }), file).toBe(true)
      if (file.endsWith('.ts')) await transformWithOxc(text, file)
    }
  })

  it('lists faults that fit its source', () => {
    const source = readFileSync(join(root, 'packages', `pass-${name}`, 'src', `${name}.ts`), 'utf8')
    const faults = filesOf(name, from, to)['test/mutations.ts'].matchAll(/find: (".*"),$/gm)
    const texts = [...faults].map(([, find]) => JSON.parse(find))
    expect(texts.length).toBe(from === to ? 1 : 3)
    for (const text of texts) expect(source.split(text), text).toHaveLength(2)
  })

  it('marks the tests and faults that its author replaces, and no check of every pass', () => {
    const files = filesOf(name, from, to)
    const [kept, replaced] = files[`test/${name}.test.ts`].split('// REPLACE: ')
    expect(kept).toMatch(/^conformance\(\w+\)$/m)
    expect(kept).not.toMatch(/^ *it[.(]/m)
    expect(replaced).toMatch(/^.*\n(?:\/\/ .*\n)*describe\(/)
    expect(replaced).not.toContain('conformance(')
    expect(files['test/mutations.ts']).toMatch(/^export const mutations[^\n]*\n {2}\/\/ REPLACE: /m)
    expect(files['test/exports.test.ts']).not.toContain('REPLACE')
  })

  it('is an entry among the examples', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'tools', 'examples', 'package.json'), 'utf8'))
    expect(dependencies).toHaveProperty([`@seccompile/pass-${name}`], 'workspace:^')
  })
})

it('has the layer that docs/adding-a-pass.md says, which is that of all passes', () => {
  const { seccompile } = JSON.parse(filesOf('a', 'rules', 'rules')['package.json'])
  const page = readFileSync(join(workspace, 'docs', 'adding-a-pass.md'), 'utf8')
  const said = Array.from(page.matchAll(/(?:at layer |"layer": )(\d+)/g), ([, layer]) => Number(layer))
  expect(said).toEqual([seccompile.layer, seccompile.layer])
  const packages = join(workspace, 'packages')
  const passes = readdirSync(packages).filter((name) => name.startsWith('pass-'))
  const layerOf = (name) =>
    JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).seccompile.layer
  expect(new Set(passes.map(layerOf))).toEqual(new Set([seccompile.layer]))
})

describe('asked', () => {
  const problemOf = (...argv) => asked(argv, workspace).problem

  it('takes a name and two levels, in any order', () => {
    const wanted = { name: 'fold-constants', from: 'program', to: 'program' }
    expect(asked(['fold-constants', '--from', 'program', '--to', 'program'], workspace)).toEqual(wanted)
    expect(asked(['--to=program', '--from=program', 'fold-constants'], workspace)).toEqual(wanted)
  })

  it.each([
    ['rules', 'decision'],
    ['decision', 'program'],
    ['program', 'decision'],
  ])('takes a name for a pass from %s to %s', (from, to) => {
    expect(asked(['x', '--from', from, '--to', to], workspace)).toEqual({ name: 'x', from, to })
  })

  it.each([
    ['no name', ['--from', 'rules', '--to', 'rules'], /^usage: /],
    ['no level', ['x'], /^usage: /],
    ['two names', ['x', 'y', '--from', 'rules', '--to', 'rules'], /^usage: /],
    ['an unknown option', ['x', '--form', 'rules'], /^Unknown option '--form'\nusage: /],
    ['an unknown level', ['x', '--from', 'rule', '--to', 'rules'], 'there is no level "rule"; there are rules, dec'],
    ['a name of the language', ['delete', '--from', 'rules', '--to', 'rules'], 'cannot be exported as delete'],
    ['a name that its files use', ['run-pass', '--from', 'rules', '--to', 'rules'], 'exported as runPass'],
    ['a name with its prefix', ['pass-x', '--from', 'rules', '--to', 'rules'], 'leave "pass-" out of the name: x'],
    ['a name that exists', ['dedupe', '--from', 'rules', '--to', 'rules'], 'packages/pass-dedupe is there already'],
    ['a path', ['../x', '--from', 'rules', '--to', 'rules'], '"../x" is no name for a pass: words of a-z'],
    ['capitals', ['foldConstants', '--from', 'rules', '--to', 'rules'], 'is no name for a pass'],
    ['a name too long', [`${LONG}x`, '--from', 'rules', '--to', 'rules'], '40 characters at most'],
    ['a name that a start uses', ['rule-tests', '--from', 'rules', '--to', 'decision'], 'exported as ruleTests'],
    ['rules to program', ['x', '--from', 'rules', '--to', 'program'], 'no pass leads from rules to program'],
    ['decision to rules', ['x', '--from', 'decision', '--to', 'rules'], 'no pass leads from decision to rules'],
    ['program to rules', ['x', '--from', 'program', '--to', 'rules'], 'no pass leads from program to rules'],
  ])('refuses %s', (_, argv, said) => {
    expect(problemOf(...argv)).toMatch(said)
  }) // prettier-ignore
})

describe('the command', () => {
  it('exits 2 and writes nothing when it is asked wrongly', () => {
    const run = spawnSync(process.execPath, [script, 'x', '--from', 'rules', '--to', 'program'], {
      encoding: 'utf8',
    })
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toBe(
      'new:pass: no pass leads from rules to program: levels go from rules to decision to program, and from program back to decision\n',
    )
    expect(existsSync(join(workspace, 'packages', 'pass-x'))).toBe(false)
  })
})
