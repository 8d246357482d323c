/*
 * The runtimes in which tests attach filters: the Node that runs the tests, and those that `pnpm runtimes` installs.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { run } from '@seccompile/kernel'
import { hasBridge } from '@seccompile/kernel/exec'

/** A runtime of JavaScript on this machine. */
export interface Runtime {
  readonly name: string
  readonly kind: 'node' | 'bun' | 'deno'
  readonly file: string
  /** Options that stand before the path of a script. */
  readonly options: readonly string[]
  /** The bridges to the C library that there are in it, and the options that each takes. */
  readonly bridges: readonly (readonly [bridge: 'ffi' | 'koffi', options: readonly string[]])[]
}

/** A runtime of `pnpm runtimes`. */
interface PinnedRuntime {
  readonly title: string
  readonly version: string
  readonly file: string
  readonly isInstalled: boolean
}

/** A user without rights. */
const NOBODY = 65534
const TOOL = fileURLToPath(new URL('../../../tools/runtimes/runtimes.mjs', import.meta.url))

/** A filter of one instruction, which allows everything. */
const ALLOW = [{ code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 }]
const hasKoffi = process.platform === 'linux' && hasBridge('koffi')
const isRoot = process.getuid?.() === 0

/** How a program is started as a user without rights; as this user where this is not root. */
export const asNobody: { readonly uid?: number; readonly gid?: number } = isRoot
  ? { uid: NOBODY, gid: NOBODY }
  : {}

function sayNotRun(what: string, reason: string): void {
  process.stderr.write(`\n*** NOT RUN: ${what}: ${reason}\n\n`)
}

/** Why a user without rights cannot use `file`; `undefined` where the user can. */
function whyNotReached(file: string): string | undefined {
  const { status } = spawnSync('test', ['-r', file], asNobody)
  return status === 0 ? undefined : `uid ${NOBODY} cannot read ${file}`
}

/** The options by which a Node has FFI; `undefined` where it has none. */
function ffiOptions(node: string): readonly string[] | undefined {
  const { stdout } = spawnSync(node, ['--help'], { encoding: 'utf8' })
  return stdout.includes('-experimental-ffi') ? ['--experimental-ffi'] : undefined
}

/** The runtime that the last part of the path of `file` names. */
function runtime(name: string, file: string): Runtime {
  const kind = (['bun', 'deno'] as const).find((one) => file.endsWith(`/${one}`)) ?? 'node'
  const options = kind === 'deno' ? ['run', '--allow-all'] : []
  const ffi = kind === 'node' ? ffiOptions(file) : []
  const bridges: Runtime['bridges'] = [
    ...(ffi === undefined ? [] : [['ffi', ffi] as const]),
    ...(hasKoffi ? [['koffi', []] as const] : []),
  ]
  return { name, kind, file, options, bridges }
}

function runtimeOf({ title, version, file, isInstalled }: PinnedRuntime): Runtime | undefined {
  const reason = isInstalled ? whyNotReached(file) : 'it is not installed; run "pnpm runtimes"'
  if (reason !== undefined) {
    sayNotRun(`attaching filters in ${title} ${version}`, reason)
    return undefined
  }
  return runtime(`${title} ${version}`, file)
}

/** Why no filter can be attached as a user without rights in this Node; `undefined` where one can. */
async function whyNotAttached(): Promise<string | undefined> {
  if (process.platform !== 'linux') return 'this is no Linux'
  const reason = whyNotReached(fileURLToPath(import.meta.url)) ?? whyNotReached(process.execPath)
  if (reason !== undefined) return reason
  try {
    const { status, signal } = await run(ALLOW, ['true'], { stdio: ['ignore', 'ignore', 'ignore'] })
    return status === 0 ? undefined : `"true" ends with ${status ?? signal}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The runtimes in which a user without rights can run a script of this repository. Those that are missing are said. */
export async function findRuntimes(): Promise<readonly Runtime[]> {
  const why = await whyNotAttached()
  if (why !== undefined) {
    sayNotRun('attaching filters in Node, Bun and Deno', why)
    return []
  }
  if (!hasKoffi) sayNotRun('attaching filters over koffi', 'it is not installed')
  if (!isRoot)
    sayNotRun(`attaching filters as uid ${NOBODY}`, 'it takes root, so filters are attached as this user')
  const { stdout } = spawnSync(process.execPath, [TOOL, '--list'], { encoding: 'utf8' })
  // The tool prints what the type says.
  const pinned = JSON.parse(stdout) as readonly PinnedRuntime[]
  return [
    runtime(`this Node ${process.versions.node}`, process.execPath),
    ...pinned.flatMap((one) => runtimeOf(one) ?? []),
  ]
}
