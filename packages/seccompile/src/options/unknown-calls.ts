import { MAX_ERRNO } from '@seccompile/abi'
import { actionName } from '@seccompile/policy'
import type { UnknownAction } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'
import { parseActionText } from './verdict.ts'

/** What numbers above the newest known call get, as typed. */
export interface UnknownOption {
  readonly unknown?: string
}

/** Actions whose data says something. */
const WITH_DATA = new Set(['ERRNO', 'TRACE', 'TRAP'])

/**
 * What `--unknown` says; `undefined` for `default` and where it is left out.
 * @throws CliError for what is no action, or one with data that it cannot have
 */
export function parseUnknown(text: string | undefined): UnknownAction | undefined {
  const word = text?.toUpperCase()
  if (text === undefined || word === 'DEFAULT') return undefined
  if (word === 'ENOSYS') return word
  const { action, data } = parseActionText(text, '--unknown', ['ENOSYS', 'default'])
  if (action === 'ERRNO' && data === undefined)
    throw new CliError('--unknown: ERRNO takes a number, such as ERRNO(1); or say ENOSYS')
  if (action === 'ERRNO' && data !== undefined && data > MAX_ERRNO)
    throw new CliError(`--unknown: errno is ${data}; the kernel returns 0 to ${MAX_ERRNO}`)
  if (data !== undefined && !WITH_DATA.has(action))
    throw new CliError(`--unknown: ${action} takes no number; got "${text}"`)
  return { action, data: data ?? 0 }
}

/** The name people read for what `--unknown` says. */
export function unknownName(unknown: UnknownAction): string {
  return unknown === 'ENOSYS' ? unknown : actionName(unknown)
}
