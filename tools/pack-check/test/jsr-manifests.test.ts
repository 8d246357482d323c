import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forJsr, jsrManifest } from '../src/jsr-manifests.ts'
import { type PublicPackage, readPackages } from '../src/packages.ts'
import { putPackage } from './put-package.ts'

const all = readPackages()
const named = (name: string): PublicPackage => all.find(({ manifest }) => manifest.name === name)!

describe('the packages of this workspace', () => {
  it('are on JSR where they and what they need import nothing of Node', () => {
    const { taken, leftOut } = forJsr(all)
    expect(leftOut.map(({ pkg }) => pkg.short)).toEqual([
      'clock',
      'kernel',
      'matchers',
      'report',
      'seccompile',
      'testkit',
      'watch',
    ])
    expect(taken.length).toBe(all.length - leftOut.length)
  })

  it('have a manifest with their entries as sources, and packages of npm by their versions', () => {
    expect(jsrManifest(named('@seccompile/cbpf'), all)).toEqual({
      name: '@seccompile/cbpf',
      version: named('@seccompile/cbpf').manifest.version,
      exports: {
        '.': './src/index.ts',
        './arbitrary': './src/arbitrary.ts',
        './decode': './src/decode.ts',
        './text': './src/text.ts',
        './verify': './src/verify.ts',
      },
      imports: { 'fast-check': 'npm:fast-check@^4.0.0' },
      publish: { exclude: [] },
    })
    expect(jsrManifest(named('@seccompile/spo'), all).imports['yaml']).toMatch(/^npm:yaml@\d+\.\d+\.\d+$/)
  })

  it('have no manifest entry for what only the repository imports', () => {
    const hidden = all.filter(({ manifest }) => (manifest.seccompile?.internal ?? []).length > 0)
    expect(hidden.length).toBeGreaterThan(0)
    for (const pkg of hidden) {
      const { exports, publish } = jsrManifest(pkg, all)
      for (const sub of pkg.manifest.seccompile?.internal ?? []) {
        expect(Object.keys(exports)).not.toContain(`./${sub}`)
        expect(publish.exclude).toContain(`src/${sub}.ts`)
      }
    }
  })
})

describe('packages of a test', () => {
  let home = ''

  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'seccompile-jsr-')))
  })
  afterEach(() => {
    rmSync(home, { recursive: true, force: true })
  })

  it('are left out with the reason, and so is what needs them', () => {
    const packages = [
      putPackage(home, 'top', "import '@seccompile/low'\n", {
        dependencies: { '@seccompile/low': 'workspace:^' },
      }),
      putPackage(
        home,
        'low',
        "// import 'node:fs'\nexport const text = \"from 'node:fs'\"\nimport('node:os')\n",
      ),
      putPackage(home, 'tests', '', { peerDependencies: { vitest: '>=3.2.0' } }),
      putPackage(home, 'pure', "// import 'node:fs'\nexport const text: string = \"from 'node:fs'\"\n", {
        peerDependencies: { 'fast-check': '^4.0.0' },
      }),
    ]
    const { taken, leftOut } = forJsr(packages)
    expect(taken.map(({ short }) => short)).toEqual(['pure'])
    expect(leftOut.map(({ pkg, why }) => `${pkg.short}: ${why}`)).toEqual([
      'top: it needs @seccompile/low',
      'low: src/index.ts imports node:os',
      'tests: it needs vitest >=3.2.0, a range that no "npm:" import can have',
    ])
  })
})
