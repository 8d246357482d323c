/*
 * A verdict is the whole 32-bit return value of a filter. Its high half is the action, its low half data.
 */

import { oneOf, read, u32, whole } from '@seccompile/shape'

/** A filter's return value, a u32: `action | data`. */
export type Verdict = number

/**
 * The actions, strictest first. In a stack of filters, the strictest verdict wins.
 * @see include/uapi/linux/seccomp.h
 * @see kernel/seccomp.c: seccomp_run_filters()
 */
export const SECCOMP_RET = {
  KILL_PROCESS: 0x8000_0000,
  KILL_THREAD: 0x0000_0000,
  TRAP: 0x0003_0000,
  ERRNO: 0x0005_0000,
  USER_NOTIF: 0x7fc0_0000,
  TRACE: 0x7ff0_0000,
  LOG: 0x7ffc_0000,
  ALLOW: 0x7fff_0000,
} as const

/** The name of an action in {@link SECCOMP_RET}. */
export type ActionName = keyof typeof SECCOMP_RET

/** Mask of the action in a verdict. @see include/uapi/linux/seccomp.h: SECCOMP_RET_ACTION_FULL */
export const SECCOMP_RET_ACTION_FULL = 0xffff_0000

/** Mask of the data in a verdict. @see include/uapi/linux/seccomp.h: SECCOMP_RET_DATA */
export const SECCOMP_RET_DATA = 0x0000_ffff

/** The largest errno that the kernel returns; larger ERRNO data is capped to it. @see include/linux/err.h: MAX_ERRNO */
export const MAX_ERRNO = 4095

const actionNames = Object.keys(SECCOMP_RET) as readonly ActionName[]
/** The actions in the order of {@link actionNames}, as i32, because V8 stores an i32 without an object. */
const actions: readonly number[] = Object.values(SECCOMP_RET).map((action) => action | 0)
const actionReader = oneOf(actionNames)
const dataReader = whole(SECCOMP_RET_DATA)

/**
 * The verdict `action | data`; `data` is a u16, 0 if left out.
 * @throws TypeError for an unknown action; RangeError for data that is no u16
 */
export function verdictOf(action: ActionName, data = 0): Verdict {
  return (SECCOMP_RET[read(actionReader, action, 'action')] | read(dataReader, data, 'data')) >>> 0
}

/** `verdict`. @throws RangeError where it is no u32 */
function checked(verdict: Verdict): Verdict {
  return verdict >>> 0 === verdict ? verdict : read(u32, verdict, 'verdict')
}

/**
 * The name of the action in `verdict`, or `undefined` for an action that the kernel does not know: the kernel
 * then kills the process.
 * @throws RangeError where `verdict` is no u32
 */
export function actionOf(verdict: Verdict): ActionName | undefined {
  return actionNames[actions.indexOf(checked(verdict) & SECCOMP_RET_ACTION_FULL)]
}

/**
 * The rank of the action of `verdict` in a stack of filters, an i32: the lower of two is stronger, and wins. The data
 * does not count. For the effect of a single verdict on a call, see {@link strictnessOf}.
 * @see kernel/seccomp.c: seccomp_run_filters(), which compares `ACTION_ONLY(ret)` as a signed number
 * @throws RangeError where `verdict` is no u32
 */
export function strengthOf(verdict: Verdict): number {
  return (checked(verdict) & SECCOMP_RET_ACTION_FULL) | 0
}

/**
 * The strictness of the action of `verdict` where it alone decides, an i32: under the lower of two, a call may do
 * less. For every action that the kernel knows, it is {@link strengthOf}. For any other action the kernel kills the
 * process, so such an action is as strict as KILL_PROCESS.
 * @see kernel/seccomp.c: __seccomp_filter(), default
 * @throws RangeError where `verdict` is no u32
 */
export function strictnessOf(verdict: Verdict): number {
  return strengthOf(actionOf(verdict) === undefined ? SECCOMP_RET.KILL_PROCESS : verdict)
}

/**
 * The data of `verdict`, a u16.
 * @throws RangeError where `verdict` is no u32
 */
export function dataOf(verdict: Verdict): number {
  return checked(verdict) & SECCOMP_RET_DATA
}

/**
 * The name of a verdict, from which its number can be read: `ALLOW`, `ERRNO(1)`, or hexadecimal where the action is
 * unknown. For people, `verdictText` of `@seccompile/constants/errno` has the name of the errno.
 * @throws RangeError where `verdict` is no u32
 */
export function verdictName(verdict: Verdict): string {
  const action = actionOf(verdict)
  if (action === undefined) return `0x${verdict.toString(16).padStart(8, '0')}`
  const data = dataOf(verdict)
  return data === 0 && action !== 'ERRNO' ? action : `${action}(${data})`
}
