/*
 * The io_uring of a runtime that is already running.
 *
 * libuv 1.50 and newer, and so late versions of Node 22 and all of 24 and 26, keep an io_uring for their event loop from
 * the start on, and no option or variable forbids it. Where a filter then refuses io_uring_enter, libuv calls abort(). A
 * runtime that starts under such a filter finds no io_uring, and uses epoll.
 *
 * @see https://github.com/libuv/libuv/pull/4638
 */
import { readdirSync, readlinkSync } from 'node:fs'
import { runtimeName } from '../libc/runtime.ts'
import { KernelError } from '../system/kernel-error.ts'
import { machineEndianness, nativeAbi } from '../system/native-abi.ts'
import { surelyRefuses } from './possible-verdicts.ts'

/** The number of io_uring_enter on all ABIs: it came after new calls were given common numbers. */
const IO_URING_ENTER = 426

/** Whether libuv of this version keeps an io_uring from its start on. */
export function keepsRing(libuv = ''): boolean {
  const [major = 0, minor = 0] = libuv.split('.').map(Number)
  return major > 1 || (major === 1 && minor >= 50)
}

/** Whether this process has an io_uring. Where /proc does not say, Node has one if its libuv may have one. */
function hasRing(): boolean {
  try {
    return readdirSync('/proc/self/fd').some((fd) => linkOf(fd) === 'anon_inode:[io_uring]')
  } catch {
    return runtimeName() === 'node' && keepsRing(process.versions['uv'])
  }
}

/** The target of a link in /proc/self/fd; an empty text where the descriptor is closed again. */
function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`)
  } catch {
    return ''
  }
}

/**
 * Checks that the event loop of this process goes on under the filters.
 * @throws KernelError `E_FILTER` where a filter refuses a call without which the process would end
 */
export function checkEventLoop(filters: readonly Uint8Array[], isInUse: () => boolean = hasRing): void {
  const call = { nr: IO_URING_ENTER, arch: nativeAbi().auditArch }
  const isRefused = filters.some((filter) => surelyRefuses(filter, call, machineEndianness() === 'little'))
  if (!isRefused || !isInUse()) return
  throw new KernelError(
    'E_FILTER',
    'the filter refuses the call "io_uring_enter", by which the event loop of this process already works: the process would end by SIGABRT; nothing is attached; start a command under the filter (run), or this program itself (execUnder)',
    { requirement: 'io_uring_enter' },
  )
}
