import { expect, it } from 'vitest'
import { originProblems } from '../src/origins.ts'

const LINE =
  "/*! Derived from Docker's default profile (moby/profiles v0.2.3, seccomp/default.json), Copyright The Moby Authors, Apache-2.0; changed. */\n"

const problems = (name: string, files: Readonly<Record<string, string>>): readonly string[] =>
  originProblems(name, Object.keys(files), (file) => files[file] ?? '').map(
    (problem) => problem.split(':')[0] ?? '',
  )

it('names each derived module without its origin, alone and in a bundle', () => {
  const presets = {
    'dist/container-rules.js': 'export {}\n',
    'dist/container-default.js': LINE,
    'dist/nested-sandbox.js': `export {}\n${LINE}`,
    'dist/pure-compute.js': 'export {}\n',
  }
  expect(problems('@seccompile/presets', presets)).toEqual([
    'dist/container-rules.js',
    'dist/nested-sandbox.js',
  ])
  const filters = {
    'dist/programs/nested-sandbox/arm.js': `// Written by npm run gen filters\n${LINE}`,
    'dist/programs/container-default/arm.js': '// Written by npm run gen filters\n',
    'dist/notes/container-default.js': 'export {}\n',
  }
  expect(problems('@seccompile/filters', filters)).toEqual(['dist/programs/container-default/arm.js'])
  const bundle = `// ../presets/dist/container-rules.js\n${LINE}// ../presets/dist/container-families.js\nconst A = 1\n`
  expect(problems('seccompile', { 'dist/bundle/a.js': bundle })).toEqual(['dist/bundle/a.js'])
})

it('names a package whose derived modules are not found', () => {
  expect(problems('@seccompile/presets', { 'dist/index.js': '' })).toHaveLength(1)
  expect(problems('@seccompile/cbpf', { 'dist/index.js': '' })).toEqual([])
})
