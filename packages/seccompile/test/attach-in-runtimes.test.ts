/*
 * The programs of docs/attaching.md in Node, Bun and Deno, unchanged, as a user without rights. They import the built
 * packages, as users do.
 *
 * A filter that a running program attaches to itself has to reach the threads of its pool, in which `fs.promises` makes
 * its calls. The ready filters refuse no call of files. So a second filter, attached in the same way, refuses `symlink`.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nativeAbi } from '@seccompile/kernel/exec'
import { filter as noIoUring } from '@seccompile/filters/no-io-uring'
import { beforeAll, describe, expect, it } from 'vitest'
import { compile, policy, setprivArgs } from '../src/index.ts'
import { asNobody, findRuntimes } from './runtimes.ts'
import type { Runtime } from './runtimes.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const PAGE = readFileSync(new URL('../../../docs/attaching.md', import.meta.url), 'utf8')
/** The programs of the page, by the names in their first lines. */
const programs = new Map(
  [...PAGE.matchAll(/^```js\n\/\/ (\S+)\n([^]*?)^```$/gm)].map(([, name = '', code = '']) => [name, code]),
)

/** Makes calls on the main thread and in a thread of the pool, and yields how each ended. */
const CALLS = `
import { spawnSync } from 'node:child_process'
import { promises, readFileSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
let count = 0
const link = () => import.meta.dirname + '/out/' + process.pid + '-' + count++
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
    attach(readFileSync(new URL('no-symlink.bpf', import.meta.url)))
    say(await calls())`,
  'network.mjs': `
    import { attach } from '@seccompile/kernel'
    import { filter } from '@seccompile/filters/no-network'
    import { calls, say } from './calls.mjs'
    say(await calls())
    attach(filter.bytes)
    say(await calls())`,
  'thread.mjs': `
    import { Worker, isMainThread, parentPort } from 'node:worker_threads'
    import { attach } from '@seccompile/kernel'
    import { filter } from '@seccompile/filters/no-tracing'
    import { say } from './calls.mjs'
    if (isMainThread) {
      const worker = new Worker(new URL(import.meta.url))
      await new Promise((resolve) => worker.once('message', resolve))
      try { attach(filter.bytes) } catch ({ code, message }) { say([code, message]) }
      process.exit()
    }
    attach(filter.bytes, { tsync: false })
    parentPort.postMessage('')
    setInterval(() => {}, 1000)`,
}

const { at } = temporaryFolder()
beforeAll(() => {
  mkdirSync(at('node_modules'))
  symlinkSync(`${HERE}node_modules/@seccompile`, at('node_modules/@seccompile'))
  writeFileSync(at('package.json'), '{}')
  for (const [name, code] of [...programs, ...Object.entries(SCRIPTS)]) writeFileSync(at(name), code)
  const noSymlink = policy({ default: 'allow' }).deny('symlink', 'symlinkat')
  writeFileSync(at('no-symlink.bpf'), compile(noSymlink, { abis: [nativeAbi().token] }).bytes)
  writeFileSync(at('no-io-uring.bpf'), noIoUring.bytes)
  mkdirSync(at('out'))
  chmodSync(at(''), 0o755)
  const { uid, gid } = asNobody
  if (uid !== undefined && gid !== undefined) chownSync(at('out'), uid, gid)
})

/** What `calls` of calls.mjs yields. */
interface Calls {
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

/** How a process ended, the values that it printed as lines of JSON, and what it wrote to standard error. */
interface Outcome<T> {
  readonly status: number | string | null
  readonly said: readonly T[]
  readonly err: string
}

/** How a command ends as a user without rights, whose home is a folder of its own. */
async function ended<T = Calls>(...command: readonly string[]): Promise<Outcome<T>> {
  const [file = '', ...args] = command
  const env = { PATH: process.env['PATH'], HOME: at('out'), NO_COLOR: '1' }
  const child = spawn(file, args, { ...asNobody, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const status = await new Promise<number | string | null>((resolve, reject) =>
    child.on('error', reject).on('close', (code, signal) => resolve(signal ?? code)),
  )
  const lines = out.split('\n').filter((line) => /^[[{]/.test(line))
  return { status, said: lines.map((line) => JSON.parse(line) as T), err }
}

/** The words that run a script of the folder in a runtime. */
const script = ({ words }: Runtime, name: string): readonly string[] => [...words, at(name)]

/** The words that start a command as `setpriv` does, under a filter of the folder. */
const underFile = (name: string): readonly string[] => ['setpriv', ...setprivArgs({ file: at(name) })]

/** Why `command`, which does nothing, cannot be started by a user without rights; `undefined` where it can. */
function whyNot(what: string, ...command: readonly string[]): string | undefined {
  const [file = '', ...args] = command
  const { error, status, stderr } = spawnSync(file, args, { ...asNobody, encoding: 'utf8' })
  if (status === 0) return undefined
  const reason = error?.message ?? stderr
  process.stderr.write(`\n*** NOT RUN: ${what} of docs/attaching.md: ${reason}\n\n`)
  return reason
}

const canUnshare = spawnSync('unshare', ['--user', 'true'], asNobody).status === 0
const noBwrap = whyNot('bwrap.mjs', 'bwrap', '--dev-bind', '/', '/', 'true') !== undefined
const noSetpriv = whyNot('setpriv.mjs', 'sh', '-c', 'setpriv --help | grep -q seccomp-filter') !== undefined

const runtimes = findRuntimes()

it('docs/attaching.md has a program of at most twelve lines for each way', () => {
  expect([...programs.keys()]).toEqual(['attach.mjs', 'again.mjs', 'run.mjs', 'bwrap.mjs', 'setpriv.mjs'])
  for (const code of programs.values()) expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
})

describe.concurrent.each(runtimes)('$name', (runtime) => {
  const start = async <T = Calls>(name: string): Promise<Outcome<T>> => ended<T>(...script(runtime, name))

  it('attaches a filter to every thread of the running program', async () => {
    const { status, said, err } = await start('attached.mjs')
    expect([status, err.replaceAll(/^.*(?:ExperimentalWarning|trace-warnings).*\n/gm, '')]).toEqual([0, ''])
    const [before, after] = said
    const [base = -1] = before?.filters ?? []
    expect(before).toMatchObject({
      main: ['ok', 'ok', expect.not.stringMatching('EACCES')],
      pool: ['ok', 'ok'],
      isPool: true,
      filters: [base],
      namespace: canUnshare,
    })
    expect(after).toEqual({
      ...before,
      main: ['EPERM', 'ok', before?.main[2]],
      pool: ['EPERM', 'ok'],
      filters: [base + 2],
      namespace: false,
    })
  })

  it('attaches a filter of sockets, unless the event loop has a ring', async () => {
    const { status, said, err } = await start('network.mjs')
    const [before, after] = said
    if (before?.rings !== 0) {
      expect([runtime.kind, status, err]).toEqual(['node', 'SIGABRT', expect.stringContaining('io_uring')])
      return
    }
    expect([status, after?.main, after?.pool]).toEqual([0, ['ok', 'ok', 'EACCES'], ['ok', 'ok']])
  })

  it.skipIf(noSetpriv)('attaches a filter of sockets where no ring could be made', async () => {
    const { status, said } = await ended(...underFile('no-io-uring.bpf'), ...script(runtime, 'network.mjs'))
    const [before, after] = said
    expect([status, before?.rings, after?.main]).toEqual([0, 0, ['ok', 'ok', 'EACCES']])
  })

  it('names the thread that has a filter of its own, and attaches nothing', async () => {
    const { said } = await start('thread.mjs')
    expect(said).toEqual([
      ['E_REFUSED', expect.stringMatching(/: thread \d+ has a filter that this one does/)],
    ])
  })

  // The filter of the page refuses sockets, and one that holds already refuses symlink.
  const outer = noSetpriv ? [] : underFile('no-symlink.bpf')
  const link = noSetpriv ? 'ok' : 'EPERM'
  const asFiltered = {
    main: [link, 'ok', 'EACCES'],
    pool: [link, 'ok'],
    isPool: true,
    rings: 0,
    filters: [expect.any(Number)],
  }

  it.skipIf(runtime.kind !== 'node')('starts itself again under a filter', async () => {
    const { status, said, err } = await ended(...outer, ...script(runtime, 'again.mjs'))
    expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
  })

  const launchers = [
    ['run.mjs', false],
    ['bwrap.mjs', noBwrap],
    ['setpriv.mjs', noSetpriv],
  ] as const
  for (const [name, isMissing] of launchers)
    it.skipIf(isMissing)(`starts a command under a filter by ${name}`, async () => {
      const command = script(runtime, 'program.mjs')
      const { status, said, err } = await ended(...outer, ...script(runtime, name), ...command)
      expect([status, said, err]).toEqual([0, [expect.objectContaining(asFiltered)], ''])
    })
})
