/*
 * The thread of a watcher: it receives calls from the listener, answers and counts them.
 *
 * It waits for at most 100 ms at a time, because nothing can end a thread of a runtime that blocks in a call. A call is
 * counted after its answer has arrived: a signal may have interrupted it before, and then it is made again. Where the answer is
 * the end of the process, the call is counted once the process was sent its signal.
 */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openBridge, openListener, receiveDescriptor } from '@seccompile/kernel/notify'
import type { Listener } from '@seccompile/kernel/notify'
import type { KernelError } from '@seccompile/kernel/native'
import { nativeAbi } from '@seccompile/kernel/exec'
import { abiTable, numberOf } from '@seccompile/syscalls'
import { denialCounter } from './denial-counter.ts'
import { recorder } from './recorder.ts'
import { rightsFinder } from './without-rights.ts'
import { hasOwnProc, programs } from './who.ts'
import { ORDER } from './watcher-task.ts'
import type { WatcherNews, WatcherTask } from './watcher-task.ts'

/** The time between two batches, in ms. */
const BATCH_MS = 50

const task = workerData as WatcherTask // from watch.ts
const tell = (news: WatcherNews): void => parentPort?.postMessage(news)
const order = (): number => Atomics.load(task.order, 0)

const SIGSYS_BIT = 1n << BigInt(constants.signals.SIGSYS - 1)

/**
 * Whether the process of thread `tid` may handle, ignore or block SIGSYS, or is the init of a PID namespace, which the kernel
 * protects from all signals but SIGKILL. @see proc(5): SigBlk, SigIgn, SigCgt, NSpid; pid_namespaces(7)
 */
function mayOutliveSigsys(tid: number): boolean {
  if (!hasOwnProc()) return true
  const status = readFileSync(`/proc/${tid}/status`, 'latin1')
  if (/^NSpid:.*\t1$/m.test(status)) return true
  const masks = [...status.matchAll(/^Sig(?:Blk|Ign|Cgt):\t([0-9a-f]+)$/gm)]
  return masks.some(([, mask = '']) => (BigInt(`0x${mask}`) & SIGSYS_BIT) !== 0n)
}

/**
 * Ends the process of a thread, as a filter would have done: no process outlives the signal of a filter that kills. False where it
 * has ended already.
 */
function kill(tid: number): boolean {
  if (tid === 0) return false // a thread that this process cannot see; 0 would be the processes of its own group
  try {
    return process.kill(tid, mayOutliveSigsys(tid) ? 'SIGKILL' : 'SIGSYS')
  } catch {
    return false
  }
}

/** Answers calls until no process has the filter any more, or the watcher stops; yields the news of the end. */
function serve({ bridge, listener }: Watched): WatcherNews {
  const abis = task.abis.map((token) => abiTable(token))
  const execs = new Set(abis.flatMap((abi) => [numberOf(abi, 'execve'), numberOf(abi, 'execveat')]))
  const { words, tid } = listener.call
  const { decide, seen, news, last } = task.use === 'record' ? recorder() : denialCounter(task, abis)
  const who = programs()
  const rights = rightsFinder(bridge, abis)
  const flush = (): void => news().forEach(tell)
  let isCommand = false // before its first execve the launcher may make calls, to attach an observer
  let isLeftSaid = false
  for (let next = 0; ;) {
    const given = order() // before the wait: an order comes after the end of the command, which the wait then finds
    const state = listener.wait()
    if (given === ORDER.sayIfLeft && !isLeftSaid && state !== 'gone') {
      isLeftSaid = true
      tell({ kind: 'left' })
    }
    const now = Date.now()
    if (now >= next) {
      flush()
      next = now + BATCH_MS
    }
    if (state === 'gone' || given === ORDER.stop) {
      flush()
      last().forEach(tell)
      return {
        kind: 'end',
        isLast: state === 'gone',
        interrupted: listener.unreceived(),
        withoutRights: rights.found(),
      }
    }
    if (state === 'nothing' || !listener.receive()) continue
    const [nr] = words
    const answer = decide(words)
    const program = isCommand ? who.nameOf(tid()) : '' // the launcher is no program of the command
    const isKilled = answer === 'kill' && kill(tid()) // before the answer, after which the thread would go on
    const hint = answer === 'continue' && execs.has(nr) ? rights.hint(words, tid()) : undefined
    // SIGKILL ends the wait of the thread at once, and then no answer arrives: the signal was the answer.
    const isAnswered = listener.answer(answer === 'kill' ? 1 : answer) || isKilled
    isCommand ||= execs.has(nr)
    if (isAnswered && isCommand) seen(words, program, now)
    if (isAnswered && hint !== undefined) rights.look(hint)
  }
}

/** A listener, and the bridge by which this thread calls the kernel. */
interface Watched {
  readonly bridge: ReturnType<typeof openBridge>
  readonly listener: Listener
}

/** The listener that the launcher sends; `undefined` where it ends before it sends one. */
function receiveListener(): Watched | undefined {
  const bridge = openBridge([task.bridge])
  try {
    const fd = receiveDescriptor(bridge, task.socket, () => order() === ORDER.stop)
    return fd === undefined ? undefined : { bridge, listener: openListener(bridge, fd) }
  } finally {
    bridge.syscall(nativeAbi().calls.close, task.socket)
  }
}

function watch(): void {
  const watched = receiveListener()
  if (watched === undefined) {
    tell({ kind: 'none' })
    return
  }
  const { listener } = watched
  try {
    tell({ kind: 'watching', wakesInTurns: listener.wakeInTurns() })
    tell(serve(watched))
  } finally {
    listener.close() // the kernel then answers all calls that wait with ENOSYS
  }
}

// Node says on standard error, once in each thread, that its FFI is experimental.
process.removeAllListeners('warning')
try {
  watch()
} catch (error) {
  const { name, message, errno } = error as Partial<KernelError>
  if (name !== 'KernelError' || message === undefined || errno === undefined) throw error
  tell({ kind: 'failed', message, errno })
}
