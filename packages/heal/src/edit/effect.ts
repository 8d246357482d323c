import type { Action } from '@seccompile/policy'

/** Whether a call with this action runs, and no other process decides. The errno of an action is of no matter here. */
export const runs = ({ action }: Action): boolean => action === 'ALLOW' || action === 'LOG'

/** Whether a call with this action fails or is killed, and no other process decides. */
export const fails = (action: Action): boolean =>
  !runs(action) && action.action !== 'USER_NOTIF' && action.action !== 'TRACE'
