/*
 * The descriptors of a command.
 *
 * A command gets standard input, output and error, and the other descriptors that the caller names. A further
 * descriptor may bypass the filter: it may be a file that the command could not open, or a socket that the command
 * could not make. Node does not close all further descriptors. At its start, Node marks with FD_CLOEXEC the
 * descriptors 3 to 15, and those after 15 up to the first number that is not open. Open descriptors after that gap
 * stay open. So this file closes every descriptor that the caller does not name, for each launcher.
 *
 * @see uv_disable_stdio_inheritance() of libuv
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Libc } from '../libc/libc.ts'
import { KernelError } from '../system/kernel-error.ts'

const F_GETFD = 1
const F_SETFD = 2
/** The descriptor flag by which execve closes a descriptor. */
export const FD_CLOEXEC = 1
/** The bit of FD_CLOEXEC in the flags of /proc/self/fdinfo. @see include/uapi/asm-generic/fcntl.h */
const O_CLOEXEC = 0o2000000

/** The first descriptor after standard input, output and error. */
export const FIRST_OTHER = 3

/** Whether descriptor `fd` is open and stays so across execve. */
function isInherited(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0
  } catch {
    return false // the descriptor is closed: the folder was read through it
  }
}

/**
 * The descriptors past 2 that a process started now would inherit.
 * @throws KernelError `E_REFUSED` where /proc cannot be read
 */
export function inherited(): readonly number[] {
  try {
    const fds = readdirSync('/proc/self/fd').map(Number)
    return fds.filter((fd) => fd >= FIRST_OTHER && isInherited(fd)).sort((a, b) => a - b)
  } catch (cause) {
    throw new KernelError(
      'E_REFUSED',
      'the descriptors that the command would get are not known: /proc cannot be read; mount it',
      { requirement: '/proc', cause },
    )
  }
}

/**
 * Sets whether execve closes `fd`.
 * @throws KernelError `E_REFUSED` where the kernel refuses
 */
export function mark(libc: Libc, fd: number, flag: 0 | typeof FD_CLOEXEC): void {
  if (libc.fcntl(fd, F_SETFD, flag) === 0 && libc.fcntl(fd, F_GETFD, 0) === flag) return
  throw new KernelError(
    'E_REFUSED',
    flag === FD_CLOEXEC
      ? `descriptor ${fd} cannot be closed for the command: fcntl(2) does not mark it`
      : `descriptor ${fd} cannot be kept open for the command: fcntl(2) does not mark it; is it open?`,
  )
}

/**
 * Marks all descriptors past 2 to be closed by execve, but for `kept`.
 * @throws KernelError `E_REFUSED` where that cannot be done
 */
export function closeOnExec(libc: Libc, kept: readonly number[]): void {
  if (!libc.closeRangeOnExec(FIRST_OTHER)) for (const fd of inherited()) mark(libc, fd, FD_CLOEXEC)
  for (const fd of kept) mark(libc, fd, 0)
}
