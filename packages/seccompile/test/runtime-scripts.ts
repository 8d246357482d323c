/*
 * What tests of attaching run in other runtimes: the programs of docs/attaching.md, unchanged, and scripts that make calls
 * before and after. They import the built packages, as users do, and run as a user without rights.
 */
import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { filter as noIoUring } from '@seccompile/filters/no-io-uring'
import { nativeAbi } from '@seccompile/kernel/exec'
import { beforeAll } from 'vitest'
import { compile, policy } from '../src/index.ts'
import { asNobody } from './runtimes.ts'
import type { Runtime } from './runtimes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../../../docs/attaching.md', import.meta.url), 'utf8')

/** The programs of docs/attaching.md, by the names in their first lines. */
export const pagePrograms: ReadonlyMap<string, string> = new Map(
  [...PAGE.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(([, name = '', code = '']) => [name, code]),
)

/** What `calls` of calls.mjs yields. */
export interface Calls {
  /** How `symlink`, `stat` and a connection end on the main thread; `ok` or an errno. */
  readonly main: readonly string[]
  /** How `symlink` and `stat` end in a thread of the pool. */
  readonly pool: readonly string[]
  /** Whether that thread is another than the main thread. */
  readonly isPool: boolean
  /** The numbers of filters that threads have. */
  readonly filters: readonly number[]
  /** The number of rings of io_uring. */
  readonly rings: number
  /** Whether a child can make a namespace. */
  readonly namespace: boolean
}

/** Makes calls on the main thread and in a thread of the pool. The home of the process is a folder for its files. */
const CALLS = `
import { spawnSync } from 'node:child_process'
import { promises, readFileSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
let count = 0
const link = () => process.env.HOME + '/' + process.pid + '-' + count++
const end = async (act) => {
  try { await act(); return 'ok' } catch ({ code, message }) { return code ?? message }
}
const connected = () => new Promise((resolve, reject) => connect(9, '127.0.0.1', resolve).on('error', reject))
const numberOfFilters = (task) =>
  Number(/Seccomp_filters:\\t(\\d+)/.exec(readFileSync('/proc/self/task/' + task + '/status', 'latin1'))[1])
const isRing = (fd) => {
  try { return readlinkSync('/proc/self/fd/' + fd) === 'anon_inode:[io_uring]' } catch { return false }
}
export const calls = async () => ({
  main: [await end(() => symlinkSync('x', link())), await end(() => statSync('/')), await end(connected)],
  pool: [await end(() => promises.symlink('x', link())), await end(() => promises.stat('/'))],
  isPool: readlinkSync('/proc/thread-self') !== await promises.readlink('/proc/thread-self'),
  filters: [...new Set(readdirSync('/proc/self/task').map(numberOfFilters))],
  rings: readdirSync('/proc/self/fd').filter(isRing).length,
  namespace: spawnSync('unshare', ['--user', 'true']).status === 0,
})
export const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n')
`

const SCRIPTS: Readonly<Record<string, string>> = {
  'calls.mjs': CALLS,
  'program.mjs': "import { calls, say } from './calls.mjs'\nsay(await calls())\n",
  'attached.mjs': `
    import { readFileSync } from 'node:fs'
    import { attach } from '@seccompile/kernel'
    import { calls, say } from './calls.mjs'
    say(await calls())
    await import('./attach.mjs')
    attach(readFileSync(process.env.HOME + '/no-symlink.bpf'), { bridge: process.argv[2] })
    say(await calls())`,
  'network.mjs': `
    import { attach } from '@seccompile/kernel'
    import { filter } from '@seccompile/filters/no-network'
    import { calls, say } from './calls.mjs'
    say(await calls())
    try { attach(filter.bytes, { bridge: process.argv[2] }) } catch ({ code, message }) { say([code, message]) }
    say(await calls())`,
  // It reads nothing below /proc, which Deno allows only with --allow-all.
  'small.mjs': `
    import { connect } from 'node:net'
    import { attach } from '@seccompile/kernel'
    import { filter as network } from '@seccompile/filters/no-network'
    import { filter as tracing } from '@seccompile/filters/no-tracing'
    const filter = process.argv[2] === 'no-network' ? network : tracing
    const say = (value) => console.log(JSON.stringify(value))
    try { attach(filter.bytes); say(['attached']) } catch ({ code, message }) { say([code, message]) }
    connect(9, '127.0.0.1').on('error', ({ code }) => say([code]))`,
  // One program for each way, to be built as a single file.
  'single.mjs': `
    const [way] = process.argv.splice(2, 1)
    if (way === 'run') await import('./run.mjs')
    else if (way === 'exec') await import('./exec.mjs')
    else await import('./attached.mjs')`,
  'exec.mjs': `
    import { execUnder } from '@seccompile/kernel/exec'
    import { filter } from '@seccompile/filters/no-network'
    const words = process.argv.slice(2).map((word) => Buffer.from(word))
    execUnder([filter.bytes], { path: words[0], args: words }).exit(126)`,
  'launch.mjs': `
    import { run } from '@seccompile/kernel'
    import { filter } from '@seccompile/filters/no-network'
    const [launcher, ...command] = process.argv.slice(2)
    await run(filter.bytes, command, { launcher })`,
  'thread.mjs': `
    import { Worker, isMainThread, parentPort } from 'node:worker_threads'
    import { attach } from '@seccompile/kernel'
    import { filter } from '@seccompile/filters/no-tracing'
    import { say } from './calls.mjs'
    if (isMainThread) {
      const worker = new Worker(new URL(import.meta.url))
      await new Promise((resolve) => worker.once('message', resolve))
      try { attach(filter.bytes, { bridge: process.argv[2] }) } catch ({ code, message }) { say([code, message]) }
      process.exit()
    }
    attach(filter.bytes, { tsync: false })
    parentPort.postMessage('')
    setInterval(() => {}, 1000)`,
}

/** How a process ended, the values that it printed as lines of JSON, and what it wrote to standard error. */
export interface ScriptEnd<T> {
  readonly status: number | string | null
  readonly said: readonly T[]
  readonly err: string
}

/** The scripts in a folder. */
export interface ScriptFolder {
  /** The path of `name` in the folder. */
  readonly at: (name: string) => string
  /** The words that run a script of the folder in a runtime, there with options of its own. */
  readonly script: (runtime: Runtime, name: string, options?: readonly string[]) => readonly string[]
  /** How a command ends as a user without rights. The folder `out` is its home. */
  readonly ended: <T = Calls>(...command: readonly string[]) => Promise<ScriptEnd<T>>
}

/** How a child process ends whose standard output is lines of JSON, or other lines that are dropped. */
async function endOf<T>(child: ReturnType<typeof spawn>): Promise<ScriptEnd<T>> {
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const status = await new Promise<number | string | null>((resolve, reject) =>
    child.on('error', reject).on('close', (code, signal) => resolve(signal ?? code)),
  )
  const lines = out.split('\n').filter((line) => /^[[{]/.test(line))
  return {
    status,
    said: lines.map((line) => JSON.parse(line) as T),
    // Node says so of its FFI.
    err: err.replaceAll(/^.*(?:ExperimentalWarning|trace-warnings).*\n/gm, ''),
  }
}

/** A folder with the programs of the page and the scripts, and with filters as files, for the tests of one file. */
export function scriptFolder(): ScriptFolder {
  const { at } = temporaryFolder()
  beforeAll(() => {
    if (process.platform !== 'linux') return // no test uses the folder
    mkdirSync(at('node_modules'))
    symlinkSync(`${HERE}node_modules/@seccompile`, at('node_modules/@seccompile'))
    writeFileSync(at('package.json'), '{}')
    for (const [name, code] of [...pagePrograms, ...Object.entries(SCRIPTS)]) writeFileSync(at(name), code)
    mkdirSync(at('out'))
    const noSymlink = policy({ default: 'allow' }).deny('symlink', 'symlinkat')
    writeFileSync(at('out/no-symlink.bpf'), compile(noSymlink, { abis: [nativeAbi().token] }).bytes)
    writeFileSync(at('out/no-io-uring.bpf'), noIoUring.bytes)
    chmodSync(at(''), 0o755)
    const { uid, gid } = asNobody
    if (uid !== undefined && gid !== undefined) chownSync(at('out'), uid, gid)
  })
  return {
    at,
    script: ({ file, options }, name, more = []) => [file, ...options, ...more, at(name)],
    ended: async (...command) => {
      const [file = '', ...args] = command
      const env = { PATH: process.env['PATH'], HOME: at('out'), NO_COLOR: '1' }
      const stdio = ['ignore', 'pipe', 'pipe'] as const
      return endOf(spawn(file, args, { ...asNobody, env, stdio: [...stdio], timeout: 20_000 }))
    },
  }
}
