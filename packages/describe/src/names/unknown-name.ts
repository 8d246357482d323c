import { actionName } from '@seccompile/policy/toolkit'
import type { UnknownAction } from '@seccompile/policy'

/** The name of the action for numbers above the newest known call. */
export function unknownName(unknown: UnknownAction): string {
  return unknown === 'ENOSYS' ? unknown : actionName(unknown)
}
