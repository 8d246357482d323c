/*
 * A command and the thread that watches it.
 *
 * The command runs under a program that gives USER_NOTIF in place of some verdicts. A thread of this process gets the
 * listener, decides each call, answers, and counts: see watcher-thread.ts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { endianness as machineOrder } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import type { CommandWord, RunReport } from '@seccompile/kernel'
import { KernelError, requireLinux } from '@seccompile/kernel/native'
import { nativeAbi } from '@seccompile/kernel/exec'
import { listenerFlags, openBridge, runWith } from '@seccompile/kernel/notify'
import { watchedProgram } from '@seccompile/pass-notify'
import type { WatchUse } from '@seccompile/pass-notify'
import { otherAbisOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import type { WatchedCommandOptions } from './options.ts'
import { ORDER } from './watcher-task.ts'
import type { WatcherNews, WatcherTask } from './watcher-task.ts'
import type { ProgramWithoutRights } from './without-rights.ts'

/** What a watcher could not see, or could not do on this kernel. */
export interface WatchLimits {
  /** The number of filters that this process already has: what these refuse is not seen. */
  readonly outerFilters: number
  /** False before Linux 5.19: a signal interrupts also a call that the watcher has received. @see WatchReport.interrupted */
  readonly isKillableOnly: boolean
  /** False before Linux 6.6: each watched call takes some microseconds more. */
  readonly wakesInTurns: boolean
}

/** How a watched command ended. */
export interface WatchReport extends RunReport {
  readonly limits: WatchLimits
  /** Whether all processes of the command have ended; those left get ENOSYS for what the watcher would have answered. */
  readonly isLast: boolean
  /**
   * The number of calls that were interrupted before the watcher received them. Their process has ended, or a signal came: then
   * the call was made again, or failed with EINTR where the handler has no SA_RESTART.
   */
  readonly interrupted: number
  /** The programs that ran without the rights of their files, because of no_new_privs; ordered by path. */
  readonly withoutRights: readonly ProgramWithoutRights[]
}

/** The command, the filter that decides, and the use of the watcher. */
export interface WatchedCommand {
  readonly use: WatchUse
  readonly filter: Program
  readonly command: readonly [CommandWord, ...CommandWord[]]
  readonly options: WatchedCommandOptions
}

/** The byte order of this machine. */
export const ownOrder = (): Endianness => (machineOrder() === 'LE' ? 'little' : 'big')

/** The ABIs of this machine, its own first. */
export function ownAbis(): readonly AbiToken[] {
  const { token } = nativeAbi()
  return [token, ...otherAbisOf(token)]
}

/**
 * The bytes of the program under which the command runs.
 * @throws KernelError `E_FILTER` where the filter cannot be watched
 */
function watchedBytes(use: WatchUse, filter: Program): Uint8Array {
  const watched = watchedProgram(filter, { use, abi: nativeAbi().token }, ownOrder())
  if (watched.kind === 'watched') return encode(watched.program, ownOrder())
  throw new KernelError('E_FILTER', `the filter cannot be watched: ${watched.reason}; nothing was started`)
}

function outerFilters(): number {
  try {
    return Number(/^Seccomp_filters:\s*(\d+)$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/**
 * Runs a command, and watches it until it has ended.
 * @param onNews - gets what the thread says
 * @throws KernelError as `run` does, and `E_NO_LIBC` where this runtime cannot call the C library
 */
export async function runWatched(
  { use, filter, command, options }: WatchedCommand,
  onNews: (news: WatcherNews) => void,
): Promise<WatchReport> {
  requireLinux('watch a command')
  const { wait = true, onWait, signal, ...running } = options
  const watched = watchedBytes(use, filter)
  const { flags, isKillableOnly } = listenerFlags()
  const { name: bridge } = openBridge()
  const order = new Int32Array(new SharedArrayBuffer(4))
  const give = (word: number): void => void Atomics.store(order, 0, word)
  const ending = new AbortController()
  let hasEnded = false
  const end = (): void => {
    ending.abort()
    if (hasEnded) give(ORDER.stop)
  }
  if (signal?.aborted === true) end()
  signal?.addEventListener('abort', end)
  const failures: unknown[] = []
  const fail = (error: unknown): void => {
    failures.push(error)
    end()
  }
  let thread = Promise.resolve(NOTHING_FOUND)
  const onSocket = (socket: number): void => {
    const task: WatcherTask = {
      use,
      program: filter,
      endianness: ownOrder(),
      abis: ownAbis(),
      bridge,
      socket,
      order,
    }
    thread = runThread(task, (news) => {
      try {
        if (news.kind === 'left') onWait?.()
        onNews(news)
      } catch (error) {
        fail(error) // of a function of the caller
      }
    })
    thread.catch(fail) // nobody answers the command now
  }
  const isEnforced = use === 'denials'
  const { how, found } = await runWith(
    isEnforced ? filter : ALLOW,
    command,
    { ...running, signal: ending.signal },
    { watched, flags, isEnforced, diesWithParent: use !== 'denials', onSocket },
  )
    .catch(async (error: unknown) => {
      // A process that ends while a thread of it loads koffi is aborted, so the thread ends first. Where it has failed, that
      // is why nothing started.
      give(ORDER.stop)
      await thread.catch(() => {})
      const [failure = error] = failures
      throw failure
    })
    .then(async (how) => {
      hasEnded = true
      give(wait && !ending.signal.aborted ? ORDER.sayIfLeft : ORDER.stop)
      return { how, found: await thread }
    })
    .finally(() => signal?.removeEventListener('abort', end))
  for (const failure of failures) throw failure
  return {
    ...how,
    limits: { outerFilters: outerFilters(), isKillableOnly, wakesInTurns: found.wakesInTurns },
    isLast: found.isLast,
    interrupted: found.interrupted,
    withoutRights: found.withoutRights,
  }
}

/** The filter of a command to which nothing is refused. */
export const ALLOW: Program = [{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }]

/**
 * The file of the thread: beside this module, also in a bundle that has the thread as an entry. A test of the sources takes
 * the file that was built.
 */
function threadFile(): string {
  const beside = fileURLToPath(new URL('watcher-thread.js', import.meta.url))
  if (existsSync(beside)) return beside
  const manifest = createRequire(import.meta.url).resolve('@seccompile/watch/package.json')
  return join(dirname(manifest), 'dist/watcher-thread.js')
}

/** What the thread of a watcher finds. */
interface ThreadFindings extends Pick<WatchReport, 'isLast' | 'interrupted' | 'withoutRights'> {
  readonly wakesInTurns: boolean
}

const NOTHING_FOUND: ThreadFindings = { isLast: true, interrupted: 0, wakesInTurns: false, withoutRights: [] }

/** Runs the thread of a watcher to its end; what it fails with is thrown when it has ended. */
function runThread(task: WatcherTask, onNews: (news: WatcherNews) => void): Promise<ThreadFindings> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(), { workerData: task, execArgv: [] })
    let found = NOTHING_FOUND
    let failure: Error | undefined
    worker.on('message', (news: WatcherNews) => {
      if (news.kind === 'watching') found = { ...found, wakesInTurns: news.wakesInTurns }
      if (news.kind === 'end') {
        const { isLast, interrupted, withoutRights } = news
        found = { ...found, isLast, interrupted, withoutRights }
      }
      if (news.kind === 'failed') failure = new KernelError('E_REFUSED', news.message, { errno: news.errno })
      onNews(news)
    })
    worker.once('error', (error: Error) => (failure = error))
    worker.once('exit', () => (failure === undefined ? resolve(found) : reject(failure)))
  })
}
