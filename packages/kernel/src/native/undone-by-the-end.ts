/*
 * Work that leaves nothing behind where the process ends before it is done.
 *
 * This is a library, so the program decides what a signal does. Where the program listens to the signal itself,
 * nothing happens here: the work goes on, and where the program exits, the event `exit` undoes it. Where nobody
 * listens, the signal would end the process. Then the work is undone, and the signal is sent again, to end the
 * process as it would have.
 */
import { promisify } from 'node:util'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const turnOfEventLoop = promisify(setImmediate)

/** The mark of the listeners of this package, in any copy of it. */
const MARK = 'seccompileUndo'

/** Allows `count` more listeners before Node warns of them. */
function allowListeners(count: number): void {
  const most = process.getMaxListeners()
  if (most > 0) process.setMaxListeners(most + count) // 0 is no limit
}

/**
 * Runs `work`, and `undo` where the process ends before it is done, except by SIGKILL. Several may run at once.
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
    // Where several run at once, the last of them.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const onSignal = Object.assign(listener, { [MARK]: true })
  allowListeners(1)
  // Before other listeners: a listener for one time is gone once it has been called.
  for (const name of SIGNALS) process.prependListener(name, onSignal)
  process.on('exit', undo)
  try {
    return await work()
  } finally {
    // A signal that came meanwhile would be lost without a listener. It is delivered when the event loop polls, which the second
    // turn from here is sure to have done.
    for (let turn = 0; turn < 2; turn++) await turnOfEventLoop()
    stop()
  }
}
