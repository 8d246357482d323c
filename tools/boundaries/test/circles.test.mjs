import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterEach, beforeEach, expect, it } from 'vitest'
import config from '../circles.mjs'

const { forbidden, options } = config
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seccompile-circles-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** The rules that files of one package break: what each file imports, by its path in `src`. */
async function broken(files, dir = 'packages/p') {
  for (const [path, imports] of Object.entries(files)) {
    const file = join(root, dir, 'src', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(
      file,
      [
        ...imports.map((name, i) => `import type { T as T${i} } from '${name}'`),
        'export type T = 1',
        '',
      ].join('\n'),
    )
  }
  const { output } = await cruise([dir.split('/')[0]], {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: root,
  })
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
}

it('is silent about folders that import one way, and about index.ts', async () => {
  const files = {
    'index.ts': ['./beside.ts', './low/a.ts'],
    'beside.ts': ['./high/a.ts'],
    'high/a.ts': ['./b.ts', '../low/a.ts'],
    'high/b.ts': [],
    'low/a.ts': [],
  }
  expect(await broken(files)).toEqual([])
})

it('names files that import each other, if only for a type', async () => {
  expect(await broken({ 'a.ts': ['./b.ts'], 'b.ts': ['./a.ts'] })).toContain(
    'no-file-circle: packages/p/src/a.ts -> packages/p/src/b.ts',
  )
})

it('names a file that imports itself', async () => {
  expect(await broken({ 'a.ts': ['./a.ts'] })).toEqual([
    'no-file-circle: packages/p/src/a.ts -> packages/p/src/a.ts',
  ])
})

it('names folders that import each other by files that do not', async () => {
  const files = { 'one/a.ts': ['../two/a.ts'], 'two/a.ts': [], 'two/b.ts': ['../one/b.ts'], 'one/b.ts': [] }
  expect(await broken(files)).toEqual([
    'no-folder-circle: packages/p/src/one -> packages/p/src/two',
    'no-folder-circle: packages/p/src/two -> packages/p/src/one',
  ])
})

it('names an import of a file beside index.ts by a folder', async () => {
  expect(await broken({ 'beside.ts': [], 'one/deep/a.ts': ['../../beside.ts'] })).toEqual([
    'no-import-from-beside-index: packages/p/src/one/deep/a.ts -> packages/p/src/beside.ts',
  ])
})

it('keeps the site apart from its checks', async () => {
  expect(await broken({ 'page.ts': ['./browser/check.ts'], 'browser/check.ts': [] }, 'tools/site')).toEqual([
    'site-without-its-checks: tools/site/src/page.ts -> tools/site/src/browser/check.ts',
  ])
})
