import { MAX_ERRNO, SECCOMP_RET_DATA, verdictName, verdictOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { read, u32 } from '@seccompile/abi/shape'
import { PolicyError } from './policy-error.ts'

/** An action and its data, a u16. The data is 0 for actions that do not use it. */
export interface Action {
  readonly action: ActionName
  /**
   * For ERRNO the errno, for TRACE the message to the tracer, for TRAP the value that the signal handler gets.
   */
  readonly data: number
}

const plain = (action: ActionName): Action => Object.freeze({ action, data: 0 })

/** The call runs. */
export const ALLOW: Action = plain('ALLOW')

/** The call runs and is logged. */
export const LOG: Action = plain('LOG')

/** The process that listens on the filter decides the call. */
export const NOTIFY: Action = plain('USER_NOTIF')

/** The call does not run; the thread gets SIGSYS. */
export const TRAP: Action = plain('TRAP')

/** The thread is killed. */
export const KILL_THREAD: Action = plain('KILL_THREAD')

/** The process is killed. */
export const KILL_PROCESS: Action = plain('KILL_PROCESS')

/** EPERM, the errno of a denied call if none is given; the number is the same on every Linux ABI. */
export const EPERM = 1

/**
 * ENOSYS, the errno of a call that the kernel does not have, on all ABIs but those of mips (89) and parisc (251).
 * @see include/uapi/asm-generic/errno.h; arch/mips and arch/parisc have an errno.h of their own
 */
export const ENOSYS = 38

/**
 * The call does not run and fails with errno `value`, 0 to 4095. With 0 the call seems to succeed.
 * @throws PolicyError E_NUMBER for another value
 */
export function errno(value: number): Action {
  if (!Number.isInteger(value) || value < 0 || value > MAX_ERRNO)
    throw new PolicyError('E_NUMBER', `errno is ${value}; the kernel returns 0 to ${MAX_ERRNO}`)
  return { action: 'ERRNO', data: value }
}

/**
 * The tracer decides, and gets `message`, a u16. Without a tracer the call fails with ENOSYS.
 * @throws PolicyError E_NUMBER for another value
 */
export function trace(message = 0): Action {
  if (!Number.isInteger(message) || message < 0 || message > SECCOMP_RET_DATA)
    throw new PolicyError('E_NUMBER', `trace message is ${message}; it has 16 bits`)
  return { action: 'TRACE', data: message }
}

/**
 * The verdict of `action`, a u32.
 * @throws TypeError for an unknown action, and for absent data; RangeError for data that does not fit
 */
export function actionVerdict({ action, data }: Action): Verdict {
  read(u32, data, 'data') // `verdictOf` takes absent data for 0, and ERRNO(0) would be success
  return verdictOf(action, data)
}

/** Whether both are the same action with the same data. */
export function sameAction(a: Action, b: Action): boolean {
  return a.action === b.action && a.data === b.data
}

/** The name of an action for people: `ALLOW`, `ERRNO(1)`. */
export function actionName(action: Action): string {
  return verdictName(actionVerdict(action))
}
