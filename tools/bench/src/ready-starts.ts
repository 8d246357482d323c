/*
 * Programs that start a command under a filter of @seccompile/filters: the program becomes the command over a bridge to
 * the C library, or setpriv starts it. Each Node is compared with an empty program of its own. The time of the command is
 * in the figures, and with setpriv also the end of Node.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { failureOf, timeStarts } from './start-times.ts'
import type { Start, StartTimes } from './start-times.ts'

/** The most milliseconds beyond an empty program. */
export const READY_TARGET = 60

const RUNTIMES = fileURLToPath(new URL('../../runtimes/runtimes.mjs', import.meta.url))
const FILTER = import.meta.resolve('@seccompile/filters/no-network')
const EXEC = import.meta.resolve('@seccompile/kernel/exec')

const becomes = (bridge: 'ffi' | 'koffi'): string => `
import { execUnder } from '${EXEC}'
import { filter } from '${FILTER}'
const path = Buffer.from('/bin/true')
execUnder([filter.bytes], { path, args: [path] }, { bridge: '${bridge}' }).exit(126)
`
const BY_SETPRIV = `
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { filter } from '${FILTER}'
const file = import.meta.filename + '.bpf'
writeFileSync(file, filter.bytes)
const words = ['--no-new-privs', '--seccomp-filter', file, '--', '/bin/true']
process.exitCode = spawnSync('setpriv', words, { stdio: 'inherit' }).status ?? 1
`

/** A Node, and the starts in it. The first is the empty program. */
interface NodeStarts {
  readonly node: string
  readonly starts: readonly Start[]
}

/** The Node that runs this, and the newest that `pnpm runtimes` installs: names and files. */
function nodes(): readonly (readonly [name: string, file: string])[] {
  const { stdout } = spawnSync(process.execPath, [RUNTIMES, '--list'], { encoding: 'utf8' })
  const runtimes = JSON.parse(stdout) as readonly {
    readonly title: string
    readonly version: string
    readonly file: string
    readonly isInstalled: boolean
  }[]
  const { version, file, isInstalled } = runtimes.findLast(({ title }) => title === 'Node')!
  const own = [`Node ${process.versions.node}`, process.execPath] as const
  if (isInstalled) return [own, [`Node ${version}`, file]]
  process.stderr.write(`*** NOT RUN: Node ${version}: it is not installed; run "pnpm runtimes"\n`)
  return [own]
}

function startsOf(node: string, file: string, folder: string): NodeStarts {
  const script = (name: string, code: string): string => {
    const path = join(folder, `${name}.mjs`)
    writeFileSync(path, code)
    return path
  }
  const ways: readonly Start[] = [
    {
      what: 'execUnder over ffi',
      words: [file, '--experimental-ffi', '--no-warnings', script('ffi', becomes('ffi'))],
    },
    { what: 'execUnder over koffi', words: [file, script('koffi', becomes('koffi'))] },
    { what: 'setpriv', words: [file, script('setpriv', BY_SETPRIV)] },
  ]
  const working = ways.filter((way) => {
    const failure = failureOf(way)
    if (failure !== undefined)
      process.stderr.write(`*** NOT RUN: ${way.what} in ${node}: ${failure.trim().split('\n').at(-1)}\n`)
    return failure === undefined
  })
  return { node, starts: [{ what: 'an empty module', words: [file, script('empty', '')] }, ...working] }
}

/** The times of the starts in a Node. */
export interface ReadyTimes {
  readonly node: string
  readonly times: readonly StartTimes[]
  /** Milliseconds beyond the empty program of the slowest way, least of all rounds; `undefined` where there is no way. */
  readonly beyond: number | undefined
}

/** The times of each Node and way. Ways that this machine does not have are told on standard error. */
export function timeReady(rounds: number, folder: string): readonly ReadyTimes[] {
  return nodes().map(([name, file]) => {
    const { node, starts } = startsOf(name, file, folder)
    const times = timeStarts(starts, rounds)
    const [empty = 0, ...others] = times.map(({ took }) => Math.min(...took))
    const beyond = others.length === 0 ? undefined : Math.max(...others) - empty
    return { node, times, beyond }
  })
}
