/*
 * The types of the matchers where a test is an ES module or a CommonJS one, by both ways of resolving modules: that of vitest, and
 * that of Jest with the imported `expect`. Names that do not exist are errors in each.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../.cache/matchers-types')
const COMPILER = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

/** A test for the matchers of `entry`, with `expect` of `runner`. The last two lines are errors. */
const testOf = (entry: string, runner: string): string => `import '@seccompile/matchers/${entry}'
import { seccompMatchers } from '@seccompile/matchers'
import { AF_INET, policy } from 'seccompile'
import { expect } from '${runner}'

const mine = policy({ default: 'deny' }).allow('read')
expect(mine).toAllow('read')
expect(mine).not.toAllow('socket', ({ family }) => family.eq(AF_INET))
expect(mine).toRefuse('socket', { family: AF_INET }, { exceptBy: ['io_uring'], kernels: { from: '5.10' } })
expect([mine, mine]).toStop('CVE-2022-0185', { caps: ['CAP_BPF'] })
expect({ mine }).toEqual({ mine: expect.toAllow('read') })
export const { pass }: { readonly pass: boolean } = seccompMatchers.toAllow(mine, 'mount')
expect(mine).toAllow('opne')
expect(mine).toStop('CVE-2022-0186')
`

const FILES: Readonly<Record<string, string>> = {
  'vitest.mts': testOf('vitest', 'vitest'),
  'jest.mts': testOf('jest', '@jest/globals'),
  'vitest.cts': testOf('vitest', 'vitest'),
  'jest.cts': testOf('jest', '@jest/globals'),
}

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(FOLDER, name), text)
})
afterAll(() => {
  rmSync(FOLDER, { recursive: true })
})

it.each(['nodenext', 'bundler'])('of tests of both kinds, resolved as %s', (resolution) => {
  const compilerOptions = {
    strict: true,
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    module: resolution === 'nodenext' ? 'nodenext' : 'preserve',
    moduleResolution: resolution,
    skipLibCheck: true,
    noEmit: true,
  }
  const config = join(FOLDER, `tsconfig.${resolution}.json`)
  writeFileSync(config, JSON.stringify({ compilerOptions, files: Object.keys(FILES) }))
  const { stdout } = spawnSync(process.execPath, [COMPILER, '--pretty', 'false', '--project', config], {
    cwd: FOLDER,
    encoding: 'utf8',
  })
  const errors = stdout.split('\n').filter((line) => / error /.test(line))
  const places = errors.map((line) => line.replace(/: error.*/, '')).toSorted()
  expect(places).toEqual(
    Object.keys(FILES)
      .flatMap((file) => [`${file}(13,22)`, `${file}(14,21)`])
      .toSorted(),
  )
  expect(errors.filter((line) => line.includes('\'"opne"\''))).toHaveLength(4)
})
