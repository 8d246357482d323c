/* The contents of a published package: its files, its package.json, and what its README says. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { mapComments, moduleProblems, publishedTwice } from './modules.ts'
import { originProblems } from './origins.ts'
import { importedPackages, type PackageManifest, type PublicPackage, readManifest } from './packages.ts'
import { reasonProblems, startedFiles } from './reasons.ts'

/** Every string in a value, at any depth. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** Every key in a value, at any depth. */
function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value).flatMap(keysIn)]
}

/** The targets in a package.json, such as `./dist/index.js`: for Node, TypeScript, and npm. */
function targetsOf({ exports, bin, man }: PackageManifest): readonly string[] {
  return [exports, bin, man].flatMap(stringsIn)
}

const fileOf = (target: string): string => target.replace(/^\.\//, '')

/** The problems of the package.json of a packed package that holds `files`. */
export function manifestProblems(manifest: PackageManifest, files: readonly string[]): readonly string[] {
  const problems: string[] = []
  // pnpm replaces ranges in development dependencies too, but users do not install those.
  const ranges = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }
  for (const [name, range] of Object.entries(ranges)) {
    if (/^(workspace|catalog|link|file|npm):/.test(range))
      problems.push(`package.json: ${name} is still "${range}"`)
  }
  for (const condition of keysIn(manifest.exports)) {
    if (condition.startsWith('@')) problems.push(`package.json: exports have the condition "${condition}"`)
  }
  for (const target of targetsOf(manifest)) {
    if (!files.includes(fileOf(target))) problems.push(`package.json: names ${target}, which is not there`)
  }
  return problems
}

/**
 * Dependencies that no file of the package imports: users would install them for nothing.
 *
 * @param texts - of code and types; and of sources where no bundle holds them, since a type that is used only inside
 * leaves no trace in what is published
 */
export function unusedDependencies(manifest: PackageManifest, texts: readonly string[]): readonly string[] {
  return Object.keys(manifest.dependencies ?? {})
    .filter((name) =>
      texts.every((text) =>
        [`'${name}'`, `'${name}/`, `"${name}"`, `"${name}/`].every((from) => !text.includes(from)),
      ),
    )
    .map((name) => `package.json: depends on ${name}, which nothing in the package imports`)
}

/**
 * A README without its install line or an example, and imports of examples that no install line installs: such an
 * example works only where npm happens to install the package too.
 */
export function installLineProblems({ installs, examples, manifest }: PublicPackage): readonly string[] {
  if (!installs.includes(manifest.name)) return [`README.md: no line "npm install ${manifest.name}"`]
  if (examples.length === 0) return ['README.md: no example']
  return examples.flatMap(({ place, code }) =>
    importedPackages(code)
      .filter((name) => !installs.includes(name))
      .map((name) => `${place}: imports ${name}, which no line "npm install" names`),
  )
}

/** The bytes of all files of a package that npm has unpacked at `installed`. */
export function unpackedBytes(installed: string): number {
  return filesBelow(installed).reduce((sum, file) => sum + statSync(join(installed, file)).size, 0)
}

/** The files below `folder`, with forward slashes, sorted. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .sort()
}

/** The sources of a package without a bundle. A bundle holds the packages that its sources import. */
function sourcesOf({ folder, manifest }: PublicPackage): readonly string[] {
  if (manifest.seccompile?.library !== undefined) return []
  const sources = join(folder, 'src')
  return filesBelow(sources).map((file) => readFileSync(join(sources, file), 'utf8'))
}

/** The problems of the contents of a package that npm has unpacked at `installed`. */
export function contentProblems(pkg: PublicPackage, installed: string): readonly string[] {
  const files = filesBelow(installed)
  const manifest = readManifest(installed)
  const read = (file: string): string => readFileSync(join(installed, file), 'utf8')
  const code = files.filter((file) => /^(bin|dist)\/.*\.(js|ts)$/.test(file))
  const entries = [...targetsOf(manifest).map(fileOf), ...startedFiles(manifest.name, files)]
  return [
    ...reasonProblems(manifest.name, files),
    ...moduleProblems(files, entries, read),
    ...publishedTwice(files, read),
    ...mapComments(files, read),
    ...originProblems(manifest.name, files, read),
    ...manifestProblems(manifest, files),
    ...unusedDependencies(manifest, [...code.map(read), ...sourcesOf(pkg)]),
    ...installLineProblems(pkg),
  ]
}
