import { MAX_ERRNO, SECCOMP_RET } from '@seccompile/abi'
import type { UnknownAction } from '@seccompile/policy'
import { CliError } from '../io/cli-error.ts'
import { oneOf } from '../syntax/completion.ts'
import { valued } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'
import { parseActionText } from './verdict.ts'

/** The actions that use their data. */
const WITH_DATA = new Set(['ERRNO', 'TRACE', 'TRAP'])

/**
 * The value of `--unknown`; `default` is the default of the policy.
 * @throws CliError for a text that is no action, and for data that the action cannot have
 */
export function parseUnknown(text: string): UnknownAction | 'default' {
  const word = text.toUpperCase()
  if (word === 'DEFAULT') return 'default'
  if (word === 'ENOSYS') return word
  const { action, data } = parseActionText(text, '--unknown', ['ENOSYS', 'default'])
  if (action === 'ERRNO' && data === undefined)
    throw new CliError('--unknown: ERRNO takes a name or a number, such as ERRNO(EPERM); or say ENOSYS')
  if (action === 'ERRNO' && typeof data === 'number' && data > MAX_ERRNO)
    throw new CliError(`--unknown: errno is ${data}; the kernel returns 0 to ${MAX_ERRNO}`)
  if (data !== undefined && !WITH_DATA.has(action))
    throw new CliError(`--unknown: ${action} takes no number; got "${text}"`)
  return { action, data: data ?? 0 }
}

/** The action for numbers above the newest call that the tables know. */
export const UNKNOWN: Option<UnknownAction | 'default' | undefined> = valued({
  placeholder: 'action',
  brief: 'action for numbers above the newest known call: ENOSYS, ERRNO(EPERM), KILL_PROCESS, …',
  otherwise: 'the default of the policy',
  parse: parseUnknown,
  complete: oneOf(['ENOSYS', ...Object.keys(SECCOMP_RET)]),
})
