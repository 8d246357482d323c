/* What `npm run` starts: the programs are there, and the pages of this repository name no other. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CHECKS, chosenChecks, TIERS } from '../checks.mjs'
import { FAMILIES, TASKS } from '../tasks.mjs'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const read = (path) => readFileSync(join(ROOT, path), 'utf8')
const { scripts } = JSON.parse(read('package.json'))

/** The source of a program in `dist`, which a build makes; another program itself. */
const sourceOf = (file) => file.split(' ')[0].replace(/\/dist\/(.*)\.js$/, '/src/$1.ts')

const programs = [...Object.values(TASKS), ...Object.values(FAMILIES).flatMap((rows) => Object.values(rows).map(({ file }) => file))] // prettier-ignore

/** The members that may follow a family: of checks, tiers too. */
const membersOf = (family) => (family === 'check' ? [...TIERS, ...Object.keys(CHECKS)] : Object.keys(FAMILIES[family] ?? {})) // prettier-ignore

/** The words `npm run NAME MEMBER` in a text. */
const spoken = (text) => [...text.matchAll(/(?:\bnpm run|[`"']pnpm)((?: [a-z][a-z:-]*)+)/g)].map(([, words]) => words.trim().split(' ')) // prettier-ignore

/** Words after pnpm that are its own commands. */
const OF_PNPM = ['install', 'exec', 'add', 'pack', 'publish', 'run', 'dlx', 'why', 'store', 'workspace', 'test', 'build', 'start', 'i'] // prettier-ignore

describe('what npm run starts', () => {
  it.each(programs)('%s is a program of this repository', (file) => {
    expect(existsSync(join(ROOT, sourceOf(file)))).toBe(true)
  })

  it.each(Object.entries(CHECKS))('the check %s starts a program that is there', (_, { run }) => {
    const ours = /\bnode (\S+)/.exec(run)?.[1]
    expect(ours === undefined || existsSync(join(ROOT, sourceOf(ours)))).toBe(true)
  })

  it('has a script for each task and each family, and at most 40 in all', () => {
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining([...Object.keys(TASKS), ...Object.keys(FAMILIES)]))
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(40)
  }) // prettier-ignore

  it.each(['bench', 'soak', 'gen', 'check'])('npm run %s without a name lists what there is', (family) => {
    const program = family === 'check' ? 'run-checks.mjs' : 'bootstrap.mjs'
    const words = family === 'check' ? [] : [family]
    const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'tools/bootstrap', program), ...words], { encoding: 'utf8' }) // prettier-ignore
    const names = stdout.split('\n').flatMap((line) => /^ {2}(\S+)/.exec(line)?.[1] ?? [])
    expect([status, names]).toEqual([0, membersOf(family).filter((name) => !TIERS.includes(name))])
  })

  it.each(['bench nope', 'check nope'])('npm run %s says what there is, exit 2', (line) => {
    const words = line.split(' ')
    const [program, ...args] =
      words[0] === 'check' ? ['run-checks.mjs', words[1]] : ['bootstrap.mjs', ...words]
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'tools/bootstrap', program), ...args], { encoding: 'utf8' }) // prettier-ignore
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^unknown \w+ "nope"; there are \w+, /)])
  })
})

describe('tiers', () => {
  it('merge has every check of change, with all long tests in the place of those that a change reaches', () => {
    const change = chosenChecks(['change']).names
    const merge = chosenChecks(['merge']).names
    expect(change.filter((name) => !merge.includes(name))).toEqual(['reached'])
    expect(merge).toContain('long')
  })

  it('have each check', () => {
    const all = TIERS.flatMap((tier) => chosenChecks([tier]).names)
    expect([...new Set(all)].sort()).toEqual(Object.keys(CHECKS).sort())
  })

  it.each([
    ['merge', '.ci/run'],
    ['nightly', '.github/workflows/nightly.yml'],
    ['nightly', '.github/workflows/release.yml'],
  ])('the checks of %s are run by %s', (tier, path) => {
    expect(read(path)).toMatch(new RegExp(`npm run check ${tier}\\b`))
  })
})

describe('pages and programs', () => {
  const files = execFileSync('git', ['ls-files', '*.md', '*.ts', '*.mjs', '*.yml', '.ci/run'], { cwd: ROOT, encoding: 'utf8' }).split('\n') // prettier-ignore
  const named = files.filter((path) => path !== '' && !/^\.changeset\/|CHANGELOG|tools\/bootstrap\/test/.test(path) && existsSync(join(ROOT, path))) // prettier-ignore

  it('name only scripts and members that are there', () => {
    const wrong = named.flatMap((path) =>
      spoken(read(path)).flatMap(([script, member]) => {
        if (OF_PNPM.includes(script)) return []
        const isWrong = scripts[script] === undefined || (membersOf(script).length > 0 && member !== undefined && !membersOf(script).includes(member)) // prettier-ignore
        return isWrong ? [`${path}: ${script} ${member ?? ''}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })
})
