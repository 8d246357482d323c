/*
 * Work that leaves nothing behind where the process ends before the work is done.
 *
 * This is a library, so the program decides what a signal does. Where the program listens to the signal, this file
 * does nothing: the work continues, and if the program exits, the event `exit` undoes the work. Where nobody listens,
 * the signal would end the process. Then the work is undone, and the same signal is sent again and ends the process.
 */
import { promisify } from 'node:util'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const turnOfEventLoop = promisify(setImmediate)

/** A property of the listeners of this package; every copy of the package knows it. */
const MARK = 'seccompileUndo'

/** Allows `count` more listeners before Node warns of them. */
function allowListeners(count: number): void {
  const most = process.getMaxListeners()
  if (most > 0) process.setMaxListeners(most + count) // 0 means no limit
}

/**
 * Runs `work`, and calls `undo` where the process ends before `work` is done, except by SIGKILL. Several may run at
 * once.
 * @param undo - synchronous; does not throw
 */
export async function undoneByTheEnd<T>(undo: () => void, work: () => Promise<T>): Promise<T> {
  let isDone = false
  const stop = (): void => {
    if (isDone) return
    isDone = true
    for (const name of SIGNALS) process.off(name, onSignal)
    process.off('exit', undo)
    allowListeners(-1)
  }
  const listener = (signal: NodeJS.Signals): void => {
    if (process.rawListeners(signal).some((one) => !(MARK in one))) return
    undo()
    stop()
    // Where several works run at once, only the last listener sends the signal again.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const onSignal = Object.assign(listener, { [MARK]: true })
  allowListeners(1)
  // First in the list: a `once` listener that was called before this one would no longer be counted.
  for (const name of SIGNALS) process.prependListener(name, onSignal)
  process.on('exit', undo)
  try {
    return await work()
  } finally {
    // A pending signal would be lost without a listener. It is delivered when the event loop polls, and two turns
    // always include one poll.
    for (let turn = 0; turn < 2; turn++) await turnOfEventLoop()
    stop()
  }
}
