/* Commands that are watched on the running kernel. The launcher and the thread are those that were built. */
import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { endianness, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, verdictOf } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { run } from '@seccompile/kernel'
import { hasBridge, nativeAbi } from '@seccompile/kernel/exec'
import { compileNative } from '@seccompile/kernel/native'
import { readRecording } from '@seccompile/recording'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { afterAll, describe, expect, it } from 'vitest'
import { record, watch } from '../src/index.ts'
import type { RecordProgress, WatchedCalls, WatchOptions, WatchReport } from '../src/index.ts'

const EXDEV = 18
const { token, auditArch } = nativeAbi()
const nrOf = (name: string): number => numberOf(abiTable(token), name) ?? -1

/** A filter that gives some calls of the machine's own ABI an errno, and allows the others. */
function refusing(...names: readonly string[]): Program {
  const tests = names.flatMap((name) => [
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: nrOf(name) },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', EXDEV) },
  ])
  return [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
    { code: BPF.JEQ_K, jt: 0, jf: tests.length + 1, k: auditArch },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    ...tests,
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ]
}

/** A watched command, with all that was seen of it. Its standard output goes to a file. */
async function watched(
  filter: Program | Uint8Array,
  command: readonly [string, ...string[]],
  options: Partial<WatchOptions> = {},
): Promise<{ readonly report: WatchReport; readonly seen: readonly WatchedCalls[]; readonly out: string }> {
  const path = join(folder, 'out')
  const out = openSync(path, 'w+')
  try {
    const watching = watch(filter, command, { stdio: ['ignore', out, 'inherit'], ...options })
    const seen: WatchedCalls[] = []
    for await (const batch of watching) seen.push(...batch)
    return { report: await watching.report, seen, out: readFileSync(path, 'utf8') }
  } finally {
    closeSync(out)
  }
}

const folder = mkdtempSync(join(tmpdir(), 'seccompile-watch-'))
afterAll(() => rmSync(folder, { recursive: true }))

const counts = (seen: readonly WatchedCalls[], name: string): number =>
  seen
    .filter(({ nr, arch }) => nr === nrOf(name) && arch === auditArch)
    .reduce((sum, { count }) => sum + count, 0)

/** Why nothing can be watched here; said, where that is so. */
async function whyNotWatched(): Promise<string | undefined> {
  if (!hasBridge('ffi') && !hasBridge('koffi')) return 'there is neither FFI nor koffi'
  try {
    await watched(refusing(), ['true'])
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const reason = await whyNotWatched()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: watched commands: ${reason}\n\n`)
const hasUnshare = spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0
const hasCc = spawnSync('cc', ['--version']).status === 0
const CALLS = hasCc ? await compileNative(fileURLToPath(new URL('native/calls.c', import.meta.url))) : ''

describe.skipIf(reason !== undefined)('a watched command', () => {
  it('is refused what the filter refuses, which is seen with values and program', async () => {
    const { report, seen } = await watched(
      refusing('mkdir', 'mkdirat'),
      ['mkdir', '-m', '700', join(folder, 'none')],
      {
        stdio: ['ignore', 'ignore', 'ignore'],
      },
    )
    expect(report).toMatchObject({ status: 1, isLast: true })
    expect(seen).toHaveLength(1)
    const [{ verdict, program, args, count, text, answer } = seen[0]!] = seen
    expect([verdict, count]).toEqual([verdictOf('ERRNO', EXDEV), 1])
    expect([text, answer]).toEqual([
      expect.stringMatching(/^mkdir(?:at)?\(.*mode=S_IRWXU\)$/),
      'ERRNO(EXDEV)',
    ])
    expect(program).toMatch(/mkdir|coreutils|busybox/)
    expect(args).toContain(0o700n)
    expect(spawnSync('ls', [join(folder, 'none')]).status).not.toBe(0)
  })

  it('takes the bytes of a filter', async () => {
    const bytes = encode(refusing('mkdir', 'mkdirat'), endianness() === 'LE' ? 'little' : 'big')
    const { report, seen } = await watched(bytes, ['mkdir', join(folder, 'none')], {
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    expect([report.status, seen.length]).toEqual([1, 1])
  })

  it('behaves as without a watcher where nothing is refused', async () => {
    const { report, seen, out } = await watched(refusing('mkdir'), [
      'sh',
      '-c',
      'echo $0 $1; exit 7',
      'a',
      'b',
    ])
    expect([report.status, seen, out]).toEqual([7, [], 'a b\n'])
  })

  it('is refused nothing by try, and the calls are seen', async () => {
    const target = join(folder, 'made')
    const { report, seen } = await watched(refusing('mkdir', 'mkdirat'), ['mkdir', target], { use: 'try' })
    expect([report.status, seen.length]).toEqual([0, 1])
    rmSync(target, { recursive: true })
  })

  it('is seen by try with the calls that are refused by the filter, and their arguments', async () => {
    const target = join(folder, 'twice')
    const shown = (seen: readonly WatchedCalls[]): readonly unknown[] =>
      seen.map(({ arch, nr, verdict, args, count }) => ({ arch, nr, verdict, args, count }))
    const filter = refusing('mkdir', 'mkdirat')
    const command = ['mkdir', '-m', '711', target] as const
    const quiet = { stdio: ['ignore', 'ignore', 'ignore'] } as const
    const refused = await watched(filter, command, quiet)
    const tried = await watched(filter, command, { ...quiet, use: 'try' })
    expect(refused.seen).toHaveLength(1)
    expect(shown(tried.seen)).toEqual(shown(refused.seen))
    expect([refused.report.status, tried.report.status]).toEqual([1, 0])
    rmSync(target, { recursive: true })
  })

  it.skipIf(!hasCc)('has exact counts, of threads and of calls that signals interrupt', async () => {
    const filter = refusing('getppid')
    const threads = await watched(filter, [CALLS, '500', '4'])
    expect([threads.out, counts(threads.seen, 'getppid')]).toEqual(['2000\n', 2000])
    const interrupted = await watched(filter, [CALLS, '5000', '1', '200'])
    expect([interrupted.out, counts(interrupted.seen, 'getppid')]).toEqual(['5000\n', 5000])
  })

  it.skipIf(!hasCc)('is seen with the number of calls that failed with EINTR', async () => {
    const { report, out } = await watched(refusing('getppid'), [CALLS, 'interrupted', '3'])
    expect(Number(out)).toBeGreaterThanOrEqual(3)
    expect(report.interrupted).toBe(Number(out))
  })

  it.skipIf(!hasCc || token !== 'x86_64')(
    'is recorded with its 32-bit calls, each by the table of its ABI',
    async () => {
      const path = join(folder, 'out')
      const out = openSync(path, 'w+')
      const { rows, report, lines } = await record([CALLS, '0'], {
        stdio: ['ignore', out, 'inherit'],
        scenario: 's',
      })
      closeSync(out)
      expect(report.status).toBe(0)
      const calls = rows.filter(({ args, call }) => args === undefined && call === 'getppid')
      expect(calls).toMatchObject([{ abi: 'x86', nr: 64, program: CALLS, count: 1 }])
      const read = readRecording([...lines()].join(''))
      expect(read.rows).toEqual(rows)
      expect(read.head).toMatchObject({ source: 'watch', scenario: 's', outerFilters: 0 })
      expect(rows.some(({ call }) => call === 'exit_group')).toBe(false)
      // The launcher's own execve starts the command; no program of the command made it.
      expect(rows.filter(({ call, args: each }) => call === 'execve' && each === undefined)).toMatchObject([
        { count: 1 },
      ])
      expect(rows.some(({ program }) => program === process.execPath)).toBe(false)
    },
  )

  it.skipIf(!hasCc)('is recorded with exact counts', async () => {
    const quiet = ['ignore', 'ignore', 'ignore'] as const
    const progress: RecordProgress[] = []
    const { rows } = await record([CALLS, '700', '4'], {
      stdio: quiet,
      onProgress: (one) => progress.push(one),
    })
    const [row, ...others] = rows.filter(({ args, call }) => args === undefined && call === 'getppid')
    expect([row?.count, others]).toEqual([2800, []])
    const totals = rows.filter(({ args }) => args === undefined)
    expect(progress.at(-1)).toEqual({
      calls: totals.reduce((sum, { count }) => sum + count, 0),
      different: new Set(totals.map(({ abi, nr }) => `${abi} ${nr}`)).size,
      newest: Math.max(...totals.map(({ first = 0 }) => first)),
    })
  })

  it.skipIf(!hasCc)(
    'is seen with the right program after an exec by a thread that is not the leader',
    async () => {
      const other = join(folder, 'other')
      copyFileSync(CALLS, other)
      const { report, seen } = await watched(refusing('getppid', 'getpgid'), [
        CALLS,
        'become',
        '40',
        other,
        CALLS,
      ])
      const made = seen.filter(({ name }) => name === 'getpgid')
      const wrong = made.filter(
        ({ program, args }) => program !== (Number(args?.[0]) % 2 === 0 ? CALLS : other),
      )
      expect([report.status, made.length, wrong]).toEqual([0, 41, []])
    },
  )

  it.skipIf(!hasCc)('is seen with all six words of a call that no table knows', async () => {
    const filter = refusing('getppid').map((insn) =>
      insn.k === nrOf('getppid') ? { ...insn, k: 5000 } : insn,
    )
    const { out, seen } = await watched(filter, [CALLS, 'number', '5000'])
    expect(out).toBe(`${EXDEV}\n`)
    expect(seen).toMatchObject([{ nr: 5000, count: 1, args: [1n, 2n, 3n, 4n, 5n, 6n] }])
  })

  it('is seen until its last process has ended, or with wait off only itself', async () => {
    const script = '(sleep 0.3; mkdir /none) & exit 0'
    const all = await watched(refusing('mkdir', 'mkdirat'), ['sh', '-c', script], {
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    expect([all.report.isLast, counts(all.seen, 'mkdir') + counts(all.seen, 'mkdirat')]).toEqual([true, 1])
    const left = await watched(refusing('mkdir', 'mkdirat'), ['sh', '-c', script], {
      stdio: ['ignore', 'ignore', 'ignore'],
      wait: false,
    })
    expect([left.report.isLast, left.seen]).toEqual([false, []])
  })

  it('has the errors of run where it cannot start', async () => {
    await expect(watched(refusing(), ['/none'])).rejects.toMatchObject({ code: 'E_NO_COMMAND' })
    await expect(watched(refusing('execve'), ['true'])).rejects.toMatchObject({ code: 'E_FILTER' })
  })

  it('is killed by the kernel for what the filter kills for', async () => {
    const filter = refusing('getppid').map((insn) =>
      insn.k === verdictOf('ERRNO', EXDEV) ? { ...insn, k: verdictOf('KILL_PROCESS') } : insn,
    )
    const { report } = await watched(filter, [process.execPath, '-p', 'process.ppid'], {
      stdio: ['ignore', 'ignore', 'ignore'],
    })
    expect(report.signal).toBe('SIGSYS')
  })
})

const QUIET = ['ignore', 'ignore', 'ignore'] as const

describe.skipIf(reason !== undefined)('a watched command that is ended', () => {
  it('is ended by a signal that was aborted before, or while it starts', async () => {
    const before = await watched(refusing('mkdir'), ['sleep', '20'], {
      stdio: QUIET,
      signal: AbortSignal.abort(),
    })
    expect(before.report.signal).toBe('SIGTERM')
    const soon = new AbortController()
    const onStart = (): void => soon.abort()
    const starting = await watched(refusing('mkdir'), ['sleep', '20'], {
      stdio: QUIET,
      signal: soon.signal,
      onStart,
    })
    expect(starting.report.signal).toBe('SIGTERM')
  })

  it('is ended where a function of the caller throws, whose error is thrown', async () => {
    const onProgress = (): never => {
      throw new RangeError('of the caller')
    }
    await expect(record(['sleep', '20'], { stdio: QUIET, onProgress })).rejects.toThrow('of the caller')
  })

  it('leaves no descriptor in this process', async () => {
    await watched(refusing('mkdir'), ['true'])
    const before = readdirSync('/proc/self/fd').length
    for (let run = 0; run < 3; run += 1) await watched(refusing('mkdir'), ['true'])
    expect(readdirSync('/proc/self/fd').length - before).toBeLessThan(3)
  })

  it('is not counted with what its launcher does before execve', async () => {
    // A filter that traps has an observer, which the launcher attaches by seccomp(2) under the filter.
    const filter = [
      ...refusing('seccomp').slice(0, -1),
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: nrOf('getppid') },
      { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('TRAP') },
      ...refusing().slice(-1),
    ].map((insn, at) => (at === 1 ? { ...insn, jf: 4 } : insn))
    const { report, seen } = await watched(filter, ['true'])
    expect([report.status, seen]).toEqual([0, []])
  })

  const KILLS_EXECVEAT: Program = refusing('execveat').map((insn) =>
    insn.k === verdictOf('ERRNO', EXDEV) ? { ...insn, k: verdictOf('KILL_PROCESS') } : insn,
  )

  it.skipIf(!hasCc)('is killed for execveat by the kernel, also where it ignores SIGSYS', async () => {
    const { report, out } = await watched(KILLS_EXECVEAT, [CALLS, 'ignore'])
    expect([report.signal, out]).toEqual(['SIGSYS', ''])
  })

  /** A filter that kills for an execve with 7 in the register of a fourth argument. */
  const KILLS_EXEC: Program = [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 3, k: nrOf('execve') },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 16 + 3 * 8 + (endianness() === 'LE' ? 0 : 4) },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: 7 },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('KILL_PROCESS') },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ]

  it.skipIf(!hasCc)('is killed for an execve by the watcher', async () => {
    const { report, out } = await watched(KILLS_EXEC, [CALLS, 'exec'])
    expect([report.signal, out]).toEqual(['SIGSYS', ''])
  })

  it.skipIf(!hasCc || !hasUnshare).each([
    ['execveat', 'ignore', KILLS_EXECVEAT, 'SIGSYS'],
    ['execve', 'exec', KILLS_EXEC, 'SIGKILL'],
  ] as const)('is killed for %s as the init of a PID namespace', async (_, word, filter, signal) => {
    const words = ['unshare', '--pid', '--fork', CALLS, word] as const
    const { report, seen, out } = await watched(filter, words)
    expect([report.signal ?? report.status, out]).toEqual([signal, ''])
    expect(counts(seen, 'execve')).toBe(word === 'exec' ? 1 : 0) // the kernel kills for execveat, and tells no watcher
  })

  it.skipIf(!hasCc).each(['freely', 'blocked', 'ignored'])(
    'is counted for each execve that the watcher ends it for, with SIGSYS %s',
    async (how) => {
      const { seen, out } = await watched(KILLS_EXEC, [CALLS, 'execs', '50', how])
      expect([out, counts(seen, 'execve')]).toEqual(['50\n', 50])
    },
  )
})

/** What a process prints that watches `mkdir` under an outer filter, or its error and the threads that are left. */
async function watchUnder(outer: Program): Promise<string> {
  const script = `
    import { watch } from '@seccompile/watch'
    const filter = ${JSON.stringify(refusing('mkdir', 'mkdirat'))}
    const watching = watch(filter, ['mkdir', '/none'], { stdio: ['ignore', 'ignore', 'ignore'] })
    let count = 0
    for await (const batch of watching) for (const call of batch) count += call.count
    const said = await watching.report.then(({ limits, status }) => [limits, status, count], ({ code, errno }) =>
      [code, errno, process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length])
    console.log(JSON.stringify(said))`
  const path = join(folder, 'under')
  const out = openSync(path, 'w+')
  try {
    await run(outer, [process.execPath, '--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', out, 'inherit'],
    })
    return readFileSync(path, 'utf8').trim()
  } finally {
    closeSync(out)
  }
}

/** A filter that gives seccomp(2) with any bit of `flags` an error. */
function withoutFlags(flags: number, errno: number): Program {
  return [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 3, k: nrOf('seccomp') },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 24 },
    { code: BPF.JSET_K, jt: 0, jf: 1, k: flags },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', errno) },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ]
}

/** A filter that gives a call with the second argument `request` an errno. */
function refusingRequest(call: string, request: number): Program {
  return [
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
    { code: BPF.JEQ_K, jt: 0, jf: 3, k: nrOf(call) },
    { code: BPF.LD_ABS, jt: 0, jf: 0, k: 24 },
    { code: BPF.JEQ_K, jt: 0, jf: 1, k: request },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ERRNO', EXDEV) },
    { code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') },
  ]
}

describe.skipIf(reason !== undefined)('a watcher under a filter', () => {
  it('works where pidfd_getfd is refused, as in a container, and says that there is a filter', async () => {
    expect(JSON.parse(await watchUnder(refusing('pidfd_getfd', 'pidfd_open')))).toMatchObject([
      { outerFilters: 1 },
      1,
      1,
    ])
  })

  it('does not see what an outer filter refuses', async () => {
    expect(JSON.parse(await watchUnder(refusing('mkdir', 'mkdirat')))).toMatchObject([
      { outerFilters: 1 },
      1,
      0,
    ])
  })

  it.each([
    ['poll', 'ppoll', undefined, 'EXDEV'],
    ['RECV', 'ioctl', 0xc0502100, 'EXDEV'],
    ['SEND', 'ioctl', 0xc0182101, 'EXDEV'],
  ])('leaves no command waiting where %s is refused', async (_, call, request, errno) => {
    const outer = request === undefined ? refusing(call) : refusingRequest(call, request)
    expect(JSON.parse(await watchUnder(outer))).toEqual(['E_REFUSED', errno, 0])
  })

  it('leaves no thread where the kernel gives no listener: ending while one loads koffi aborts the process', async () => {
    expect(JSON.parse(await watchUnder(refusing('seccomp')))).toEqual(['E_REFUSED', 'EXDEV', 0])
  })

  it('leaves no command waiting where the listener cannot be sent', async () => {
    expect(JSON.parse(await watchUnder(refusing('sendmsg')))).toEqual(['E_NOT_EXECUTABLE', 'ENOSYS', 0])
  })

  it('works without WAIT_KILLABLE_RECV, and says so', async () => {
    expect(JSON.parse(await watchUnder(withoutFlags(32, 22)))).toMatchObject([
      { isKillableOnly: false },
      1,
      1,
    ])
  })

  it('says that the command cannot be watched where a listener is there already', async () => {
    const inner = fileURLToPath(new URL('..', import.meta.url))
    const script = `
      import { watch } from '@seccompile/watch'
              const filter = ${JSON.stringify(refusing('mkdir'))}
      await watch(filter, ['true']).report.then(() => console.log('watched'), ({ code, errno }) => console.log(code, errno))`
    const { out } = await watched(
      refusing('mkdir'),
      [process.execPath, '--input-type=module', '-e', script],
      { cwd: inner },
    )
    expect(out).toBe('E_REFUSED EBUSY\n')
  })
})

it.skipIf(reason !== undefined || !hasUnshare)(
  'names no program by the /proc of another PID namespace',
  () => {
    const script = `
    import { watch } from '@seccompile/watch'
    const filter = ${JSON.stringify(refusing('mkdir', 'mkdirat'))}
    const watching = watch(filter, ['mkdir', '/none'], { stdio: ['ignore', 'ignore', 'ignore'] })
    for await (const batch of watching) for (const { program, count } of batch) console.log(JSON.stringify([program, count]))`
    const { stdout } = spawnSync(
      'unshare',
      ['--pid', '--fork', process.execPath, '--input-type=module', '-e', script],
      {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        encoding: 'utf8',
      },
    )
    expect(stdout).toBe('["",1]\n')
  },
)

describe.skipIf(reason !== undefined)('a watcher that is killed', () => {
  it('takes with it a command that try lets run: without an answer the command could not end', async () => {
    const script = `
      import { watch } from '@seccompile/watch'
      const options = { use: 'try', stdio: ['ignore', 'inherit', 'ignore'] }
      await watch(${JSON.stringify(refusing('exit_group', 'exit'))}, ['sh', '-c', 'echo $$; exec sleep 20'], options).report`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const pid = await new Promise<number>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
    )
    child.kill('SIGKILL')
    const isThere = (): boolean => existsSync(`/proc/${pid}`)
    for (let wait = 0; wait < 50 && isThere(); wait += 1) await new Promise((done) => setTimeout(done, 50))
    expect([pid > 0, isThere()]).toEqual([true, false])
  })

  it('lets no refused call run: they fail with ENOSYS', async () => {
    const made = join(folder, 'after')
    const inner = `
      console.log('ready')
      process.stdin.resume().once('end', () => {
        try { require('node:fs').mkdirSync('${made}') } catch ({ code }) { console.log(code) }
        process.exit()
      })`
    const script = `
      import { watch } from '@seccompile/watch'
            const command = [process.execPath, '-e', ${JSON.stringify(inner)}]
      await watch(${JSON.stringify(refusing('mkdir', 'mkdirat'))}, command, {
        stdio: ['inherit', 'inherit', 'ignore'] }).report`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let out = ''
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        if (out === 'ready\n') {
          child.kill('SIGKILL')
          // Node then closes the other end of the standard input of both.
        }
      })
      child.stdout.once('close', () => resolve())
    })
    expect(out).toBe('ready\nENOSYS\n')
    expect(spawnSync('ls', [made]).status).not.toBe(0)
  })
})
