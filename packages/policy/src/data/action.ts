import { MAX_ERRNO, SECCOMP_RET_DATA, verdictOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { errnoNames, errnoOn, verdictText } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import { didYouMean, expectObject, quote, read, shown, u32 } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { isErrnoName } from './errno-name.ts'
import { symbolicName } from './misplaced.ts'
import { PolicyError } from './policy-error.ts'

/**
 * An action and its data, a u16. The data is 0 for actions that do not use it. An errno may have its name, such as
 * `ENOSYS`: it then gets the number that it has on each ABI, 38, 89 or 251.
 */
export interface Action {
  readonly action: ActionName
  /**
   * For ERRNO the errno, for TRACE the message to the tracer, for TRAP the value that the signal handler gets.
   */
  readonly data: number | ErrnoName
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

/** The call does not run and fails with EPERM. */
export const DENIED: Action = Object.freeze({ action: 'ERRNO', data: 'EPERM' })

/**
 * The call does not run and fails with errno `value`: a name, such as `'ENOSYS'`, which has its number on each ABI,
 * or a number from 0 to 4095. With 0 the call seems to succeed.
 * @throws PolicyError E_NUMBER for another number, E_NAME for an unknown name, E_TYPE for a constant
 */
export function errno(value: number | ErrnoName): Action {
  if (typeof value === 'string') {
    if (isErrnoName(value)) return { action: 'ERRNO', data: value }
    const name: string = value
    throw new PolicyError('E_NAME', `unknown errno ${quote(name)}${didYouMean(name, errnoNames)}`)
  }
  const constant = symbolicName(value)?.name
  if (constant !== undefined)
    throw new PolicyError('E_TYPE', `errno is the constant ${constant}; write errno("${constant}")`)
  if (!Number.isInteger(value) || value < 0 || value > MAX_ERRNO)
    throw new PolicyError('E_NUMBER', `errno is ${shown(value)}; the kernel returns 0 to ${MAX_ERRNO}`)
  return { action: 'ERRNO', data: value }
}

/**
 * The tracer decides, and gets `message`, a u16. Without a tracer the call fails with ENOSYS.
 * @throws PolicyError E_NUMBER for another value
 */
export function trace(message = 0): Action {
  if (!Number.isInteger(message) || message < 0 || message > SECCOMP_RET_DATA)
    throw new PolicyError('E_NUMBER', `trace message is ${shown(message)}; it has 16 bits`)
  return { action: 'TRACE', data: message }
}

/**
 * `action` on `abi`, with a number for an errno by name; the same object where it has a number already.
 * @throws PolicyError E_NAME where the ABI does not have the errno
 */
export function actionOn(action: Action, abi: AbiToken): Action {
  expectObject(action, 'action', 'action', 'data')
  const { data } = action
  if (typeof data === 'number') return action
  const number = errnoOn(data, abi)
  if (number === undefined) throw new PolicyError('E_NAME', `errno ${data} does not exist on ${abi}`)
  return { action: action.action, data: number }
}

/**
 * The verdict of `action`, a u32. An errno by name has a verdict only on an ABI: apply {@link actionOn} first.
 * @throws TypeError for an unknown action, for an errno by name, and for absent data; RangeError for data that does
 * not fit
 */
export function actionVerdict(given: Action): Verdict {
  expectObject(given, 'action', 'action', 'data')
  const { action, data } = given
  // `verdictOf` takes absent data for 0, and ERRNO(0) would be success.
  return verdictOf(action, read(u32, data, 'data'))
}

/** Whether both are the same action with the same data. */
export function sameAction(a: Action, b: Action): boolean {
  expectObject(a, 'a', 'action', 'data')
  expectObject(b, 'b', 'action', 'data')
  return a.action === b.action && a.data === b.data
}

/**
 * The name of an action for people: `ALLOW`, `ERRNO(ENOSYS)`. An errno by number has its name if every ABI has that
 * name for the number.
 */
export function actionName(action: Action): string {
  expectObject(action, 'action', 'action', 'data')
  const { data } = action
  return typeof data === 'string' && isErrnoName(data)
    ? `${action.action}(${data})`
    : verdictText(actionVerdict(action))
}
