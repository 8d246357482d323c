/* What is promised of exports: said for every package, in its manifest, README and reports, and kept by the types of stable exports. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, stabilityOf } from '../../lint/workspace.mjs'

const reports = join(root, 'tools/api-reports/reports')
const manifestOf = (short) => JSON.parse(readFileSync(join(root, 'packages', short, 'package.json'), 'utf8'))
/** The stability of a module that is imported as `name`, such as `@seccompile/policy/parts`. */
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
      `Stability: ${stability}. Written by \`pnpm api:reports\` from the declarations.`,
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
