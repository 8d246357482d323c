/* A workspace of Deno outside the repository, from which `deno publish` publishes the packages that JSR takes. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PublicPackage, ROOT } from './packages.ts'
import { type ProgramEnd, run } from './run.ts'
import { jsrManifest, npmFolders } from './jsr-manifests.ts'

/** The options of tsconfig.base.json without which Deno would find errors of types that our compiler does not find. */
const OPTIONS = ['exactOptionalPropertyTypes', 'noUncheckedIndexedAccess'] as const

function compilerOptions(): object {
  const base = JSON.parse(readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8')) as {
    readonly compilerOptions: Readonly<Record<string, unknown>>
  }
  return Object.fromEntries(OPTIONS.map((name) => [name, base.compilerOptions[name]]))
}

const writeJson = (file: string, value: object): void =>
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`)

/**
 * Writes the workspace: of each package its manifest, sources, README and licence.
 *
 * @param folder - an empty folder. It gets links to the packages of npm that the workspace has installed, so that no network is needed
 */
export function writeWorkspace(
  taken: readonly PublicPackage[],
  all: readonly PublicPackage[],
  folder: string,
): void {
  const workspace = taken.map(({ short }) => `./${short}`)
  writeJson(join(folder, 'deno.json'), {
    workspace,
    nodeModulesDir: 'manual',
    compilerOptions: compilerOptions(),
  })
  for (const pkg of taken) {
    const to = join(folder, pkg.short)
    cpSync(join(pkg.folder, 'src'), join(to, 'src'), { recursive: true })
    cpSync(join(pkg.folder, 'README.md'), join(to, 'README.md'))
    cpSync(join(ROOT, 'LICENSE'), join(to, 'LICENSE'))
    writeJson(join(to, 'deno.json'), jsrManifest(pkg, all))
  }
  const foreign = new Map(taken.flatMap((pkg) => Object.entries(npmFolders(pkg, all))))
  for (const [name, from] of foreign) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(from, link, 'junction')
  }
}

/** The publication of a workspace, tried without publishing: Deno checks types, and refuses slow ones. */
export function publishDry(deno: string, folder: string): Promise<ProgramEnd> {
  const words = ['publish', '--dry-run', '--allow-dirty', '--quiet']
  return run(deno, words, folder, { NO_COLOR: '1', DENO_NO_UPDATE_CHECK: '1' })
}
