import { MAX_ERRNO } from '@seccompile/abi'
import { actionName } from '@seccompile/policy/parts'
import type { UnknownAction } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'
import { parseActionText } from './verdict.ts'

/** The option for numbers above the newest known call, as typed. */
export interface UnknownOption {
  readonly unknown?: string
}

/** The actions that use their data. */
const WITH_DATA = new Set(['ERRNO', 'TRACE', 'TRAP'])

/**
 * The value of `--unknown`; `undefined` for `default` and where it is left out.
 * @throws CliError for a text that is no action, or an action with data that it cannot have
 */
export function parseUnknown(text: string | undefined): UnknownAction | undefined {
  const word = text?.toUpperCase()
  if (text === undefined || word === 'DEFAULT') return undefined
  if (word === 'ENOSYS') return word
  const { action, data } = parseActionText(text, '--unknown', ['ENOSYS', 'default'])
  if (action === 'ERRNO' && data === undefined)
    throw new CliError(
      '--unknown: ERRNO takes a name or a number, such as ERRNO(ENOSYS) or ERRNO(1); or say ENOSYS',
    )
  if (action === 'ERRNO' && typeof data === 'number' && data > MAX_ERRNO)
    throw new CliError(`--unknown: errno is ${data}; the kernel returns 0 to ${MAX_ERRNO}`)
  if (data !== undefined && !WITH_DATA.has(action))
    throw new CliError(`--unknown: ${action} takes no number; got "${text}"`)
  return { action, data: data ?? 0 }
}

/** The name of an action of `--unknown`, for people. */
export function unknownName(unknown: UnknownAction): string {
  return unknown === 'ENOSYS' ? unknown : actionName(unknown)
}
