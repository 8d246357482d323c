import { actionOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'

/** Whether a listener decides a call with this verdict. */
export function isNotify(verdict: Verdict): boolean {
  return actionOf(verdict) === 'USER_NOTIF'
}
