import { Worker } from 'node:worker_threads'
import type { BridgeName } from '../libc/bridge.ts'
import { KernelError } from '../system/kernel-error.ts'
import { READY } from './ready.ts'

/** The task of sender.ts. */
export interface SenderTask {
  /** The socket over which the listener is sent. */
  readonly socket: number
  readonly bridge: BridgeName
  /** One word in shared memory: see ready.ts. */
  readonly ready: Int32Array
}

/** The longest start of a thread, in ms. */
const START_MS = 10_000

/**
 * Starts the thread that sends the listener, and waits until it is ready. The caller then attaches its filter.
 * @throws KernelError `E_NATIVE` where the thread does not start, `E_REFUSED` where it could not find a listener
 */
export function startSender(socket: number, bridge: BridgeName): void {
  const ready = new Int32Array(new SharedArrayBuffer(4))
  const task: SenderTask = { socket, bridge, ready }
  const worker = new Worker(new URL('sender.js', import.meta.url), {
    workerData: task,
    execArgv: [],
    // Else Node opens the streams of this process, and makes pipes that the command gets non-blocking.
    stdout: true,
    stderr: true,
  })
  worker.unref()
  Atomics.wait(ready, 0, READY.notYet, START_MS)
  const state = Atomics.load(ready, 0)
  if (state === READY.notYet)
    throw new KernelError('E_NATIVE', 'the thread that sends the listener of the filter does not start')
  if (state === READY.never)
    throw new KernelError(
      'E_REFUSED',
      'the listener of the filter cannot be found: /proc/self/fd cannot be read; mount /proc',
    )
}
