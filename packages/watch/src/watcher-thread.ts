/*
 * The thread of a watcher: it receives calls from the listener, answers and counts them.
 *
 * It waits for at most 100 ms at a time, because nothing can end a thread of a runtime that blocks in a call. A call is
 * counted after its answer has arrived: a signal may have interrupted it before, and then it is made again.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { openBridge, openListener, receiveDescriptor } from '@seccompile/kernel/notify'
import type { Listener } from '@seccompile/kernel/notify'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { denialCounter } from './denial-counter.ts'
import { recorder } from './recorder.ts'
import { programs } from './who.ts'
import type { WatcherNews, WatcherTask } from './watcher-task.ts'

/** The time between two batches, in ms. */
const BATCH_MS = 50

const task = workerData as WatcherTask // from watch.ts
const tell = (news: WatcherNews): void => parentPort?.postMessage(news)
const isStopped = (): boolean => Atomics.load(task.stop, 0) !== 0

/** Ends the process of a thread, as a filter would have done. */
function kill(tid: number): void {
  try {
    process.kill(tid, 'SIGSYS')
  } catch {
    // The process has ended already.
  }
}

/** Answers calls until no process has the filter any more, or the watcher stops; yields whether it was the former. */
function serve(listener: Listener): boolean {
  const abis = task.abis.map((token) => abiTable(token))
  const execs = new Set(abis.flatMap((abi) => [numberOf(abi, 'execve'), numberOf(abi, 'execveat')]))
  const { words, tid } = listener.call
  const { decide, seen, news, last } = task.use === 'record' ? recorder() : denialCounter(task, abis)
  const who = programs()
  const flush = (): void => news().forEach(tell)
  for (let next = 0; ;) {
    const state = listener.wait()
    const now = Date.now()
    if (now >= next) {
      flush()
      next = now + BATCH_MS
    }
    if (state === 'gone' || isStopped()) {
      flush()
      last().forEach(tell)
      return state === 'gone'
    }
    if (state === 'nothing' || !listener.receive()) continue
    const [nr] = words
    const answer = decide(words)
    const program = who.nameOf(tid())
    if (answer === 'kill') kill(tid())
    const isAnswered = listener.answer(answer === 'kill' ? 1 : answer)
    if (execs.has(nr)) who.forget() // or a call of another ABI with this number, which does no harm
    if (isAnswered) seen(words, program, now)
  }
}

function watch(): void {
  // Node says on standard error, once in each thread, that its FFI is experimental.
  process.removeAllListeners('warning')
  const bridge = openBridge([task.bridge])
  const fd = receiveDescriptor(bridge, task.socket, isStopped)
  if (fd === undefined) {
    tell({ kind: 'none' })
    return
  }
  const listener = openListener(bridge, fd)
  tell({ kind: 'watching', wakesInTurns: listener.wakeInTurns() })
  const isLast = serve(listener)
  listener.close()
  tell({ kind: 'end', isLast })
}

watch()
