/* Errors about a file whose content is not the one that a command expects. */
import { POLICY_NOTATIONS } from '@seccompile/policy-files'
import type { UnreadText } from '@seccompile/policy-files'
import { CliError } from '../io/cli-error.ts'
import { STDIN_NAME } from '../io/input.ts'

/** The mark of each notation of policies. */
const marks = (): string => POLICY_NOTATIONS.map(({ title, mark }) => `${title} is ${mark}`).join(', ')

/** The content of a file of counts, with the verb. */
function contentOf(format: (UnreadText & { readonly kind: 'counts' })['format']): string {
  if (format === 'recording') return 'is a recording of calls,'
  const how = format === 'json' ? 'an object from call name to number' : `as ${format} prints them`
  return `contains counts of calls, ${how},`
}

/** The error for the text of the file `name`; `unknown` describes a text that no notation recognises. */
function unreadError(name: string, text: UnreadText, unknown: () => string): CliError {
  switch (text.kind) {
    case 'counts': {
      const file = name === STDIN_NAME ? '-' : name
      return new CliError(
        `${name}: ${contentOf(text.format)} and no policy; "compile POLICY --weights ${file}" reads them`,
      )
    }
    case 'unknown':
      return new CliError(`${name}: ${unknown()}`)
  }
}

/** The error for the file `name`, which holds no policy. */
export function noPolicy(name: string, found: UnreadText | { readonly kind: 'raw' }): CliError {
  if (found.kind !== 'raw')
    return unreadError(name, found, () => `is a policy in no known notation: ${marks()}`)
  return new CliError(
    `${name}: is a raw filter; expected a policy; "optimize" makes a filter smaller, and "convert" writes it in a notation of policies`,
  )
}

/** The error for the text of the file `name`, which is neither a policy nor a filter. */
export function noFilter(name: string, found: UnreadText): CliError {
  return unreadError(
    name,
    found,
    () => `is text in no known notation: ${marks()}; "asm" makes a filter of bpf_asm's syntax`,
  )
}
