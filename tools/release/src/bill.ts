/* The bill of materials of a release, in CycloneDX: its packages, what they depend on, and the hash of each tarball. */
import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { manifestIn } from './packages.ts'
import type { ReleasedManifest } from './packages.ts'

/** A package of a release, with its tarball. */
export interface ReleasedPackage {
  readonly folder: string
  readonly manifest: ReleasedManifest
  readonly tarball: string
}

/** The package URL of an npm package. @see https://github.com/package-url/purl-spec */
const purlOf = ({ name, version }: ReleasedManifest): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

/** The package `name` as `folder` has it installed. */
function installed(
  name: string,
  folder: string,
): { readonly folder: string; readonly manifest: ReleasedManifest } {
  const found = realpathSync(join(folder, 'node_modules', name))
  return { folder: found, manifest: manifestIn(found) }
}

function component(
  { name, version, description, license }: ReleasedManifest,
  tarball?: string,
): Models.Component {
  const hashes = new Models.HashDictionary(
    tarball === undefined
      ? []
      : [[Enums.HashAlgorithm['SHA-512'], createHash('sha512').update(readFileSync(tarball)).digest('hex')]],
  )
  const purl = purlOf({ name, version, description, license })
  return new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purl,
    purl: purl, // of this form
    version,
    description,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense(license)]),
    hashes,
  })
}

/** The bill of materials of `packages`, as JSON whose bytes depend on the packages alone. */
export function billOfMaterials(packages: readonly ReleasedPackage[]): string {
  const bom = new Models.Bom()
  const known = new Map<string, Models.Component>()
  const add = (manifest: ReleasedManifest, folder: string, tarball?: string): Models.Component => {
    const purl = purlOf(manifest)
    const before = known.get(purl)
    if (before !== undefined) return before
    const made = component(manifest, tarball)
    known.set(purl, made)
    bom.components.add(made)
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const ours = packages.find((each) => each.manifest.name === name)
      const other = ours ?? installed(name, folder)
      made.dependencies.add(add(other.manifest, other.folder, ours?.tarball).bomRef)
    }
    return made
  }
  for (const { manifest, folder, tarball } of packages) add(manifest, folder, tarball)
  const main = packages.find(({ manifest }) => manifest.name === 'seccompile')
  if (main !== undefined) bom.metadata.component = add(main.manifest, main.folder, main.tarball)
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}
