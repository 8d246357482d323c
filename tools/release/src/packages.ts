import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The fields of a package.json that a release reads. */
export interface ReleasedManifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly private?: boolean
  readonly repository?: { readonly type: string; readonly url: string; readonly directory?: string }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The package.json in `folder`. */
export const manifestIn = (folder: string): ReleasedManifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ReleasedManifest // a file of this repository

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
