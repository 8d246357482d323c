import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { billOfMaterials } from '../src/bill.ts'
import { releasedPackages } from '../src/packages.ts'

interface BillPart {
  readonly 'bom-ref': string
  readonly name: string
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[]
  readonly components?: readonly BillPart[]
}
interface Bill {
  readonly metadata: { readonly component: BillPart }
  readonly components: readonly BillPart[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/** A workspace with two packages: `seccompile`, whose bundle has code of the other, and of the packages of others none. */
const home = mkdtempSync(join(tmpdir(), 'seccompile-bill-'))
afterAll(() => rmSync(home, { recursive: true }))
const put = (path: string, text: string | object): void => {
  mkdirSync(join(home, path, '..'), { recursive: true })
  writeFileSync(join(home, path), typeof text === 'string' ? text : JSON.stringify(text))
}
const manifest = (name: string, more: object = {}): object => ({
  name,
  version: '1.0.0-rc.0',
  description: `What ${name} is.`,
  license: 'MIT',
  ...more,
})

describe('the bill of materials', () => {
  const make = (): string => {
    const packages = releasedPackages(home).map((each) => ({ ...each, tarball: join(home, 'x.tgz') }))
    return billOfMaterials(packages)
  }
  const bill = (): Bill => JSON.parse(make()) as Bill
  beforeAll(() => {
    put('x.tgz', 'bytes')
    put('packages/inner/package.json', manifest('@seccompile/inner'))
    put('packages/inner/dist/a.js', '')
    put('packages/unused/package.json', manifest('@seccompile/unused'))
    put('packages/secret/package.json', manifest('@seccompile/secret', { private: true }))
    put('packages/seccompile/package.json', manifest('seccompile', { dependencies: { outer: '^2.0.0' } }))
    put('packages/seccompile/dist/bundle/main.js', '// dist/main.js\nx()\n// ../inner/dist/a.js\ny()\n')
    put(
      'packages/seccompile/node_modules/outer/package.json',
      manifest('outer', { dependencies: { far: '1' } }),
    )
    put('packages/seccompile/node_modules/far/package.json', manifest('far'))
  })

  test('names what is inside a bundle below the package that holds it', () => {
    const { metadata } = bill()
    expect(metadata.component.components?.map(({ name }) => name)).toEqual(['@seccompile/inner'])
  })

  test('has each package with the hash of its tarball, and what they depend on, however deep', () => {
    const { metadata, components, dependencies } = bill()
    expect(metadata.component.name).toBe('seccompile')
    expect(components.map(({ name }) => name)).toEqual([
      '@seccompile/inner',
      '@seccompile/unused',
      'far',
      'outer',
    ])
    expect(components.map(({ hashes }) => hashes?.[0]?.alg)).toEqual([
      'SHA-512',
      'SHA-512',
      undefined,
      undefined,
    ])
    const of = (name: string): unknown =>
      dependencies.find(({ ref }) => ref === `pkg:npm/${name}@1.0.0-rc.0`)?.dependsOn
    expect(of('seccompile')).toEqual(['pkg:npm/outer@1.0.0-rc.0'])
    expect(of('outer')).toEqual(['pkg:npm/far@1.0.0-rc.0'])
  })

  test('has no reference twice, no time and no number of its own', () => {
    const { metadata, components } = bill()
    const parts = [metadata.component, ...components].flatMap((each) => [each, ...(each.components ?? [])])
    const refs = parts.map((each) => each['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    expect(make()).toBe(make())
    expect(make()).not.toMatch(/serialNumber|timestamp/)
  })
})
