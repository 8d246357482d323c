import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { brokenBoundaries } from '../boundaries.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seccompile-boundaries-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function put(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

/** A package on disk, as `readPackages()` would yield it. */
function pkg(
  name,
  layer,
  { dependencies = [], devDependencies = [], peerDependencies = [], library, files = {} } = {},
) {
  const dir = `packages/${name}`
  put(`${dir}/package.json`, JSON.stringify({ exports: { '.': '', './arbitrary': '' } }))
  for (const [path, text] of Object.entries(files)) put(`${dir}/${path}`, text)
  return {
    name: `@x/${name}`,
    dir,
    layer,
    dependencies,
    devDependencies,
    peerDependencies,
    isTool: false,
    library,
  }
}

it('is silent about declared imports of lower layers, and about examples in comments', () => {
  const low = pkg('low', 0)
  const high = pkg('high', 1, {
    dependencies: ['@x/low'],
    files: {
      'src/a.ts': "/** `import x from '@x/high'` */\nimport { a } from '@x/low'\nimport './b.ts'\n",
      'test/a.test.ts':
        "import { it } from 'vitest'\nimport { b } from '@x/low/arbitrary'\nimport 'node:fs'\nimport '@x/high'\n",
    },
  })
  expect(brokenBoundaries(root, [low, high])).toEqual([])
})

it('names an import of the same layer and its line', () => {
  const one = pkg('one', 1, { files: { 'src/a.ts': "\nexport { b } from '@x/two'\n" } })
  expect(brokenBoundaries(root, [one, pkg('two', 1)])).toEqual([
    'packages/one/src/a.ts:2: @x/two: @x/one is layer 1 and @x/two is layer 1; imports go to lower layers only',
  ])
})

it('names a development dependency on a higher layer', () => {
  const low = pkg('low', 0, { devDependencies: ['@x/high'] })
  expect(brokenBoundaries(root, [low, pkg('high', 3)])).toEqual([
    'packages/low/package.json: @x/high: @x/low is layer 0 and @x/high is layer 3; imports go to lower layers only',
  ])
})

it.each([
  [
    'a development dependency',
    "import 'dev'",
    'packages/p/package.json does not declare dev as a dependency or peer',
  ],
  [
    'a Node built-in',
    "import 'fs/promises'",
    'sources below layer 9 run in a browser and use no Node built-in',
  ],
  ['a way around exports', "import '@x/low/src/a.ts'", '@x/low exports no "./src/a.ts"'],
  [
    'its own package by its name',
    "import '@x/p'",
    'a source imports files of its own package by their paths',
  ],
  ['another folder', "import '../../low/src/a.ts'", 'a relative import stays inside its package'],
  [
    'a dynamic import',
    "await import('other')",
    'packages/p/package.json does not declare other as a dependency or peer',
  ],
])('refuses %s in a source', (_what, text, reason) => {
  const options = { dependencies: ['@x/low'], devDependencies: ['dev'], files: { 'src/a.ts': text } }
  const [problem, ...more] = brokenBoundaries(root, [pkg('low', 0), pkg('p', 1, options)])
  expect(problem).toMatch(/^packages\/p\/src\/a\.ts:1: /)
  expect(problem.endsWith(`: ${reason}`)).toBe(true)
  expect(more).toEqual([])
})

it('lets tests alone import what is not published', () => {
  const low = pkg('low', 0)
  put(
    'packages/low/package.json',
    JSON.stringify({ exports: { './makers': '' }, publishConfig: { exports: {} } }),
  )
  const files = { 'src/a.ts': "import '@x/low/makers'", 'test/a.test.ts': "import '@x/low/makers'" }
  expect(brokenBoundaries(root, [low, pkg('p', 1, { dependencies: ['@x/low'], files })])).toEqual([
    'packages/p/src/a.ts:1: @x/low/makers: @x/low exports no "./makers"',
  ])
})

it('refuses a runtime dependency from outside the workspace below layer 9', () => {
  expect(brokenBoundaries(root, [pkg('low', 2, { dependencies: ['zod'] })])).toEqual([
    'packages/low/package.json: zod: packages below layer 9 depend on workspace packages only',
  ])
  expect(brokenBoundaries(root, [pkg('high', 9, { dependencies: ['koffi'] })])).toEqual([])
})

it('lets a source of a bundle import development dependencies of the workspace, and no source of the library', () => {
  const files = { 'src/index.ts': "import '@x/low'", 'src/io/main.ts': "import '@x/low'\nimport 'ajv'" }
  const options = { devDependencies: ['@x/low', 'ajv'], library: ['index.js', 'io/main.d.ts'], files }
  expect(brokenBoundaries(root, [pkg('low', 0), pkg('p', 9, options)])).toEqual([
    'packages/p/src/index.ts:1: @x/low: packages/p/package.json does not declare @x/low as a dependency or peer',
    'packages/p/src/io/main.ts:2: ajv: packages/p/package.json does not declare ajv as a dependency or peer',
  ])
})

it('refuses a source that imports koffi, which tests may', () => {
  const files = { 'src/a.ts': "import 'koffi'", 'test/a.test.ts': "import 'koffi'" }
  const options = { peerDependencies: ['koffi'], devDependencies: ['koffi'], files }
  expect(brokenBoundaries(root, [pkg('p', 9, options)])).toEqual([
    'packages/p/src/a.ts:1: koffi: koffi is an optional peer, which is loaded when a caller needs it: use createRequire()',
  ])
})
