import { constants } from 'node:os'
import { expectText } from '@seccompile/shape'

/** The name of a number of `errno.h` on this machine; `errno 4095` for one that has none. */
export function errnoName(errno: number): string {
  const found = Object.entries(constants.errno).find(([, value]) => value === errno)
  return found === undefined ? `errno ${errno}` : found[0]
}

/**
 * The meaning of each error of `seccomp(2)`, and what to do. @see kernel/seccomp.c, and seccomp(2) under ERRORS
 */
const EXPLAINED: Readonly<Record<string, string>> = {
  EACCES: 'without no_new_privs, a filter takes CAP_SYS_ADMIN; leave no_new_privs on',
  EBUSY: 'the process has a filter with a listener already, and there can be one only',
  ECANCELED:
    'another thread has a filter of its own, so the filter cannot be given to every thread; attach before that thread attaches its own, or to the calling thread only',
  EFAULT: 'the kernel could not read the program from memory, which is a fault of seccompile',
  EINVAL: 'the kernel does not accept the program, or one of the flags',
  ENOMEM:
    'out of memory, or all filters of the process together exceed 32768 instructions as the kernel counts them; attach fewer, or shorter ones',
  EOPNOTSUPP: 'the kernel does not know the action or the operation',
  EPERM: 'something, perhaps a filter already attached to this process, forbids the call "seccomp"',
  EPROTO:
    'a filter already attached to this process, perhaps that of a container, answers the call "seccomp" with success, and nothing is attached',
  ESRCH:
    'another thread has a filter of its own, so the filter cannot be given to every thread; attach before that thread attaches its own, or to the calling thread only',
}

/** The meaning of the error named `errno` from `seccomp(2)`: one clause, lower case, with what to do. */
export function explainErrno(errno: string): string {
  expectText(errno, 'errno')
  return EXPLAINED[errno] ?? 'an error that seccomp(2) does not list'
}

/** The reasons of those errors of `execve(2)` that no check before the call finds. @see execve(2) under ERRORS */
const EXEC_EXPLAINED: Readonly<Record<string, string>> = {
  E2BIG: 'its words and its environment are too long',
  EACCES: 'permission denied; is it on a file system that is mounted with "noexec"?',
  ENOENT:
    'what is to interpret it is not there: the program that its first line names, or its dynamic loader',
  ENOEXEC: 'it is no program that this kernel runs; a script begins with "#!"',
}

/**
 * The message that the kernel did not execute `path`, with the name of its error. Often the filter is the
 * reason.
 */
export function execFailure(path: Uint8Array, errno: string): string {
  const why = EXEC_EXPLAINED[errno]
  return `${Buffer.from(path).toString()}: cannot be executed: ${errno}${why === undefined ? '' : `: ${why}`}`
}
