import { actionOf } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** Whether a call with this verdict runs, and nobody else is asked. */
export function letsRun(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === 'ALLOW' || action === 'LOG'
}

/** Whether a call with this verdict fails or kills, and nobody else is asked. */
export function refuses(verdict: Verdict): boolean {
  const action = actionOf(verdict)
  return action === 'ERRNO' || action === 'TRAP' || action === 'KILL_THREAD' || action === 'KILL_PROCESS'
}
