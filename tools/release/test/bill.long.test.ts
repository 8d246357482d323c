/* The bill of materials of this repository: against the schema of CycloneDX, and against the bundler's own list of modules. */
import { join } from 'node:path'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { ROOT } from '@seccompile/pack-check/packages'
import { rolldown } from 'rolldown'
import { loadConfig } from 'rolldown/config'
import { describe, expect, test } from 'vitest'
import { billOfMaterials } from '../src/bill.ts'
import { bundledFolders } from '../src/bundled.ts'
import { manifestIn, releasedPackages } from '../src/packages.ts'

const bill = (): string => {
  const packages = releasedPackages(ROOT).map((each) => ({
    ...each,
    tarball: join(each.folder, 'README.md'),
  }))
  return billOfMaterials(packages)
}
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)

describe('the bill of materials', () => {
  test('is valid by the strict schema of CycloneDX 1.6', async () => {
    expect(await validator.validate(bill())).toBeNull()
  })

  test('would not be with a licence that SPDX does not know', async () => {
    const wrong = bill().replace('"id": "MIT"', '"id": "M-I-T"')
    expect(await validator.validate(wrong)).not.toBeNull()
  })
})

test('the packages inside the bundle are those whose modules the bundler puts there', async () => {
  const folder = join(ROOT, 'packages/seccompile')
  const config = await loadConfig(join(folder, 'rolldown.config.mjs'))
  if (Array.isArray(config) || typeof config === 'function') throw new Error('one configuration is expected')
  const built = await rolldown({ ...config, cwd: folder })
  const output = Array.isArray(config.output) ? config.output[0] : config.output
  const { output: files } = await built.generate({ ...output, cleanDir: false })
  await built.close()
  const modules = files
    .filter((file) => file.type === 'chunk')
    .flatMap((chunk) => Object.entries(chunk.modules))
    .filter(([id, { renderedLength }]) => renderedLength > 0 && !id.startsWith('\0'))
  const names = modules.map(([id]) => id.replace(/^.*\/packages\/([^/]+)\/.*$/, '$1'))
  const found = bundledFolders(folder).map((each) => manifestIn(each).name.replace('@seccompile/', ''))
  expect(found).toEqual([...new Set(names)].filter((name) => name !== 'seccompile').sort())
})
