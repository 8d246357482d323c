/*
 * The bundle of each entry alone: its size, and the packages whose code it holds.
 *
 * The bundle keeps every export of the entry and all dependencies, so its size is an upper bound for a page that uses
 * the entry. The bundler is rolldown, minifying; the same version yields the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { type RolldownLog, rolldown } from 'rolldown'
import type { Consumer } from './consumer.ts'
import { FIRST_NODE_LAYER, packageOf } from './packages.ts'

/** One entry, bundled. */
export interface Bundle {
  readonly entry: string
  /** Bytes of the minified code. */
  readonly bytes: number
  /**
   * The packages whose code is in the bundle: sorted short names (`rules`). Tables of calls are listed apart
   * (`syscalls:x86_64`, `syscalls:all`).
   */
  readonly holds: readonly string[]
  readonly problems: readonly string[]
}

/** The packages with a table for each ABI: of calls, and of signatures beside it. */
const WITH_TABLES = ['syscalls', 'signatures']

/**
 * The holder of a module: `syscalls:arm` for `…/node_modules/@seccompile/syscalls/dist/tables/arm.js`; for other
 * modules the package.
 */
export function holderOf(id: string): string {
  const path = id.replaceAll('\\', '/').replace(/^.*\/node_modules\//, '')
  const table = /^@seccompile\/(?:syscalls|signatures)\/dist\/tables\/(.*)\.js$/.exec(path)?.[1]
  return packageOf(path).replace(/^@seccompile\//, '') + (table === undefined ? '' : `:${table}`)
}

/** Modules in `tables` that are not tables of calls. */
const NO_TABLE = ['syscalls:abis', 'syscalls:names', 'syscalls:tokens']

/** The holders of a bundle's modules, sorted, each once; a module that imports all tables stands for them. */
export function holding(holders: readonly string[]): readonly string[] {
  const found = [...new Set(holders)].filter((name) => !NO_TABLE.includes(name)).sort()
  if (!found.some((name) => name.endsWith(':all'))) return found
  return found.filter((name) => !name.includes(':') || name.endsWith(':all'))
}

/** Packages from the registry that the bundle leaves to its user, such as `fast-check` for the entry `arbitrary`. */
function externals({ pkg }: Consumer): readonly string[] {
  return Object.keys(pkg.manifest.peerDependencies ?? {})
}

/** Imports of a bundle's files from outside the bundle. An entry that loads a part on demand has several files. */
export function outsideImports(
  files: readonly { readonly fileName: string; readonly imports: readonly string[] }[],
): readonly string[] {
  const own = new Set(files.map(({ fileName }) => fileName))
  return files.flatMap(({ imports }) => imports).filter((name) => !own.has(name))
}

async function bundle(consumer: Consumer, entry: string, i: number): Promise<Bundle> {
  const { pkg, folder } = consumer
  const input = join(folder, `bundle-${i}.mjs`)
  writeFileSync(input, `export * from '${entry}'\n`)
  const { layer = 0, browser = false } = pkg.manifest.seccompile ?? {}
  const node = layer >= FIRST_NODE_LAYER && !browser
  const logs: RolldownLog[] = []
  const built = await rolldown({
    input,
    cwd: folder,
    platform: node ? 'node' : 'browser',
    external: [...externals(consumer), ...(node ? [/^node:/] : [])],
    onLog: (_level, log) => void logs.push(log),
  })
  const { output } = await built.generate({ format: 'esm', minify: true })
  await built.close()

  const chunks = output.filter((chunk) => chunk.type === 'chunk')
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules))
  const holders = modules
    .filter(([id, module]) => id !== input && !id.startsWith('\0') && module.renderedLength > 0)
    .map(([id]) => holderOf(id))
  const problems = logs.map(({ message }) => `bundle of ${entry}: ${stripVTControlCharacters(message)}`)
  // An entry may import a peer that the README installs. A subpath may import other peers: it exists for its peer.
  for (const name of outsideImports(chunks).map(packageOf)) {
    if (name.startsWith('node:') || entry !== pkg.manifest.name || pkg.installs.includes(name)) continue
    problems.push(`bundle of ${entry}: imports ${name}, which is an optional peer`)
  }
  const bytes = chunks.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0)
  return { entry, bytes, holds: holding(holders), problems }
}

/**
 * Why the bundle of one ABI's table holds more than that: it may hold the same table of each package with tables, and
 * no other package.
 */
export function tableProblems({ entry, holds }: Pick<Bundle, 'entry' | 'holds'>): readonly string[] {
  const of = /^@seccompile\/(syscalls|signatures)\/./.exec(entry)?.[1]
  if (of === undefined) return []
  const allowed = WITH_TABLES.slice(0, WITH_TABLES.indexOf(of) + 1)
  const tables = holds.filter((name) => name.includes(':')).map((name) => name.split(':'))
  const [first] = tables
  if (
    tables.length === allowed.length &&
    first?.[1] !== 'all' &&
    tables.every(([, table]) => table === first?.[1]) &&
    holds.every((name) => allowed.includes(name.split(':')[0] ?? ''))
  )
    return []
  return [`bundle of ${entry}: holds ${holds.join(', ')}, and should hold one table`]
}

/** The bundles of the entries of a consumer's package, and the problems of entries that could not be bundled. */
export async function bundles(
  consumer: Consumer,
): Promise<{ readonly built: readonly Bundle[]; readonly problems: readonly string[] }> {
  const built: Bundle[] = []
  const problems: string[] = []
  for (const [i, entry] of consumer.pkg.entries.entries()) {
    try {
      const one = await bundle(consumer, entry, i)
      built.push(one)
      problems.push(...one.problems, ...tableProblems(one))
    } catch (error) {
      // The problem belongs to this entry only. Other entries and other packages are still checked.
      const said = error instanceof Error ? error.message : String(error)
      problems.push(`bundle of ${entry}: ${stripVTControlCharacters(said)}`)
    }
  }
  return { built, problems }
}
