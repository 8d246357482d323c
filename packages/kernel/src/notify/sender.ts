/*
 * The thread of a launcher that sends the listener to the watcher.
 *
 * The filter is attached to the main thread of the launcher alone, and its next call, execve, waits for the watcher's
 * answer. This thread has no filter and shares the descriptors, so it can find the listener and send it. Nobody else
 * can: the parent would need pidfd_getfd, which a container may refuse.
 */
import { readdirSync, readlinkSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { openBridge } from '../libc/open-bridge.ts'
import type { SenderTask } from './start-sender.ts'
import { sendDescriptor } from './socket.ts'

const LISTENER = 'anon_inode:seccomp notify'

/** The descriptor of the listener; `undefined` before there is one. */
function findListener(): number | undefined {
  for (const fd of readdirSync('/proc/self/fd')) {
    try {
      if (readlinkSync(`/proc/self/fd/${fd}`) === LISTENER) return Number(fd)
    } catch {
      // The descriptor has been closed: the folder was read through it.
    }
  }
  return undefined
}

const { socket, bridge: name, ready } = workerData as SenderTask // from start-sender.ts
const bridge = openBridge([name])
Atomics.store(ready, 0, 1)
Atomics.notify(ready, 0)
for (;;) {
  const listener = findListener()
  if (listener !== undefined) {
    sendDescriptor(bridge, socket, listener)
    break
  }
  Atomics.wait(ready, 0, 1, 1) // 1 ms
}
