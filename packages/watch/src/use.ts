import { actionOf, dataOf, MAX_ERRNO } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { NotifyAnswer } from '@seccompile/kernel/notify'
import type { WatchUse } from '@seccompile/pass-notify'
import { assertNever } from '@seccompile/shape'

const EPERM = 1

/**
 * The answer to a call that the filter gives `verdict`; `kill` ends its thread, as the kernel would have done.
 * @see seccomp(2): the actions
 */
export function answerFor(use: WatchUse, verdict: Verdict): NotifyAnswer | 'kill' {
  if (use !== 'denials') return 'continue'
  const action = actionOf(verdict)
  switch (action) {
    case 'ALLOW':
    case 'LOG':
      return 'continue'
    case 'ERRNO':
      return Math.min(dataOf(verdict), MAX_ERRNO)
    case 'KILL_PROCESS':
    case 'KILL_THREAD':
    case 'TRAP':
      return 'kill'
    case 'TRACE':
    case 'USER_NOTIF':
    case undefined:
      return EPERM
    default:
      return assertNever(action)
  }
}
