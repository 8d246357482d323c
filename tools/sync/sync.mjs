#!/usr/bin/env node
/**
 * Writes the boilerplate of every package from the few fields that its author maintains.
 *
 * A package's author writes in package.json: `name`, `version`, `description`, `private`, `bin`, the dependency maps
 * and `seccompile` (`layer`, `stability`, `experimental`, `wanted`, `browser`, `subpaths`, `effects`, `internal`, `testSubpaths`, `peers`,
 * `library`). `stability` of a published package is `stable` or `experimental`, and `experimental` lists subpaths of a stable one. `effects`
 * are the subpaths that are imported for what they do. Tools of the repository may import the subpaths in `internal`, and tests those in `testSubpaths`; the published package has neither.
 * `library` is for a package whose command is bundled: the built files that are published beside the bundle, since the
 * bundle holds all other modules. Everything else in package.json, and the three tsconfig files, follow from these fields and are rewritten here, so a change to the
 * template is one edit. The script also writes the project references of the root and the package table of the README.
 *
 * The first sentence of a package's README is its description, with Markdown's backticks. The script checks that, and
 * does not write it.
 *
 * The script uses built-ins only, because it must run before anything is installed.
 * With `--check` it writes nothing, names what is out of date and exits 1.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FIRST_NODE_LAYER, stabilityOf } from '../lint/workspace.mjs'
import { stabilityProblems, stabilityText } from './stability.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const check = process.argv.includes('--check')
const SOURCE = '@seccompile/source'

const json = (value) => `${JSON.stringify(value, null, 2)}\n`
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => byText(a, b)))
const isEmpty = (record) => Object.keys(record).length === 0
/** Drops absent and empty entries, so that a template can name every field. */
const compact = (record) =>
  Object.fromEntries(
    Object.entries(record).filter(([, v]) => v !== undefined && !(v?.constructor === Object && isEmpty(v))),
  )

const problems = []
const stale = []

function put(path, text) {
  const old = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (old === text) return
  stale.push(relative(root, path))
  if (!check) writeFileSync(path, text)
}

function readWorkspace() {
  const found = []
  for (const group of ['packages', 'tools']) {
    const folder = join(root, group)
    if (!existsSync(folder)) continue
    for (const name of readdirSync(folder).sort(byText)) {
      const file = join(folder, name, 'package.json')
      if (!existsSync(file)) continue
      const manifest = readJson(file)
      if (manifest.seccompile === undefined) {
        if (group === 'packages') problems.push(`${group}/${name}/package.json: no field "seccompile"`)
        continue // a tool without the field keeps its own boilerplate
      }
      if (!Number.isInteger(manifest.seccompile.layer)) {
        problems.push(`${group}/${name}/package.json: "seccompile.layer" is not a whole number`)
        continue
      }
      found.push({ group, dir: `${group}/${name}`, manifest })
    }
  }
  return found
}

/** The files of an entry. @param folder - of its code: `dist`, or `dist/bundle` */
function entry(name, folder = 'dist') {
  return { [SOURCE]: `./src/${name}.ts`, types: `./dist/${name}.d.ts`, default: `./${folder}/${name}.js` }
}

function exportsOf(manifest, dir) {
  const { subpaths = [], internal = [], testSubpaths = [], library } = manifest.seccompile
  const all = {}
  const isBundled = (sub) => library !== undefined && !library.includes(`${sub}.js`)
  if (existsSync(join(root, dir, 'src/index.ts')) || manifest.private !== true) all['.'] = entry('index')
  for (const sub of subpaths) all[`./${sub}`] = entry(sub, isBundled(sub) ? 'dist/bundle' : 'dist')
  for (const sub of [...internal, ...testSubpaths]) all[`./${sub}`] = entry(sub)
  all['./package.json'] = './package.json'
  return all
}

/** The `exports` of the published package. */
function published(exports, { internal = [], testSubpaths = [] }) {
  return Object.fromEntries(
    Object.entries(exports).flatMap(([key, target]) => {
      if ([...internal, ...testSubpaths].includes(key.slice('./'.length))) return []
      if (typeof target === 'string') return [[key, target]]
      const { [SOURCE]: _dropped, ...rest } = target
      return [[key, rest]]
    }),
  )
}

/** The manual pages of a package, which npm links where `man` looks. */
function manPagesOf(dir) {
  return readdirSync(join(root, dir, 'man'))
    .sort(byText)
    .map((file) => `./man/${file}`)
}

/**
 * The built files that a package publishes, as patterns: all modules with their types, or the bundle of its command
 * and the files of its library. Sources and leftovers of other builds match none.
 */
function publishedOf({ library, internal = [], testSubpaths = [] }) {
  if (library !== undefined) return ['dist/bundle', ...library.map((file) => `dist/${file}`)]
  return ['dist/**/*.js', 'dist/**/*.d.ts', ...[...internal, ...testSubpaths].map((sub) => `!dist/${sub}.*`)]
}

/** The modules that are imported for what they do: none, or those of the subpaths in `effects`. */
const effectsOf = ({ effects = [] }) =>
  effects.length === 0 ? false : effects.map((sub) => `./dist/${sub}.js`)

/**
 * Where a package is found, from `repository` and `keywords` of the root. The owner sets `repository`, once: until then the
 * packages name none, and a release stops.
 */
function placeOf({ repository, keywords }, dir) {
  if (repository === undefined) return { keywords }
  const page = repository.url.replace(/^git\+/, '').replace(/\.git$/, '')
  return {
    keywords,
    homepage: `${page}/tree/main/${dir}#readme`,
    bugs: { url: `${page}/issues` },
    repository: { ...repository, directory: dir },
  }
}

/** The build of a package: the compiler, and for a bundled command the bundler too. */
function buildOf(dir) {
  const bundles = existsSync(join(root, dir, 'rolldown.config.mjs'))
  return `tsc -b tsconfig.build.json${bundles ? ' && rolldown -c' : ''}`
}

/**
 * The dependencies of a package, on its own version of our other packages: an experimental export may change with a minor version, and
 * then a range would bring a package what it cannot use.
 */
const dependenciesOf = ({ dependencies = {}, private: isPrivate }) =>
  Object.fromEntries(
    Object.entries(dependencies).map(([name, range]) => [
      name,
      isPrivate !== true && range.startsWith('workspace:') ? 'workspace:*' : range,
    ]),
  )

function manifestOf({ manifest, dir }, rootManifest) {
  const peers = manifest.seccompile.peers ?? []
  const isPrivate = manifest.private === true
  const exports = exportsOf(manifest, dir)
  const devDependencies = { ...manifest.devDependencies }
  for (const peer of peers) devDependencies[peer] = 'catalog:'
  const peerDependencies = { ...manifest.peerDependencies }
  const peerDependenciesMeta = { ...manifest.peerDependenciesMeta }
  for (const peer of peers) {
    peerDependencies[peer] = PEER_RANGES[peer] ?? '*'
    peerDependenciesMeta[peer] = { optional: true }
  }
  // Files that a package ships beside its code: its command, completions of the shell, manual pages, and sources in
  // C.
  const shipped = ['bin', 'completions', 'man', 'native'].filter((folder) =>
    existsSync(join(root, dir, folder)),
  )
  const extra = Object.keys(manifest).filter((key) => !KNOWN.has(key))
  for (const key of extra) problems.push(`${dir}/package.json: field "${key}" is not one that sync keeps`)
  return compact({
    name: manifest.name,
    version: manifest.version,
    private: isPrivate ? true : undefined,
    description: manifest.description,
    ...(isPrivate ? {} : placeOf(rootManifest, dir)),
    license: rootManifest.license,
    type: 'module',
    sideEffects: effectsOf(manifest.seccompile),
    engines: rootManifest.engines,
    seccompile: manifest.seccompile,
    bin: manifest.bin,
    man: shipped.includes('man') ? manPagesOf(dir) : undefined,
    exports,
    files: isPrivate ? undefined : [...shipped, ...publishedOf(manifest.seccompile)],
    publishConfig: isPrivate
      ? undefined
      : { access: 'public', exports: published(exports, manifest.seccompile) },
    scripts: sorted({
      ...manifest.scripts,
      ...(existsSync(join(root, dir, 'src')) ? { build: buildOf(dir) } : {}),
    }),
    dependencies: sorted(dependenciesOf(manifest)),
    optionalDependencies: sorted(manifest.optionalDependencies ?? {}),
    peerDependencies: sorted(peerDependencies),
    peerDependenciesMeta: sorted(peerDependenciesMeta),
    devDependencies: sorted(devDependencies),
  })
}

const KNOWN = new Set([
  'name',
  'version',
  'private',
  'description',
  'keywords',
  'homepage',
  'bugs',
  'license',
  'repository',
  'type',
  'sideEffects',
  'engines',
  'seccompile',
  'bin',
  'man',
  'exports',
  'files',
  'publishConfig',
  'scripts',
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'peerDependenciesMeta',
  'devDependencies',
])
const PEER_RANGES = {
  '@jest/globals': '>=30.0.0',
  expect: '>=30.0.0',
  'fast-check': '^4.0.0',
  koffi: '^3.3.4',
  vitest: '>=3.2.0',
}

/** The workspace packages among `names`, as folders that hold a tsconfig.build.json. */
function referencesTo(names, workspace) {
  return names
    .map((name) => workspace.find(({ manifest }) => manifest.name === name))
    .filter((pkg) => pkg !== undefined)
    .map(({ dir }) => `../../${dir}/tsconfig.build.json`)
    .sort(byText)
    .map((path) => ({ path }))
}

function tsconfigsOf({ group, manifest, dir }, workspace) {
  const development = Object.keys(manifest.devDependencies ?? {})
  // A bundle holds packages that its users need not install.
  const ofBundle = manifest.seccompile.library === undefined ? [] : development
  const runtime = [
    ...new Set([...Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }), ...ofBundle]),
  ]
  const forTests = [...new Set([...runtime, ...development])]
  const node =
    group === 'tools' ||
    (manifest.seccompile.layer >= FIRST_NODE_LAYER && manifest.seccompile.browser !== true)
  const here = join(root, dir)
  const files = {}
  if (existsSync(join(here, 'src'))) {
    files['tsconfig.build.json'] = compact({
      extends: '../../tsconfig.base.json',
      compilerOptions: compact({
        rootDir: 'src',
        outDir: 'dist',
        tsBuildInfoFile: 'dist/.tsbuildinfo',
        types: node ? ['node'] : undefined,
      }),
      include: ['src'],
      references: referencesTo(runtime, workspace),
    })
  }
  if (existsSync(join(here, 'test'))) {
    files['tsconfig.test.json'] = {
      extends: '../../tsconfig.base.json',
      compilerOptions: {
        rootDir: '.',
        noEmit: true,
        declaration: false,
        composite: false,
        incremental: true,
        isolatedDeclarations: false,
        // A test may import `../src/name.ts`, a file of another project. Nothing is emitted, so no import needs
        // rewriting.
        rewriteRelativeImportExtensions: false,
        allowImportingTsExtensions: true,
        tsBuildInfoFile: '.cache/test.tsbuildinfo',
        types: ['node'],
      },
      include: ['test'],
      references: [
        ...(files['tsconfig.build.json'] ? [{ path: './tsconfig.build.json' }] : []),
        ...referencesTo(forTests, workspace),
      ],
    }
  }
  return {
    ...files,
    'tsconfig.json': { files: [], references: Object.keys(files).map((f) => ({ path: `./${f}` })) },
  }
}

/** The packages that users may install, lower layers first. */
function publicPackages(workspace) {
  return workspace
    .filter(({ group, manifest }) => group === 'packages' && manifest.private !== true)
    .sort((a, b) => a.manifest.seccompile.layer - b.manifest.seccompile.layer || byText(a.dir, b.dir))
}

/** A table in Markdown; the first row is its head. */
function tableText(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => [...row[column]].length)))
  const line = (row) =>
    `| ${row.map((cell, i) => cell + ' '.repeat(widths[i] - [...cell].length)).join(' | ')} |`
  const [head, ...rest] = rows.map(line)
  return [head, `| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`, ...rest].join('\n')
}

function packageTable(workspace) {
  const rows = publicPackages(workspace).map(({ dir, manifest }) => [
    String(manifest.seccompile.layer),
    `[\`${manifest.name}\`](${dir})`,
    stabilityOf(manifest.seccompile) ?? '',
    (manifest.description ?? '').replaceAll(/[|*<]/g, '\\$&'),
  ])
  // prettier would read `SECCOMP_RET_*` as emphasis and rewrite it.
  const table = tableText([['Layer', 'Package', 'Stability', 'What it holds'], ...rows])
  return `<!-- prettier-ignore-start -->\n\n${table}\n\n<!-- prettier-ignore-end -->`
}

/** A table from tasks to packages, higher layers first: `seccompile.wanted` of each manifest. */
function wantTable(workspace, up) {
  const rows = publicPackages(workspace)
    .toReversed()
    .flatMap(({ dir, manifest }) =>
      [manifest.seccompile.wanted ?? []]
        .flat()
        .map((want) => [want, `[\`${dir.split('/')[1]}\`](${up}${dir}/README.md)`]),
    )
  return `\n${tableText([['you want to', 'take'], ...rows])}\n`
}

/** Writes `made` between the markers with `name` in the file at `path`. */
function putPart(path, name, made) {
  const at = join(root, path)
  if (!existsSync(at)) return
  const begin = `<!-- ${name}: written by \`pnpm sync\` -->`
  const end = `<!-- /${name} -->`
  const text = readFileSync(at, 'utf8')
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) {
    problems.push(`${path}: the markers "${begin}" and "${end}" are missing`)
    return
  }
  put(at, `${text.slice(0, from + begin.length)}\n${made}\n${text.slice(to)}`)
}

/** Reports a README whose first paragraph is not the description of its package. */
function checkFirstSentence({ group, dir, manifest }) {
  const path = join(root, dir, 'README.md')
  if (group !== 'packages' || !existsSync(path)) return
  const first = readFileSync(path, 'utf8').split('\n\n')[1] ?? ''
  if (first.replaceAll('`', '').replaceAll('\n', ' ').trim() === manifest.description) return
  problems.push(`${dir}/README.md: the first sentence is not the "description" of package.json`)
}

const rootManifest = readJson(join(root, 'package.json'))
const workspace = readWorkspace()

for (const pkg of workspace) {
  const complete = manifestOf(pkg, rootManifest)
  put(join(root, pkg.dir, 'package.json'), json(complete))
  checkFirstSentence(pkg)
  for (const [file, value] of Object.entries(tsconfigsOf({ ...pkg, manifest: complete }, workspace))) {
    put(join(root, pkg.dir, file), json(value))
  }
}

// The command line is linked into the root's node_modules/.bin as soon as its package exists.
const command = workspace.find(({ manifest }) => manifest.name === 'seccompile')
if (command !== undefined) {
  rootManifest.devDependencies = sorted({ ...rootManifest.devDependencies, seccompile: 'workspace:*' })
  put(join(root, 'package.json'), json(rootManifest))
}

put(
  join(root, 'tsconfig.json'),
  json({ files: [], references: workspace.map(({ dir }) => ({ path: `./${dir}` })) }),
)
for (const pkg of publicPackages(workspace)) {
  const found = stabilityProblems(pkg)
  problems.push(...found)
  if (found.length === 0) putPart(`${pkg.dir}/README.md`, 'stability', stabilityText(pkg))
}
putPart('README.md', 'packages', packageTable(workspace))
putPart('README.md', 'wants', wantTable(workspace, ''))
putPart('docs/one-package.md', 'wants', wantTable(workspace, '../'))

for (const problem of problems) console.error(problem)
if (check && stale.length > 0) {
  console.error(`out of date: ${stale.join(', ')}\nrun: pnpm sync`)
} else if (stale.length > 0) {
  console.log(`wrote ${stale.join(', ')}`)
}
if (problems.length > 0 || (check && stale.length > 0)) process.exitCode = 1
