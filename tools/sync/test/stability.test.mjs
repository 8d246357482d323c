/* What is promised of exports: said for every package, in its manifest, README and reports, and kept by the types of stable exports. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root, stabilityOf } from '../../lint/workspace.mjs'

const reports = join(root, 'tools/api-reports/reports')
const manifestOf = (short) => JSON.parse(readFileSync(join(root, 'packages', short, 'package.json'), 'utf8'))
/** The stability of a module that is imported as `name`, such as `@seccompile/policy/toolkit`. */
const stabilityOfModule = (name) => {
  const [short, ...subpath] = name.replace(/^@seccompile\//, '').split('/')
  return stabilityOf(manifestOf(short).seccompile, subpath.join('/'))
}
const all = readdirSync(reports).map((file) => {
  const name = file.replace(/\.api\.md$/, '').replaceAll('.', '/')
  const text = readFileSync(join(reports, file), 'utf8')
  const imports = [...text.matchAll(/ from '((?:@seccompile\/|seccompile)[^']*)'/g)].map(([, from]) => from)
  return { name, text, stability: stabilityOfModule(name), imports: [...new Set(imports)] }
})

describe('stable or experimental', () => {
  test('is said of every published package', () => {
    for (const short of readdirSync(join(root, 'packages')).filter((name) =>
      existsSync(join(root, 'packages', name, 'package.json')),
    ))
      expect([short, manifestOf(short).seccompile.stability]).toEqual([
        short,
        expect.stringMatching(/^(stable|experimental)$/),
      ])
  })

  test.each(all)('is at the top of the report of $name', ({ text, stability }) => {
    expect(text.split('\n')[2]).toBe(
      `Stability: ${stability}. Written by \`npm run gen api\` from the declarations.`,
    )
  })

  test.each(all.filter(({ stability }) => stability === 'stable'))(
    'holds of the types too that the stable $name needs',
    ({ imports }) => {
      expect(imports.filter((name) => stabilityOfModule(name) !== 'stable')).toEqual([])
    },
  )

  test('differs by subpath', () => {
    expect(stabilityOf({ stability: 'stable', experimental: ['parts'] })).toBe('stable')
    expect(stabilityOf({ stability: 'stable', experimental: ['parts'] }, 'parts')).toBe('experimental')
    expect(stabilityOf({ stability: 'experimental' }, 'parts')).toBe('experimental')
  })
})

describe('pnpm sync', () => {
  const home = mkdtempSync(join(tmpdir(), 'seccompile-sync-'))
  afterAll(() => rmSync(home, { recursive: true }))
  for (const file of ['tools/sync/sync.mjs', 'tools/sync/stability.mjs', 'tools/lint/workspace.mjs'])
    cpSync(join(root, file), join(home, file))
  writeFileSync(join(home, 'package.json'), JSON.stringify({ devDependencies: {} }))
  const folder = join(home, 'packages/abi')
  mkdirSync(folder, { recursive: true })
  const part = '<!-- stability: written by `pnpm sync` -->'
  /** The words of sync about the one package of a workspace, and the part of its README. */
  const sync = (seccompile, more = {}) => {
    const manifest = {
      name: '@seccompile/abi',
      version: '0.0.0',
      description: 'Is.',
      seccompile: { layer: 1, ...seccompile },
      ...more,
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(folder, 'README.md'), `# @seccompile/abi\n\nIs.\n\n${part}\n<!-- /stability -->\n`)
    const { stderr } = spawnSync(process.execPath, [join(home, 'tools/sync/sync.mjs')], { encoding: 'utf8' })
    return {
      said: stderr.trim(),
      readme: readFileSync(join(folder, 'README.md'), 'utf8').split(part)[1].split('<!--')[0].trim(),
    }
  }
  const LINK = '[What this promises](../../docs/one-package.md#stable-and-experimental).'

  test('writes the promise into the README, and the subpaths that it leaves out', () => {
    expect(sync({ stability: 'experimental' })).toEqual({
      said: '',
      readme: `Experimental: a new minor version may change an export so that a program breaks. ${LINK}`,
    })
    expect(sync({ stability: 'stable', subpaths: ['parts', 'load'], experimental: ['parts'] })).toEqual({
      said: '',
      readme: `Stable: only a new major version changes an export so that a program breaks. Experimental: \`@seccompile/abi/parts\`. ${LINK}`,
    })
  })

  test('has a package need the others in its own version alone, since a minor version may change an experimental export', () => {
    sync({ stability: 'stable' }, { dependencies: { '@seccompile/search': 'workspace:^', yaml: 'catalog:' } })
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    expect(dependencies).toEqual({ '@seccompile/search': 'workspace:*', yaml: 'catalog:' })
  })

  test.each([
    ['no word', {}, 'stability": expected "stable" or "experimental"; got undefined'],
    ['another word', { stability: 'beta' }, 'stability": expected "stable" or "experimental"; got "beta"'],
    [
      'a subpath that it does not have',
      { stability: 'stable', subpaths: ['load'], experimental: ['parts'] },
      'experimental": "parts" is none of the "subpaths"',
    ],
    [
      'subpaths of an experimental package',
      { stability: 'experimental', subpaths: ['parts'], experimental: ['parts'] },
      'experimental": all of an experimental package is experimental; leave the field out',
    ],
  ])('names a package with %s', (_, seccompile, what) => {
    expect(sync(seccompile).said).toBe(`packages/abi/package.json: "seccompile.${what}`)
  })
})
