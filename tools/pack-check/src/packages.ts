/* The workspace as seen by this check: published packages, the install lines of their READMEs, and their folders. */
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CodeExample, examplesIn } from '@seccompile/find-examples'

/** The root of the workspace. */
export const ROOT: string = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/**
 * From this layer on, packages may use Node, unless they have `browser`. Packages of lower layers run in a browser
 * (tools/lint/workspace.mjs).
 */
export const FIRST_NODE_LAYER = 9

/** The fields of a package.json that are read here. */
export interface PackageManifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly seccompile?: {
    readonly layer: number
    readonly browser?: boolean
    /** The subpaths that tools of the repository import, and those that its tests do. They are not published. */
    readonly internal?: readonly string[]
    readonly testSubpaths?: readonly string[]
    /** The subpaths that are imported for what they do. */
    readonly effects?: readonly string[]
    /** The built files that are published beside the bundle of a command. */
    readonly library?: readonly string[]
  }
  readonly bin?: Readonly<Record<string, string>>
  readonly man?: readonly string[]
  readonly files?: readonly string[]
  readonly scripts?: Readonly<Record<string, string>>
  readonly exports?: unknown
  readonly publishConfig?: { readonly exports?: object }
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** A package that is published. */
export interface PublicPackage {
  readonly manifest: PackageManifest
  /** The name of its folder under `packages`, and of its folder in the temporary folder. */
  readonly short: string
  /** The absolute path of the folder. */
  readonly folder: string
  /** The names to import from: `@seccompile/rules`, `@seccompile/rules/arbitrary`. */
  readonly entries: readonly string[]
  /** The packages that its README tells people to install. */
  readonly installs: readonly string[]
  readonly examples: readonly CodeExample[]
}

/** The package.json in `folder`. */
export function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest
}

/** The names behind every `npm install` in the text of a README. */
export function installsIn(readme: string): readonly string[] {
  const lines = [...readme.matchAll(/^npm install ([^#\n]*)/gm)].map((match) => match[1] ?? '')
  return lines.flatMap((line) => line.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-')))
}

/** The package that an import names: `@seccompile/rules` for `@seccompile/rules/arbitrary`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The packages that the code of an example imports, each once. */
export function importedPackages(code: string): readonly string[] {
  const specifiers = [...code.matchAll(/(?:^|\s)(?:from|import) '([^'.][^']*)'/g)].map(
    (match) => match[1] ?? '',
  )
  return [...new Set(specifiers.filter((name) => !name.startsWith('node:')).map(packageOf))]
}

/** The entries that a published package exports, except package.json. */
export function entriesOf({ name, publishConfig }: PackageManifest): readonly string[] {
  return Object.keys(publishConfig?.exports ?? {})
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => `${name}${subpath.slice(1)}`)
}

/** Every published package, in the order of their folders. */
export function readPackages(): readonly PublicPackage[] {
  const shorts = readdirSync(join(ROOT, 'packages')).sort()
  return shorts.flatMap((short) => {
    const folder = join(ROOT, 'packages', short)
    const manifest = readManifest(folder)
    if (manifest.private === true) return []
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    return [
      {
        manifest,
        short,
        folder,
        entries: entriesOf(manifest),
        installs: installsIn(readme),
        examples: examplesIn(`packages/${short}/README.md`, readme),
      },
    ]
  })
}

/** The packages in `names` and all their dependencies, direct and indirect, sorted by name. */
export function withDependencies(
  names: readonly string[],
  packages: readonly PublicPackage[],
): readonly PublicPackage[] {
  const found = new Map<string, PublicPackage>()
  const visit = (name: string): void => {
    const pkg = packages.find(({ manifest }) => manifest.name === name)
    if (pkg === undefined || found.has(name)) return
    found.set(name, pkg)
    Object.keys(pkg.manifest.dependencies ?? {}).forEach(visit)
  }
  names.forEach(visit)
  return [...found.values()].sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1))
}

/** The folder of a package from the registry, as the workspace has installed it for `pkg`. */
export function installedFolder(pkg: PublicPackage, name: string): string {
  return realpathSync(join(pkg.folder, 'node_modules', name))
}
