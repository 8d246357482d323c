/*
 * A verdict is the whole 32-bit return value of a filter. Its high half is the action, its low half data.
 */

/** A filter's return value, a u32: `action | data`. */
export type Verdict = number

/**
 * The actions, strongest first: where filters are stacked the strongest wins.
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

/** The verdict `action | data`; `data` is a u16, 0 if left out. */
export function verdictOf(action: ActionName, data = 0): Verdict {
  return (SECCOMP_RET[action] | (data & SECCOMP_RET_DATA)) >>> 0
}

/** The name of the action in `verdict`, or `undefined` for a value the kernel does not know (it kills the process). */
export function actionOf(verdict: Verdict): ActionName | undefined {
  const action = (verdict & SECCOMP_RET_ACTION_FULL) >>> 0
  for (const name of Object.keys(SECCOMP_RET) as ActionName[]) if (SECCOMP_RET[name] === action) return name
  return undefined
}

/** The data of `verdict`, a u16. */
export function dataOf(verdict: Verdict): number {
  return verdict & SECCOMP_RET_DATA
}

/** The name people read for a verdict: `ALLOW`, `ERRNO(1)`, or hexadecimal where the action is unknown. */
export function verdictName(verdict: Verdict): string {
  const action = actionOf(verdict)
  if (action === undefined) return `0x${(verdict >>> 0).toString(16).padStart(8, '0')}`
  const data = dataOf(verdict)
  return data === 0 && action !== 'ERRNO' ? action : `${action}(${data})`
}
