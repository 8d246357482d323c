/*
 * The runtimes in which tests attach filters: the Node that runs the tests, and those that `pnpm runtimes` installs.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/** An entry of tools/runtimes/runtimes.json. */
interface Pin {
  readonly name: string
  readonly title: string
  readonly version: string
  readonly binary: string
}

/** A user without rights. */
const NOBODY = 65534
const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const pins = JSON.parse(readFileSync(join(ROOT, 'tools/runtimes/runtimes.json'), 'utf8')) as readonly Pin[]
const folder = process.env['SECCOMPILE_RUNTIMES'] ?? join(ROOT, '.cache/runtimes')

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

/** The runtime that the last part of the path of `file` names. */
function runtime(name: string, file: string): Runtime {
  const kind = ['bun', 'deno'].find((one) => file.endsWith(`/${one}`)) ?? 'node'
  switch (kind) {
    case 'bun':
      return {
        name,
        kind,
        file,
        options: [],
        bridges: [
          ['ffi', []],
          ['koffi', []],
        ],
      }
    case 'deno':
      return {
        name,
        kind,
        file,
        options: ['run', '--allow-all'],
        bridges: [
          ['ffi', []],
          ['koffi', []],
        ],
      }
    default: {
      const { stdout } = spawnSync(file, ['--help'], { encoding: 'utf8' })
      const ffi = stdout.includes('-ffi') ? [['ffi', ['--experimental-ffi']] as const] : []
      return { name, kind: 'node', file, options: [], bridges: [...ffi, ['koffi', []]] }
    }
  }
}

function runtimeOf({ name, title, version, binary }: Pin): Runtime | undefined {
  const file = join(folder, 'node_modules', name, binary)
  const reason = existsSync(file) ? whyNotReached(file) : 'it is not installed; run "pnpm runtimes"'
  if (reason !== undefined) {
    sayNotRun(`attaching filters in ${title} ${version}`, reason)
    return undefined
  }
  return runtime(`${title} ${version}`, file)
}

/** The runtimes in which a user without rights can run a script of this repository. Those that are missing are said. */
export function findRuntimes(): readonly Runtime[] {
  const why =
    process.platform === 'linux' ? whyNotReached(fileURLToPath(import.meta.url)) : 'this is no Linux'
  if (why !== undefined) {
    sayNotRun('attaching filters in Node, Bun and Deno', why)
    return []
  }
  if (!isRoot)
    sayNotRun(`attaching filters as uid ${NOBODY}`, 'it takes root, so filters are attached as this user')
  return [
    runtime(`this Node ${process.versions.node}`, process.execPath),
    ...pins.flatMap((pin) => runtimeOf(pin) ?? []),
  ]
}
