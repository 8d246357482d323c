/* The packages of a release. The publishing job installs nothing, so this file imports built-ins alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The fields of a package.json that a release reads. */
export interface ReleasedManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly private?: boolean
  readonly repository?: unknown
  readonly seccompile?: { readonly layer: number }
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The package.json in `folder`, of a package of this repository or of one from the registry. */
export const manifestIn = (folder: string): ReleasedManifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReleasedManifest // npm packages have these fields

/** The packages of the workspace in `root` that are published, by folder. */
export function releasedPackages(
  root: string,
): readonly { readonly folder: string; readonly manifest: ReleasedManifest }[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name))
    .map((folder) => ({ folder, manifest: manifestIn(folder) }))
    .filter(({ manifest }) => manifest.private !== true)
}

/** The file name that npm gives to the tarball of a package: `seccompile-abi-1.0.0.tgz` of `@seccompile/abi`. */
export const tarballName = ({ name, version }: Pick<ReleasedManifest, 'name' | 'version'>): string =>
  `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`
