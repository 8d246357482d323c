/** A runtime of JavaScript that this package knows. */
export type RuntimeName = 'node' | 'bun' | 'deno'

/** The runtime of this process. Bun and Deno have a version of Node too. */
export function runtimeName(
  versions: Readonly<Record<string, string | undefined>> = process.versions,
): RuntimeName {
  if (versions['bun'] !== undefined) return 'bun'
  return versions['deno'] === undefined ? 'node' : 'deno'
}

const RUNTIMES: Readonly<Record<RuntimeName, string>> = { node: 'Node', bun: 'Bun', deno: 'Deno' }

/** The runtime of this process and its version: `Node 26.9.0`. */
export function runtimeText(): string {
  const name = runtimeName()
  return `${RUNTIMES[name]} ${process.versions[name] ?? ''}`
}

/** The part of `node:sea` that this file uses. @see https://nodejs.org/api/single-executable-applications.html */
interface NodeSea {
  isSea(): boolean
}

/** The part of the global `Deno` that this file uses. */
interface DenoBuild {
  readonly build: { readonly standalone?: boolean }
}

/** The folder in which the modules of a program seem to lie that `bun build --compile` made. */
const BUN_FOLDER = '/$bunfs/'

/** Whether this program and its runtime were built as a single file. */
export function isSingleFile(): boolean {
  const sea = process.getBuiltinModule?.('node:sea') as NodeSea | undefined // the only place that gives it its type
  const deno = Reflect.get(globalThis, 'Deno') as DenoBuild | undefined // the same holds here
  return sea?.isSea() === true || deno?.build.standalone === true || import.meta.url.includes(BUN_FOLDER)
}
