import { readFileSync } from 'node:fs'
import * as filters from '@seccompile/filters'
import { presetNames, presetOf } from '@seccompile/presets'
import { expect, it } from 'vitest'
import { modules } from './every-filter.ts'

interface PackageFields {
  readonly dependencies?: object
  readonly seccompile: { readonly subpaths: readonly string[] }
}
const manifest = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as PackageFields

it('exports exactly its public names', () => {
  expect(Object.keys(filters).toSorted()).toEqual(['checkedBytes', 'filterNames'])
})

it('has a subpath for each preset', () => {
  expect(filters.filterNames).toEqual(presetNames)
  expect(manifest.seccompile.subpaths).toEqual(presetNames)
})

it('needs no other package', () => {
  expect(manifest.dependencies).toBeUndefined()
})

it.each(modules)('exports the filters of %s, and its note', async (name, module) => {
  expect(Object.keys(module).toSorted()).toEqual(['filter', 'filterFor', 'loadNote'])
  const { summary, note } = presetOf(name)
  expect(await module.loadNote()).toEqual({ summary, ...note })
})
