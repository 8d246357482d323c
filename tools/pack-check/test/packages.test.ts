import { describe, expect, it } from 'vitest'
import {
  entriesOf,
  importedPackages,
  installsIn,
  type PublicPackage,
  readPackages,
  withDependencies,
} from '../src/packages.ts'

function fake(name: string, dependencies: readonly string[]): PublicPackage {
  const ranges = Object.fromEntries(dependencies.map((other) => [other, 'workspace:^']))
  const manifest = { name, version: '0.0.0', dependencies: ranges }
  return { manifest, short: name, folder: `/${name}`, entries: [name], installs: [name], examples: [] }
}

describe('installsIn', () => {
  it('yields the names of every line, without options and comments', () => {
    const readme = 'x\nnpm install --save-dev a @b/c\n\nnpm install d # for later\nnpx a install e\n'
    expect(installsIn(readme)).toEqual(['a', '@b/c', 'd'])
  })
})

describe('importedPackages', () => {
  it('yields the packages of all imports, without files, Node and subpaths', () => {
    const code = [
      "import { a } from '@x/a'",
      "import {\n  b,\n} from '@x/b/sub'",
      "import 'c'",
      "import type { A } from '@x/a'",
      "import { readFileSync } from 'node:fs'",
      "import { d } from './d.ts'",
    ].join('\n')
    expect(importedPackages(code)).toEqual(['@x/a', '@x/b', 'c'])
  })
})

describe('entriesOf', () => {
  it('yields what can be imported of the published package', () => {
    const exports = { '.': {}, './arbitrary': {}, './package.json': './package.json' }
    const manifest = { name: '@x/a', version: '0.0.0', exports: { ...exports, './internal': {} } }
    expect(entriesOf({ ...manifest, publishConfig: { exports } })).toEqual(['@x/a', '@x/a/arbitrary'])
  })
})

describe('withDependencies', () => {
  it('follows dependencies of dependencies, each once', () => {
    const all = [
      fake('d', ['c', 'b']),
      fake('c', ['a']),
      fake('b', ['a', 'commander']),
      fake('a', []),
      fake('z', []),
    ]
    expect(withDependencies(['d'], all).map(({ manifest }) => manifest.name)).toEqual(['a', 'b', 'c', 'd'])
    expect(withDependencies(['fast-check'], all)).toEqual([])
  })
})

describe('readPackages', () => {
  it('finds the packages of the workspace, with examples', () => {
    const found = readPackages()
    expect(found.length).toBeGreaterThan(20)
    expect(found.find(({ short }) => short === 'rules')?.entries).toContain('@seccompile/rules/arbitrary')
    for (const { examples, installs, manifest } of found) {
      expect(examples.length, manifest.name).toBeGreaterThan(0)
      expect(installs).toContain(manifest.name)
    }
  })
})

describe('the manifests of this repository', () => {
  it('ask nobody to install koffi: it is an optional peer', () => {
    for (const { manifest } of readPackages()) {
      expect(manifest.dependencies ?? {}, manifest.name).not.toHaveProperty('koffi')
      expect(manifest.optionalDependencies ?? {}, manifest.name).toEqual({})
      if (manifest.peerDependencies?.['koffi'] !== undefined)
        expect(manifest.peerDependenciesMeta, manifest.name).toHaveProperty('koffi', { optional: true })
    }
  })

  it('publish modules and types, and neither sources nor maps', () => {
    for (const { manifest } of readPackages()) {
      expect(JSON.stringify(manifest.publishConfig?.exports), manifest.name).not.toContain('/src/')
      const published = manifest.files?.filter((file) => !file.startsWith('!')) ?? []
      expect(published, manifest.name).not.toContain('src')
      expect(published, manifest.name).not.toContain('dist') // its leftovers would be published too
    }
  })
})
