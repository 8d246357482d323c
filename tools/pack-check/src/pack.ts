/* Packing: one run of pnpm for all packages. pnpm also publishes packages, and replaces `workspace:` ranges. */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { installedFolder, type PackageManifest, type PublicPackage, readManifest, ROOT } from './packages.ts'
import { type ProgramEnd, run } from './run.ts'

const PINNED =
  /^pnpm@([^+]+)/.exec((readManifest(ROOT) as { packageManager?: string }).packageManager ?? '')?.[1] ?? ''

/**
 * Settings of pnpm as in tools/bootstrap: never ask, and (pnpm 10) never fetch and run the version that package.json
 * names.
 */
const PNPM_ENV = { CI: 'true', npm_config_manage_package_manager_versions: 'false' }

/** The command line of the pinned pnpm: from PATH, or through npx as in tools/bootstrap. */
export function pnpm(): readonly [command: string, ...args: string[]] {
  // When the bootstrap runs under npx, `pnpm` is the version that the bootstrap has chosen.
  if (process.env['SECCOMPILE_PNPM'] !== undefined) return ['pnpm']
  const asked = spawnSync('pnpm', ['--version'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (asked.status === 0 && asked.stdout.trim() === PINNED) return ['pnpm']
  return ['npx', '--yes', '--prefer-offline', `pnpm@${PINNED}`]
}

/** The file of the pinned pnpm, or its name where PATH has it; `undefined` where it cannot be had. */
export async function pnpmFile(): Promise<string | undefined> {
  if (pnpm()[0] === 'pnpm') return 'pnpm'
  const words = ['--yes', '--prefer-offline', '--package', `pnpm@${PINNED}`, '-c', 'command -v pnpm']
  const { status, said } = await run('npx', words, ROOT, PNPM_ENV)
  return status === 0 ? said.split('\n').at(-1) : undefined
}

/** The file name of the tarball of a package: `@seccompile/abi` becomes `seccompile-abi-0.0.0.tgz`. */
export function tarballOf({ name, version }: PackageManifest, folder: string): string {
  return join(folder, `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`)
}

/** `folder`, a package from the registry, and the folders of the packages that it depends on, which pnpm links beside it. */
function withItsOwn(folder: string): readonly string[] {
  const { name, dependencies = {} } = readManifest(folder)
  const beside = realpathSync(folder).slice(0, -name.length)
  return [
    folder,
    ...Object.keys(dependencies).flatMap((each) => withItsOwn(realpathSync(join(beside, each)))),
  ]
}

/** The folders of the packages from the registry that `pkg` needs, as the workspace has installed them. */
export function registryFolders(pkg: PublicPackage, packages: readonly PublicPackage[]): readonly string[] {
  return Object.keys(pkg.manifest.dependencies ?? {})
    .filter((name) => packages.every(({ manifest }) => manifest.name !== name))
    .flatMap((name) => withItsOwn(installedFolder(pkg, name)))
}

/** Packs every package of the workspace in `root` into `folder`. */
export function packWorkspace(root: string, folder: string): Promise<ProgramEnd> {
  const [command, ...args] = pnpm()
  const pack = ['--recursive', '--filter', './packages/*', 'pack', '--pack-gzip-level', '9']
  return run(command, [...args, ...pack, '--pack-destination', folder], root, PNPM_ENV)
}

/** Installs what the lockfile of `root` names, from the store, and builds every package. */
export async function installAndBuild(root: string): Promise<ProgramEnd> {
  const [command, ...args] = pnpm()
  const install = [...args, 'install', '--frozen-lockfile', '--prefer-offline', '--ignore-scripts']
  const installed = await run(command, install, root, PNPM_ENV)
  return installed.status === 0 ? run(command, [...args, 'build'], root, PNPM_ENV) : installed
}

/**
 * Packs every package, and every package from the registry that they depend on, into `folder`.
 *
 * @throws Error when pnpm or npm fails, or leaves a package out
 */
export async function packAll(packages: readonly PublicPackage[], folder: string): Promise<void> {
  const registry = [...new Set(packages.flatMap((pkg) => registryFolders(pkg, packages)))]
  // npm packs nothing that lies in a node_modules.
  const copies = registry.map((from, i) => {
    cpSync(from, join(folder, String(i)), { recursive: true, dereference: true })
    return `./${i}`
  })
  const runs = await Promise.all([
    packWorkspace(ROOT, folder),
    ...(copies.length > 0 ? [run('npm', ['pack', '--ignore-scripts', '--offline', ...copies], folder)] : []),
  ])
  const manifests = [...packages.map(({ manifest }) => manifest), ...registry.map(readManifest)]
  const missing = manifests
    .filter((manifest) => !existsSync(tarballOf(manifest, folder)))
    .map(({ name }) => name)
  const failed = runs.filter(({ status }) => status !== 0)
  if (failed.length === 0 && missing.length === 0) return
  const said = failed.map((ended) => `${ended.said.slice(-2000)}\n`).join('')
  throw new Error(`${said}packing failed; not packed: ${missing.join(', ') || 'none'}`)
}
