/*
 * READMEs of the packages with which other packages are built: every name in a README exists, and every export is
 * named.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const PACKAGES = [
  ...['cells', 'clock', 'describe', 'draw', 'kernel', 'lint-report', 'lower-bound'],
  ...['policy', 'policy-files', 'report', 'shape', 'text-layout'],
]
const fileOf = (name: string, path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../packages/${name}/${path}`, import.meta.url)), 'utf8')

interface ExportedNames {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

/** The names that `text`, an entry of a package, exports. */
function namesIn(text: string): ExportedNames {
  const lists = Array.from(text.matchAll(/^export (type )?\{([^}]*)\}/gm), ([, type, names]) => ({
    isType: type !== undefined,
    names: names!.split(',').flatMap((each) => each.trim().split(' as ').at(-1) || []),
  }))
  const own = Array.from(
    text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm),
    ([, name]) => name!,
  )
  const ownTypes = Array.from(text.matchAll(/^export (?:interface|type) (\w+)/gm), ([, name]) => name!)
  return {
    values: [...lists.flatMap(({ isType, names }) => (isType ? [] : names)), ...own],
    types: [...lists.flatMap(({ isType, names }) => (isType ? names : [])), ...ownTypes],
  }
}

/** The entries in the manifest of a package: all entries, and the published ones. */
interface PackageExports {
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly publishConfig: { readonly exports: Readonly<Record<string, unknown>> }
}

/** The exports of the published entries of a package. */
function exportsOf(name: string): ExportedNames {
  const { exports, publishConfig } = JSON.parse(fileOf(name, 'package.json')) as PackageExports
  const entries = Object.keys(publishConfig.exports).flatMap(
    (key) => exports[key]?.['@seccompile/source'] ?? [],
  )
  const all = entries.map((path) => namesIn(fileOf(name, path)))
  return { values: all.flatMap(({ values }) => values), types: all.flatMap(({ types }) => types) }
}

it.each(PACKAGES)('%s names each exported value in its README, and nothing else as an export', (name) => {
  const readme = fileOf(name, 'README.md')
  const { values, types } = exportsOf(name)
  expect(values.length).toBeGreaterThan(0)
  expect(values.filter((each) => !new RegExp(`\\b${each}\\b`).test(readme))).toEqual([])
  const cells = Array.from(readme.matchAll(/^\| export.*\|\n\| -.*\|\n((?:\|.*\n)*)/gm), ([, rows]) =>
    rows!.split('\n').map((row) => row.split(' | ')[0]!),
  )
  const named = cells
    .flat()
    .flatMap((cell) => Array.from(cell.matchAll(/`(\w+)(?:\([^`]*\))?`/g), ([, each]) => each!))
  expect(named.filter((each) => !values.includes(each) && !types.includes(each))).toEqual([])
})
