/*
 * Manifests for JSR, made of the package.json of each package: a second copy of names, versions and dependencies would go stale.
 *
 * JSR takes TypeScript sources, and what imports nothing of Node runs wherever they do. `deno publish` replaces the name of a package
 * of the workspace by its version on JSR. A package of npm is imported as `npm:NAME@RANGE`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript-6.0'
import { installedFolder, type PublicPackage, readManifest } from './packages.ts'

/** A `deno.json` that JSR reads. @see https://jsr.io/docs/package-configuration */
export interface JsrManifest {
  readonly name: string
  readonly version: string
  /** The sources behind the entries: `.`, `./decode`. */
  readonly exports: Readonly<Record<string, string>>
  /** The packages of npm, by their names in imports. */
  readonly imports: Readonly<Record<string, string>>
  readonly publish: { readonly exclude: readonly string[] }
}

/** A package of the workspace, and why it is not on JSR. */
export interface LeftOut {
  readonly pkg: PublicPackage
  readonly why: string
}

/** What the packages are to JSR. */
export interface ForJsr {
  readonly taken: readonly PublicPackage[]
  readonly leftOut: readonly LeftOut[]
}

/** The entries that a package has for the repository alone, without `./` and ending. */
const hidden = ({ manifest: { seccompile } }: PublicPackage): readonly string[] => [
  ...(seccompile?.internal ?? []),
  ...(seccompile?.testSubpaths ?? []),
]

/** The sources of a package, as paths in its folder with forward slashes. */
function sourcesOf({ folder }: PublicPackage): readonly string[] {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .sort()
}

/** The first import of Node in a package, as a reason. */
function importOfNode(pkg: PublicPackage): string | undefined {
  for (const file of sourcesOf(pkg)) {
    const code = readFileSync(join(pkg.folder, file), 'utf8')
    if (!code.includes('node:')) continue // scanning all sources would take seconds
    const { importedFiles } = ts.preProcessFile(code, true, true)
    const found = importedFiles.find(({ fileName }) => fileName.startsWith('node:'))
    if (found !== undefined) return `${file} imports ${found.fileName}`
  }
  return undefined
}

/** The packages of npm that a package needs, with the versions or ranges of its published package.json. */
function ofNpm(pkg: PublicPackage, all: readonly PublicPackage[]): Readonly<Record<string, string>> {
  const { dependencies = {}, peerDependencies = {} } = pkg.manifest
  const foreign = Object.entries({ ...dependencies, ...peerDependencies }).filter(([name]) =>
    all.every(({ manifest }) => manifest.name !== name),
  )
  return Object.fromEntries(
    foreign.map(([name, range]) => [
      name,
      range.startsWith('catalog:') ? readManifest(installedFolder(pkg, name)).version : range,
    ]),
  )
}

/** A peer whose range stands in no `npm:` import, as a reason. */
function peerWithoutImport(pkg: PublicPackage, all: readonly PublicPackage[]): string | undefined {
  const [found] = Object.entries(ofNpm(pkg, all)).filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range))
  return found && `it needs ${found[0]} ${found[1]}, a range that no "npm:" import can have`
}

/** Divides the packages into those that JSR can take, and those that it cannot, with the reason for each. */
export function forJsr(all: readonly PublicPackage[]): ForJsr {
  const reasons = new Map<string, string>()
  for (const pkg of all) {
    const why = importOfNode(pkg) ?? peerWithoutImport(pkg, all)
    if (why !== undefined) reasons.set(pkg.manifest.name, why)
  }
  // A package that needs one that is left out is left out too.
  for (let before = -1; before !== reasons.size;) {
    before = reasons.size
    for (const { manifest } of all.filter((pkg) => !reasons.has(pkg.manifest.name))) {
      const needs = Object.keys(manifest.dependencies ?? {}).find((name) => reasons.has(name))
      if (needs !== undefined) reasons.set(manifest.name, `it needs ${needs}`)
    }
  }
  return {
    taken: all.filter(({ manifest }) => !reasons.has(manifest.name)),
    leftOut: all.flatMap((pkg) => {
      const why = reasons.get(pkg.manifest.name)
      return why === undefined ? [] : [{ pkg, why }]
    }),
  }
}

/** The packages of npm that a package imports, as the folders in which the workspace has them. */
export function npmFolders(
  pkg: PublicPackage,
  all: readonly PublicPackage[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(ofNpm(pkg, all)).map((name) => [name, installedFolder(pkg, name)]))
}

/** The manifest of a package for JSR. */
export function jsrManifest(pkg: PublicPackage, all: readonly PublicPackage[]): JsrManifest {
  const { name, version } = pkg.manifest
  const subpaths = pkg.entries.map((entry) => entry.slice(name.length + 1))
  return {
    name,
    version,
    exports: Object.fromEntries(
      subpaths.map((sub) => (sub === '' ? ['.', './src/index.ts'] : [`./${sub}`, `./src/${sub}.ts`])),
    ),
    imports: Object.fromEntries(
      Object.entries(ofNpm(pkg, all)).map(([each, range]) => [each, `npm:${each}@${range}`]),
    ),
    publish: { exclude: hidden(pkg).map((sub) => `src/${sub}.ts`) },
  }
}
