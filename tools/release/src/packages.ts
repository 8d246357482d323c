import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '@seccompile/pack-check/packages'
import type { PackageManifest } from '@seccompile/pack-check/packages'

/** The fields of a package.json that a release reads. */
export interface ReleasedManifest extends PackageManifest {
  readonly description: string
  readonly license: string
}

/** The package.json in `folder`, of a package of this repository or of one from the registry. */
export const manifestIn = (folder: string): ReleasedManifest => readManifest(folder) as ReleasedManifest // npm packages have both

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
