/*
 * The listener of a filter: the descriptor from which calls with the verdict USER_NOTIF are read and answered.
 *
 * @see include/uapi/linux/seccomp.h: struct seccomp_notif, struct seccomp_notif_resp; seccomp_unotify(2)
 */
import { constants } from 'node:os'
import { WORD_COUNT } from '@seccompile/abi'
import type { Bridge } from '../libc/bridge.ts'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import { idGaps } from './id-gaps.ts'
import { refusedToWatcher, waitFor } from './wait.ts'

const NOTIF_BYTES = 80
const RESP_BYTES = 24
const USER_NOTIF_FLAG_CONTINUE = 1
const SYNC_WAKE_UP = 1

/** Directions of an ioctl, from the side of the program. */
const WRITE = 1
const READ_WRITE = 3

/** The number of an ioctl of listeners. @see include/uapi/asm-generic/ioctl.h, and that of powerpc */
function ioctlNumber(direction: number, nr: number, bytes: number): number {
  const isPowerpc = nativeAbi().token === 'ppc64le'
  // There the bits of the direction are two others, and one more.
  const bits = isPowerpc ? (direction === WRITE ? 4 : 6) << 29 : direction << 30
  return (bits | (bytes << 16) | (0x21 << 8) | nr) >>> 0
}

/** A call that waits for an answer: a view of memory, valid until the next `receive`. */
export interface Notification {
  /** The thread that made the call, as this process sees it; 0 where it cannot see it. */
  readonly tid: () => number
  /** The 16 words of the call, in the order of `dataWords` of @seccompile/abi. */
  readonly words: Uint32Array
}

/** The answer to a call: it runs, or fails with a number of errno. */
export type NotifyAnswer = 'continue' | number

/** Receives calls and answers them. All its functions are for the thread that opened it. */
export interface Listener {
  /** The call in memory. */
  readonly call: Notification
  /**
   * Waits for a call, for at most 100 ms. `gone` means that no process has the filter any more.
   * @throws KernelError `E_REFUSED`
   */
  readonly wait: () => 'ready' | 'nothing' | 'gone'
  /**
   * Takes a call that waits; false where the thread that made it has ended, or has been interrupted.
   * @throws KernelError `E_REFUSED`
   */
  readonly receive: () => boolean
  /**
   * Answers the call; false where its thread has ended, or has been interrupted and will make the call again.
   * @throws KernelError `E_REFUSED`
   */
  readonly answer: (answer: NotifyAnswer) => boolean
  /** The number of calls that waited, and were not received: they were interrupted, or their thread has ended. */
  readonly unreceived: () => number
  /** Makes the kernel wake each side on the processor of the other; false before Linux 6.6. */
  readonly wakeInTurns: () => boolean
  readonly close: () => void
}

const { EINTR, ENOENT } = constants.errno

/**
 * False after a call to a listener that failed because the thread there has ended, or was interrupted.
 * @throws KernelError `E_REFUSED` where it failed for another reason: each further call would fail too
 */
function isGone(bridge: Bridge, action: string): false {
  const errno = bridge.errno()
  if (errno === ENOENT || errno === EINTR) return false
  throw refusedToWatcher(action, errno)
}

/** The listener `fd`. */
export function openListener(bridge: Bridge, fd: number): Listener {
  const { ioctl, close } = nativeAbi().calls
  const notification = bridge.allocate(NOTIF_BYTES)
  const response = bridge.allocate(RESP_BYTES)
  const from = new Uint32Array(notification.bytes.buffer)
  const isLittle = machineEndianness() === 'little'
  const data = from.subarray(4, 4 + WORD_COUNT)
  const words = isLittle ? data : new Uint32Array(WORD_COUNT)
  const gaps = idGaps()
  const to = new Uint32Array(response.bytes.buffer)
  const errors = new Int32Array(response.bytes.buffer)
  const receive = bridge.prepare(ioctl, fd, ioctlNumber(READ_WRITE, 0, NOTIF_BYTES), notification.address)
  const send = bridge.prepare(ioctl, fd, ioctlNumber(READ_WRITE, 1, RESP_BYTES), response.address)
  return {
    call: {
      tid: () => from[2] ?? 0,
      words,
    },
    wait: waitFor(bridge, fd),
    receive: () => {
      notification.bytes.fill(0) // the kernel refuses memory that is not all zeros
      if (receive() !== 0) return isGone(bridge, 'receive a call of the command')
      gaps.take(from[isLittle ? 0 : 1] ?? 0)
      if (!isLittle) words.set(data.map((word, at) => (at < 2 ? word : (data[at ^ 1] ?? 0))))
      return true
    },
    answer: (answer) => {
      to.set([from[0] ?? 0, from[1] ?? 0, 0, 0, 0, 0])
      if (answer === 'continue') to[5] = USER_NOTIF_FLAG_CONTINUE
      else errors[4] = -answer
      for (;;) {
        if (send() === 0) return true
        if (bridge.errno() !== EINTR) return isGone(bridge, 'answer a call of the command')
      }
    },
    unreceived: gaps.count,
    wakeInTurns: () => bridge.syscall(ioctl, fd, ioctlNumber(WRITE, 4, 8), SYNC_WAKE_UP) === 0,
    close: () => void bridge.syscall(close, fd),
  }
}
