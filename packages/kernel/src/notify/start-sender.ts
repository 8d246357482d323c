import { Worker } from 'node:worker_threads'
import type { BridgeName } from '../libc/bridge.ts'
import { KernelError } from '../system/kernel-error.ts'

/** The task of sender.ts. */
export interface SenderTask {
  /** The socket over which the listener is sent. */
  readonly socket: number
  readonly bridge: BridgeName
  /** One word in shared memory, which becomes 1 when the thread is ready. */
  readonly ready: Int32Array
}

/** The longest start of a thread, in ms. */
const START_MS = 10_000

/**
 * Starts the thread that sends the listener, and waits until it is ready. The caller then attaches its filter.
 * @throws KernelError `E_NATIVE` where the thread does not start
 */
export function startSender(socket: number, bridge: BridgeName): void {
  const ready = new Int32Array(new SharedArrayBuffer(4))
  const task: SenderTask = { socket, bridge, ready }
  const worker = new Worker(new URL('sender.js', import.meta.url), { workerData: task, execArgv: [] })
  worker.unref()
  if (Atomics.wait(ready, 0, 0, START_MS) === 'timed-out')
    throw new KernelError('E_NATIVE', 'the thread that sends the listener of the filter does not start')
}
