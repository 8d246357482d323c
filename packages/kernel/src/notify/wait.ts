import { constants } from 'node:os'
import type { Bridge } from '../libc/bridge.ts'
import { setPointer } from '../libc/memory.ts'
import { errnoName } from '../system/errno.ts'
import { KernelError } from '../system/kernel-error.ts'
import { isWide, nativeAbi } from '../system/native-abi.ts'

/** The state of a descriptor after a wait: it can be read, nothing has come in time, or its other end is gone. */
export type WaitState = 'ready' | 'nothing' | 'gone'

const POLLIN = 1
const POLLERR = 8
const POLLHUP = 16
const POLLNVAL = 32

/** The longest wait, in ns. A thread that waits longer cannot be ended in time. */
const WAIT_NS = 100_000_000

/** The error for a call that a watcher has to make, and that failed. */
export function refusedToWatcher(action: string, errno: number): KernelError {
  const name = errnoName(errno)
  return new KernelError(
    'E_REFUSED',
    `the kernel does not let a watcher ${action}: ${name}; perhaps a filter or a security module forbids it, such as that of a container`,
    { errno: name },
  )
}

/**
 * A function that waits until `fd` can be read, for at most 100 ms. @see ppoll(2)
 *
 * It throws `E_REFUSED` where the kernel does not wait.
 *
 * It is asked before each read that could block: nothing can end a thread of a runtime that blocks in a call.
 */
export function waitFor(bridge: Bridge, fd: number): () => WaitState {
  const { ppoll } = nativeAbi().calls
  const asked = bridge.allocate(8) // struct pollfd { int fd; short events; short revents; }
  new Int32Array(asked.bytes.buffer)[0] = fd
  const events = new Int16Array(asked.bytes.buffer)
  events[2] = POLLIN
  const size = isWide() ? 8 : 4
  const time = bridge.allocate(2 * size) // struct timespec { sec, nsec }
  // The kernel writes the time that is left, so the time is set before each call.
  const poll = bridge.prepare(ppoll, asked.address, 1, time.address, 0, 0)
  return () => {
    setPointer(time, 0, 0n)
    setPointer(time, size, BigInt(WAIT_NS))
    events[3] = 0
    const count = poll()
    if (count < 0 && bridge.errno() !== constants.errno.EINTR)
      throw refusedToWatcher('wait for a call of the command', bridge.errno())
    if (count <= 0) return 'nothing'
    const found = events[3]
    if ((found & POLLIN) !== 0) return 'ready'
    return (found & (POLLHUP | POLLERR | POLLNVAL)) === 0 ? 'nothing' : 'gone'
  }
}
