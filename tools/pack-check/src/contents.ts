/* The contents of a published package: required and forbidden files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { BUNDLE, bundleProblems } from './bundle-files.ts'
import { importedPackages, type PackageManifest, type PublicPackage, readManifest } from './packages.ts'

/** The files that may be in a package. Tests, caches, build information and configuration match no pattern. */
const ALLOWED = [
  /^(package\.json|README\.md|LICENSE)$/,
  /^bin\/[a-z0-9-]+\.js$/,
  /^dist\/([a-z0-9_-]+\/)*[a-z0-9_-]+\.(js|d\.ts)(\.map)?$/,
  /^src\/([a-z0-9_-]+\/)*[a-z0-9_-]+\.ts$/,
  /^completions\/[a-z0-9-]+\.(bash|fish|zsh)$/,
  /^man\/[a-z0-9-]+\.1$/,
  /^native\/[a-z0-9-]+\.c$/, // compiled on the machine of the user
]
const NEEDED = ['package.json', 'README.md', 'LICENSE']

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
  for (const target of [
    ...stringsIn(manifest.exports),
    ...stringsIn(manifest.bin),
    ...stringsIn(manifest.man),
  ]) {
    if (!files.includes(target.replace(/^\.\//, '')))
      problems.push(`package.json: names ${target}, which is not there`)
  }
  return problems
}

/** The problems of the list of files of a packed package; paths have forward slashes. */
export function fileProblems(files: readonly string[]): readonly string[] {
  const there = new Set(files)
  const problems = NEEDED.filter((name) => !there.has(name)).map((name) => `${name} is missing`)
  for (const file of files) {
    if (!ALLOWED.some((pattern) => pattern.test(file))) {
      problems.push(`${file} does not belong into a package`)
      continue
    }
    if (file.startsWith(BUNDLE)) continue
    const built = /^dist\/(.*?)\.(?:d\.ts|js)(?:\.map)?$/.exec(file)?.[1]
    if (built !== undefined && !there.has(`src/${built}.ts`)) {
      problems.push(`${file} has no source src/${built}.ts: delete dist and build again`)
    }
    const source = /^src\/(.*)\.ts$/.exec(file)?.[1]
    if (source === undefined) continue
    for (const suffix of ['.js', '.js.map', '.d.ts', '.d.ts.map']) {
      if (!there.has(`dist/${source}${suffix}`))
        problems.push(`${file} is not built: dist/${source}${suffix} is missing`)
    }
  }
  return problems
}

/** Source maps whose sources are missing from the package. Debuggers and "go to definition" open these sources. */
function mapProblems(installed: string, files: readonly string[]): readonly string[] {
  return files
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => {
      const map = JSON.parse(readFileSync(join(installed, file), 'utf8')) as { sources: readonly string[] }
      return map.sources
        .filter((source) => !existsSync(join(installed, file, '..', source)))
        .map((source) => `${file} points to ${source}, which is not there`)
    })
}

/**
 * Dependencies that neither code nor types import: users would install them for nothing.
 *
 * @param texts - of built files and of sources, since a type that is used only inside leaves no trace in built files
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

/** The files below `folder`, with forward slashes, sorted. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join('/'))
    .sort()
}

/** The problems of the contents of a package that npm has unpacked at `installed`. */
export function contentProblems(pkg: PublicPackage, installed: string): readonly string[] {
  const files = filesBelow(installed)
  const manifest = readManifest(installed)
  const code = files.filter((file) => /^(bin|dist|src)\/.*\.(js|ts)$/.test(file))
  return [
    ...fileProblems(files),
    ...bundleProblems(files, (file) => readFileSync(join(installed, file), 'utf8')),
    ...manifestProblems(manifest, files),
    ...unusedDependencies(
      manifest,
      code.map((file) => readFileSync(join(installed, file), 'utf8')),
    ),
    ...mapProblems(installed, files),
    ...installLineProblems(pkg),
  ]
}
