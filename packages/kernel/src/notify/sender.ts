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
import { nativeAbi } from '../system/native-abi.ts'
import { READY } from './ready.ts'
import type { SenderTask } from './start-sender.ts'
import { sendDescriptor } from './socket.ts'

const LISTENER = 'anon_inode:seccomp notify'

/** The descriptors of this process that are listeners. @throws where /proc cannot be read */
function listeners(): readonly number[] {
  return readdirSync('/proc/self/fd')
    .filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === LISTENER
      } catch {
        return false // the descriptor has been closed: the folder was read through it
      }
    })
    .map(Number)
}

const { socket, bridge: name, ready } = workerData as SenderTask // from start-sender.ts
const bridge = openBridge([name])

/** The listeners that this process has already; `undefined` where /proc cannot be read, and none would be found. */
function inheritedListeners(): readonly number[] | undefined {
  try {
    return listeners()
  } catch {
    return undefined
  }
}

const inherited = inheritedListeners()
Atomics.store(ready, 0, inherited === undefined ? READY.never : READY.now)
Atomics.notify(ready, 0)
while (inherited !== undefined) {
  const listener = listeners().find((fd) => !inherited.includes(fd))
  if (listener !== undefined) {
    sendDescriptor(bridge, socket, listener)
    // Where nobody receives it, the listener is gone with this descriptor, and execve fails: it would wait forever.
    bridge.syscall(nativeAbi().calls.close, listener)
    break
  }
  Atomics.wait(ready, 0, READY.now, 1) // 1 ms
}
