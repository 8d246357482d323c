import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package that is published. */
export interface WorkspacePackage {
  /** The folder of the package below `packages`. */
  readonly folder: string
  /** The name to import. */
  readonly name: string
  readonly description: string
  readonly layer: number
}

interface WorkspaceManifest {
  readonly name: string
  readonly description: string
  readonly seccompile: { readonly layer: number }
}

/** The packages of the repository at `root`, by layer and name. */
export function workspacePackages(root: string): readonly WorkspacePackage[] {
  const folders = readdirSync(join(root, 'packages')).filter((folder) =>
    existsSync(join(root, 'packages', folder, 'package.json')),
  )
  return folders
    .map((folder) => {
      const text = readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')
      const { name, description, seccompile } = JSON.parse(text) as WorkspaceManifest
      return { folder, name, description, layer: seccompile.layer }
    })
    .sort((a, b) => a.layer - b.layer || (a.name < b.name ? -1 : 1))
}
