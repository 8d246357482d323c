import { expect, it } from 'vitest'
import { readPackages } from '../src/packages.ts'
import { reasonProblems, REASONS, startedFiles } from '../src/reasons.ts'

const OF_ALL = ['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js', 'package.json']

it('takes the files that every package has, and those of one package in that package', () => {
  expect(reasonProblems('@x/a', OF_ALL)).toEqual([])
  const own = [
    'bin/seccompile.js',
    'completions/seccompile.fish',
    'dist/bundle/watcher-thread.js',
    'man/seccompile-run.1',
  ]
  expect(reasonProblems('seccompile', [...OF_ALL, ...own])).toEqual([])
})

it.each([
  'src/index.ts',
  'dist/index.js.map',
  'dist/index.d.ts.map',
  'test/index.test.ts',
  '.cache/test.tsbuildinfo',
  'dist/.tsbuildinfo',
  'tsconfig.json',
  'native/a.o',
  'native/bench.c', // only of the packages that compile it
  'bin/seccompile.js',
  '.turbo/turbo-build.log',
  'node_modules/b/index.js',
])('names a file without a reason: %s', (file) => {
  expect(reasonProblems('@x/a', [...OF_ALL, file])).toEqual([
    `${file}: no reason in tools/pack-check/src/reasons.ts: leave it out, or say what users do with it`,
  ])
})

it('names a reason without a file, in the packages that the reason names', () => {
  const without = OF_ALL.filter((file) => file !== 'LICENSE')
  expect(reasonProblems('@x/a', without)).toEqual([
    '/^LICENSE$/: no file of the package matches, and its reason says: the terms of the code',
  ])
  const reasons = [{ of: ['@x/b'], files: /^man\/b\.1$/, why: 'a manual page' }]
  expect(reasonProblems('@x/b', [], reasons)).toEqual([
    '/^man\\/b\\.1$/: no file of the package matches, and its reason says: a manual page',
  ])
  expect(reasonProblems('@x/a', [], reasons)).toEqual([])
})

it('names only packages that are published', () => {
  const names = readPackages().map(({ manifest }) => manifest.name)
  expect(names).toEqual(expect.arrayContaining(REASONS.flatMap(({ of = [] }) => of)))
})

it('yields the files that Node starts by their paths', () => {
  const files = ['dist/index.js', 'dist/launch/launcher.js']
  expect(startedFiles('@seccompile/kernel', files)).toEqual(['dist/launch/launcher.js'])
  expect(startedFiles('@x/a', files)).toEqual([])
})
