/*
 * A command under a filter, with a watcher that sees what the filter refuses.
 *
 * The command runs under a program that gives USER_NOTIF in place of some verdicts. A thread of this process gets the
 * listener, decides each call by the filter itself, answers, and counts: see watcher-thread.ts.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { endianness as machineOrder } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import type { CommandWord, RunOptions, RunReport } from '@seccompile/kernel'
import { listenerFlags, openBridge, runWith } from '@seccompile/kernel/notify'
import type { SignedAbiTable } from '@seccompile/signatures'
import { execNumbers } from './exec-numbers.ts'
import { keptArguments } from './kept-arguments.ts'
import { queue } from './queue.ts'
import type { SeenCalls } from './seen.ts'
import type { WatchUse } from './use.ts'
import type { WatcherNews, WatcherTask } from './watcher-task.ts'
import { watchedProgram } from './watched-program.ts'

/** The options of {@link watch}. */
export interface WatchOptions extends Omit<RunOptions, 'launcher' | 'log'> {
  /** What the watcher is for; `denials` by default. */
  readonly use?: WatchUse
  /** The ABIs of the machine, with the signatures of their calls. */
  readonly abis: readonly SignedAbiTable[]
  /** Whether to watch until the last process has ended that the command started; on by default. */
  readonly wait?: boolean
}

/** What a watcher could not see, or could not do on this kernel. */
export interface WatchLimits {
  /** The number of filters that this process already has: what these refuse is not seen. */
  readonly outerFilters: number
  /** False before Linux 5.19: a signal may restart a call while it waits. */
  readonly isKillableOnly: boolean
  /** False before Linux 6.6: each watched call takes some microseconds more. */
  readonly wakesInTurns: boolean
}

/** How the command ended. */
export interface WatchReport extends RunReport {
  readonly limits: WatchLimits
  /** Whether all processes of the command have ended; those left get ENOSYS for what the watcher would have answered. */
  readonly isLast: boolean
}

/** A command that is watched. Its batches have what was seen in 50 ms each. */
export interface Watching extends AsyncIterable<readonly SeenCalls[]> {
  readonly report: Promise<WatchReport>
}

function outerFilters(): number {
  try {
    return Number(/^Seccomp_filters:\s*(\d+)$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/**
 * Starts a command under `filter`, and watches it.
 *
 * @throws KernelError as `run` does, and `E_NO_LIBC` where this runtime cannot call the C library: a watcher has no other
 * way. `report` rejects with these errors.
 */
export function watch(
  filter: Program,
  command: readonly [CommandWord, ...CommandWord[]],
  options: WatchOptions,
): Watching {
  const { use = 'denials', abis, wait = true, ...running } = options
  const batches = queue<readonly SeenCalls[]>()
  const report = watchInto(batches.push, filter, command, { use, abis, wait, running })
  report.catch(() => {}).finally(batches.end)
  return { report, [Symbol.asyncIterator]: batches.iterator }
}

interface Watched {
  readonly use: WatchUse
  readonly abis: readonly SignedAbiTable[]
  readonly wait: boolean
  readonly running: RunOptions
}

async function watchInto(
  push: (batch: readonly SeenCalls[]) => void,
  filter: Program,
  command: readonly [CommandWord, ...CommandWord[]],
  { use, abis, wait, running }: Watched,
): Promise<WatchReport> {
  const { flags, isKillableOnly } = listenerFlags()
  const bridge = openBridge()
  const order = machineOrder() === 'LE' ? 'little' : 'big'
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const execs = execNumbers(abis)
  const failed = new AbortController()
  running.signal?.addEventListener('abort', () => failed.abort())
  let wakesInTurns = false
  let thread: Promise<boolean> = Promise.resolve(true)
  const onSocket = (socket: number): void => {
    const task: WatcherTask = {
      use,
      program: filter,
      endianness: order,
      kept: keptArguments(abis),
      bridge: bridge.name,
      socket,
      execs,
      stop,
    }
    thread = follow(task, push, (turns) => (wakesInTurns = turns))
    // Nobody answers the launcher then, and it waits in execve. The error is thrown below.
    thread.catch(() => failed.abort())
  }
  const watched = encode(watchedProgram(filter, use, execs), order)
  const ended = await runWith(
    filter,
    command,
    { ...running, signal: failed.signal },
    { watched, flags, isEnforced: use !== 'try', onSocket },
  ).finally(() => {
    if (!wait) Atomics.store(stop, 0, 1)
  })
  const isLast = await thread
  return { ...ended, limits: { outerFilters: outerFilters(), isKillableOnly, wakesInTurns }, isLast }
}

/**
 * The file of the thread. In a bundle the folder of this module is not that of its package, so the package is found by its
 * name.
 */
const threadFile = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@seccompile/watch/package.json')),
    'dist/watcher-thread.js',
  )

/** Runs the thread of the watcher; yields whether no process has the filter any more. */
function follow(
  task: WatcherTask,
  push: (batch: readonly SeenCalls[]) => void,
  onWatching: (wakesInTurns: boolean) => void,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile(), { workerData: task, execArgv: [] })
    let isLast = true
    worker.on('message', (news: WatcherNews) => {
      if (news.kind === 'seen') push(news.calls)
      else if (news.kind === 'watching') onWatching(news.wakesInTurns)
      else if (news.kind === 'end') isLast = news.isLast
    })
    worker.once('error', reject)
    worker.once('exit', () => resolve(isLast))
  })
}
