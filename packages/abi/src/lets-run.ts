import { actionOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** Whether a call with this verdict runs, and no listener or tracer decides about it. */
export function letsRun(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === 'ALLOW' || action === 'LOG'
}

/**
 * Whether a call with this verdict fails or is killed, and no listener or tracer decides about it. An action that the
 * kernel does not know kills.
 */
export function refuses(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return !letsRun(verdict) && action !== 'USER_NOTIF' && action !== 'TRACE'
}
