import { SECCOMP_RET, SECCOMP_RET_DATA, verdictOf } from '@seccompile/abi'
import type { ActionName, Verdict } from '@seccompile/abi'
import { errnoOn } from '@seccompile/constants/errno'
import type { ErrnoName } from '@seccompile/constants/errno'
import { errno } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import type { AbiToken } from '@seccompile/syscalls'
import { CliError } from '../io/cli-error.ts'
import { oneOf } from '../syntax/completion.ts'
import { required } from '../syntax/option.ts'
import type { Option } from '../syntax/option.ts'

const MAX_VERDICT = 0xffff_ffff

const isAction = (name: string): name is ActionName => Object.hasOwn(SECCOMP_RET, name)

/**
 * The action that `text` names, with its data if the text has data: `ERRNO`, `ERRNO(1)`, `ERRNO(EPERM)`.
 * @param option - the option that was typed, for messages
 * @param others - words that the option accepts beside actions, for hints
 * @throws CliError for an unknown action
 */
export function parseActionText(
  text: string,
  option: string,
  others: readonly string[] = [],
): { readonly action: ActionName; readonly data?: number | ErrnoName } {
  const match = /^(?:SECCOMP_RET_)?([A-Z_]+)(?:\((\d+|E[A-Z0-9]+)\))?$/.exec(text.toUpperCase())
  const [, action = text, data] = match ?? []
  const known = [...others, ...Object.keys(SECCOMP_RET)]
  if (!isAction(action)) {
    const hint = didYouMean(action, known, `; known: ${known.join(', ')}`)
    throw new CliError(`${option}: unknown action ${quote(text)}${hint}`)
  }
  if (data === undefined) return { action }
  if (data.startsWith('E')) return { action, data: errnoNamed(data, action, option) }
  if (Number(data) > SECCOMP_RET_DATA) throw new CliError(`${option}: ${data} does not fit 16 bits`)
  return { action, data: Number(data) }
}

/** The errno that `name` names. @throws CliError for an unknown name, and for an action other than ERRNO */
function errnoNamed(name: string, action: ActionName, option: string): ErrnoName {
  if (action !== 'ERRNO')
    throw new CliError(`${option}: ${action} takes a number, and ERRNO a name; got "${name}"`)
  try {
    const { data } = errno(name as ErrnoName) // `errno` refuses what is no name
    return data as ErrnoName
  } catch (error) {
    throw new CliError(`${option}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** An action with any data, a whole verdict, or ERRNO with a name, whose number depends on the ABI. */
export type TypedVerdict = Verdict | ActionName | { readonly errno: ErrnoName }

/** @throws CliError for a text that is no verdict and no action */
function parseVerdict(text: string, flag: string): TypedVerdict {
  if (/^0x[0-9a-f]+$/i.test(text)) {
    if (Number(text) > MAX_VERDICT) throw new CliError(`${flag}: ${text} does not fit 32 bits`)
    return Number(text)
  }
  if (/^\d+$/.test(text))
    throw new CliError(`${flag}: a whole verdict is 0x hexadecimal, such as 0x7fff0000; got "${text}"`)
  const { action, data } = parseActionText(text, flag)
  if (data === undefined) return action
  return typeof data === 'number' ? verdictOf(action, data) : { errno: data }
}

/**
 * The verdict, or the action, that `typed` means on each of `abis`.
 * @throws CliError where the first ABI does not have the errno, and where another one has another number for it
 */
export function verdictOn(
  [abi, ...others]: readonly [AbiToken, ...AbiToken[]],
  typed: TypedVerdict,
): Verdict | ActionName {
  if (typeof typed !== 'object') return typed
  const { errno: name } = typed
  const number = errnoOn(name, abi)
  if (number === undefined) throw new CliError(`--verdict: ${name} does not exist on ${abi}`)
  const other = others.find((token) => ![undefined, number].includes(errnoOn(name, token)))
  if (other !== undefined)
    throw new CliError(
      `--verdict: ${name} is ${number} on ${abi} and ${errnoOn(name, other)} on ${other}; ask about one of them with --within, or write the number`,
    )
  return verdictOf('ERRNO', number)
}

/** The verdict that calls must get. */
export const VERDICT: Option<TypedVerdict> = required({
  placeholder: 'verdict',
  brief: 'ALLOW, ERRNO (with any data), ERRNO(EPERM), 0x7fff0000',
  parse: parseVerdict,
  complete: oneOf(Object.keys(SECCOMP_RET)),
})
