import { actionOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** Whether a call with this verdict runs, and nobody else is asked. */
export function letsRun(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === 'ALLOW' || action === 'LOG'
}

/** Whether a call with this verdict fails or kills, as every action does that the kernel does not know, and nobody else is asked. */
export function refuses(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return !letsRun(verdict) && action !== 'USER_NOTIF' && action !== 'TRACE'
}
