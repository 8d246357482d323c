/*
 * The bill of materials of a release, in CycloneDX 1.6: its packages, the hash of each tarball, what they depend on, and what is inside
 * a bundle. It has no serial number and no time, so equal packages have equal bytes. Optional peers are not in it: the user of a
 * package installs them, in a version of their own choice.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'
import { bundledFolders } from './bundled.ts'
import { DOOR } from './changelogs.ts'
import { manifestIn } from './packages.ts'
import type { ReleasedManifest } from './packages.ts'

/** A package of a release, with its tarball. */
export interface ReleasedPackage {
  readonly folder: string
  readonly manifest: ReleasedManifest
  readonly tarball: string
}

/** A package and its folder. */
type InstalledPackage = Pick<ReleasedPackage, 'folder' | 'manifest'>

/** The package URL of an npm package. @see https://github.com/package-url/purl-spec */
const purlOf = ({ name, version }: ReleasedManifest): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

/** The package `name` as `dependent` has it installed: below a package of the workspace, and beside one from the registry, as pnpm does. */
function installed(name: string, dependent: InstalledPackage): InstalledPackage {
  const beside = realpathSync(dependent.folder).slice(0, -dependent.manifest.name.length)
  const below = join(dependent.folder, 'node_modules', name)
  const folder = realpathSync(existsSync(below) ? below : join(beside, name))
  return { folder, manifest: manifestIn(folder) }
}

function component(manifest: ReleasedManifest, bomRef: string, tarball?: string): Models.Component {
  const { name, version, description, license } = manifest
  const hashes = new Models.HashDictionary(
    tarball === undefined
      ? []
      : [[Enums.HashAlgorithm['SHA-512'], createHash('sha512').update(readFileSync(tarball)).digest('hex')]],
  )
  return new Models.Component(Enums.ComponentType.Library, name, {
    bomRef,
    purl: purlOf(manifest),
    version,
    description,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense(license)]),
    hashes,
  })
}

/** The packages inside the bundle of `folder`: a second copy of their code, so each has a reference of its own. */
const inside = (folder: string, outer: string): Models.ComponentRepository =>
  new Models.ComponentRepository(
    bundledFolders(folder)
      .map(manifestIn)
      .map((manifest) => component(manifest, `${outer}#${purlOf(manifest)}`)),
  )

/** The bill of materials of `packages`, as JSON whose bytes depend on the packages alone. */
export function billOfMaterials(packages: readonly ReleasedPackage[]): string {
  const bom = new Models.Bom()
  const known = new Map<string, Models.Component>()
  const add = (manifest: ReleasedManifest, folder: string, tarball?: string): Models.Component => {
    const purl = purlOf(manifest)
    const before = known.get(purl)
    if (before !== undefined) return before
    const made = component(manifest, purl, tarball)
    known.set(purl, made)
    if (tarball !== undefined) made.components = inside(folder, purl)
    // The subject of the bill stands in its head, and a reference stands once.
    if (manifest.name === DOOR) bom.metadata.component = made
    else bom.components.add(made)
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const ours = packages.find((each) => each.manifest.name === name)
      const other = ours ?? installed(name, { folder, manifest })
      made.dependencies.add(add(other.manifest, other.folder, ours?.tarball).bomRef)
    }
    return made
  }
  for (const { manifest, folder, tarball } of packages) add(manifest, folder, tarball)
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}
