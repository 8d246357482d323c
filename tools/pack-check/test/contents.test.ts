import { describe, expect, it } from 'vitest'
import { installLineProblems, manifestProblems, unusedDependencies } from '../src/contents.ts'

const FILES = ['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.js', 'package.json']
const MANIFEST = {
  name: '@x/a',
  version: '0.0.0',
  exports: {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './package.json': './package.json',
  },
  dependencies: { '@x/b': '^0.0.0' },
}

describe('manifestProblems', () => {
  it('accepts what pnpm makes of a package.json', () => {
    expect(manifestProblems(MANIFEST, FILES)).toEqual([])
  })

  it('rejects ranges that only the workspace understands', () => {
    const dependencies = { '@x/b': 'workspace:^' }
    const peerDependencies = { c: 'catalog:' }
    expect(manifestProblems({ ...MANIFEST, dependencies, peerDependencies }, FILES)).toEqual([
      'package.json: @x/b is still "workspace:^"',
      'package.json: c is still "catalog:"',
    ])
  })

  it('rejects the condition that leads to sources', () => {
    const exports = { '.': { '@seccompile/source': './src/index.ts', default: './dist/index.js' } }
    expect(manifestProblems({ ...MANIFEST, exports }, FILES)).toEqual([
      'package.json: exports have the condition "@seccompile/source"',
      'package.json: names ./src/index.ts, which is not there',
    ])
  })

  it('rejects targets that are not there', () => {
    const wrong = { ...MANIFEST, exports: { '.': './dist/main.js' }, bin: { a: './bin/a.js' } }
    expect(manifestProblems(wrong, FILES)).toEqual([
      'package.json: names ./dist/main.js, which is not there',
      'package.json: names ./bin/a.js, which is not there',
    ])
  })
})

describe('unusedDependencies', () => {
  it.each(["import { b } from '@x/b'", "import type { B } from '@x/b/sub';"])('accepts %s', (text) => {
    expect(unusedDependencies(MANIFEST, ['', text])).toEqual([])
  })

  it('accepts what a bundler has written with other quotes', () => {
    expect(unusedDependencies(MANIFEST, ['import { b } from "@x/b";'])).toEqual([])
    expect(unusedDependencies(MANIFEST, ['import { c } from "@x/bc";'])).toHaveLength(1)
  })

  it('rejects what nothing imports, though something with a longer name is', () => {
    expect(unusedDependencies(MANIFEST, ["import { c } from '@x/bc'"])).toEqual([
      'package.json: depends on @x/b, which nothing in the package imports',
    ])
  })
})

describe('installLineProblems', () => {
  const example = {
    place: 'packages/a/README.md:9',
    code: "import { a } from '@x/a'\nimport { b } from '@x/b'\n",
  }
  const pkg = { manifest: MANIFEST, short: 'a', folder: '/a', entries: ['@x/a'], installs: ['@x/a', '@x/b'] }

  it('accepts examples that import what the README installs', () => {
    expect(installLineProblems({ ...pkg, examples: [example] })).toEqual([])
  })

  it('rejects examples that import more', () => {
    expect(installLineProblems({ ...pkg, installs: ['@x/a'], examples: [example] })).toEqual([
      'packages/a/README.md:9: imports @x/b, which no line "npm install" names',
    ])
  })

  it('rejects a README without example, or that does not install its package', () => {
    expect(installLineProblems({ ...pkg, examples: [] })).toEqual(['README.md: no example'])
    expect(installLineProblems({ ...pkg, installs: [], examples: [example] })).toEqual([
      'README.md: no line "npm install @x/a"',
    ])
  })
})
