/*
 * Work that leaves nothing behind where the process ends before it is done.
 *
 * This is a library, and what a signal does is for the program to say. Where the program listens to one itself, nothing
 * happens here: it may go on, and so does the work; if it exits, `exit` comes to us too. Where nobody listens, the signal
 * would end the process: the work is undone, and the signal is sent again, to end it as it would have.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** What our listeners can be told by, also those of another copy of this package. */
const MARK = 'seccompileUndo'

/** Allows `count` more listeners before Node warns of them. */
function allowListeners(count: number): void {
  const most = process.getMaxListeners()
  if (most > 0) process.setMaxListeners(most + count) // 0 is no limit
}

/**
 * Runs `work`, and `undo` where the process ends meanwhile; SIGKILL cannot be seen coming. Several may run at once.
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
  // Before the others: one that listens once is not there any more when it has been told.
  for (const name of SIGNALS) process.prependListener(name, onSignal)
  process.on('exit', undo)
  try {
    return await work()
  } finally {
    stop()
  }
}
