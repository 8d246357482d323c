/*
 * A consumer: a folder outside the workspace that has installed one package as its README says, and nothing else.
 *
 * The tarballs of the package and of its dependencies are direct dependencies, so that npm compares their ranges with
 * the versions that it finds. Packages from the registry are packed again from the workspace, in the version that the
 * lockfile pins, and npm stays offline. So a range that no version here meets is an error, and no foreign release can
 * break this check. Peers are linked, since vitest alone would bring fifty packages.
 */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { registryFolders, tarballOf } from './pack.ts'
import { installedFolder, type PublicPackage, readManifest, withDependencies } from './packages.ts'
import { run } from './run.ts'

/** One package in use. */
export interface Consumer {
  readonly pkg: PublicPackage
  /** The folder of the consumer, absolute. It has the name of the package's folder. */
  readonly folder: string
  /** The package as npm has unpacked it. */
  readonly installed: string
  /** Files that are compiled and run, without extension. A file that an example imports comes with that example. */
  readonly programs: readonly { readonly file: string; readonly place: string; readonly code: string }[]
}

/**
 * Globals of both Node and browsers, declared for examples. With the types of Node or of the DOM, a package that
 * needs them would pass unnoticed.
 */
const GLOBALS = {
  console: "declare const console: Record<'log' | 'error', (...values: readonly unknown[]) => void>\n",
  performance: 'declare const performance: { now(): number }\n',
}

/** The peers that no consumer gets: nothing fails without them until a person asks for what only they can do. */
const DONE_WITHOUT = ['koffi']

/** The beginning of every install; npm stays offline. */
export const NPM_INSTALL: readonly string[] = [
  'install',
  '--offline',
  '--ignore-scripts',
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
]

function dependencies(
  pkg: PublicPackage,
  packages: readonly PublicPackage[],
  tarballs: string,
): Record<string, string> {
  const found: Record<string, string> = {}
  for (const each of withDependencies([pkg.manifest.name, ...pkg.installs], packages)) {
    found[each.manifest.name] = `file:${tarballOf(each.manifest, tarballs)}`
    for (const folder of registryFolders(each, packages)) {
      const manifest = readManifest(folder)
      found[manifest.name] = `file:${tarballOf(manifest, tarballs)}`
    }
  }
  return found
}

function programs(pkg: PublicPackage): Consumer['programs'] {
  const { name, seccompile } = pkg.manifest
  // An entry that is imported for what it does works in its test runner alone; here its types are checked.
  const isRun = (entry: string): boolean =>
    seccompile?.effects?.includes(entry.slice(name.length + 1)) !== true
  const imports = pkg.entries.map(
    (entry, i) => `import ${isRun(entry) ? '' : 'type '}* as entry${i} from '${entry}'\n`,
  )
  const uses = pkg.entries.flatMap((entry, i) => (isRun(entry) ? [`entry${i}`] : []))
  const typed = pkg.entries.flatMap((entry, i) => (isRun(entry) ? [] : [`typeof entry${i}`]))
  const types = typed.length === 0 ? '' : `export type Effects = [${typed.join(', ')}]\n`
  const entries = `${imports.join('')}${types}export const entries: readonly object[] = [${uses.join(', ')}]\n`
  return [
    { file: 'entries', place: 'entries', code: entries },
    ...pkg.examples.map(({ place, code }) => ({ file: `example-${place.split(':')[1] ?? ''}`, place, code })),
  ]
}

/**
 * Installs one package under `home`.
 *
 * @param tarballs - the folder that `packAll` has filled
 * @returns the consumer, or the output of npm when it failed
 */
export async function install(
  pkg: PublicPackage,
  packages: readonly PublicPackage[],
  tarballs: string,
  home: string,
): Promise<Consumer | string> {
  const folder = join(home, pkg.short)
  mkdirSync(folder)
  const manifest = { private: true, type: 'module', dependencies: dependencies(pkg, packages, tarballs) }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2))
  const { status, said } = await run('npm', NPM_INSTALL, folder)
  if (status !== 0) return said

  for (const peer of Object.keys(pkg.manifest.peerDependencies ?? {})) {
    const link = join(folder, 'node_modules', peer)
    if (existsSync(link) || DONE_WITHOUT.includes(peer)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(installedFolder(pkg, peer), link, 'junction')
  }
  const consumer = {
    pkg,
    folder,
    installed: join(folder, 'node_modules', pkg.manifest.name),
    programs: programs(pkg),
  }
  for (const { file, code } of consumer.programs) {
    const used = Object.entries(GLOBALS).filter(([name]) => code.includes(`${name}.`))
    // The declarations come at the end, so that the lines of an example keep their numbers.
    writeFileSync(join(folder, `${file}.ts`), code + used.map(([, declaration]) => declaration).join(''))
  }
  return consumer
}
