/* The notation in which a command writes a filter: the one of `--to`, else that of the ending of the file. */
import type { Notation } from '@seccompile/policy-files'
import { NOTATIONS } from '@seccompile/policy-files'
import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

/** The options that choose a notation, as typed. */
export interface NotationOptions {
  readonly to?: string
  readonly output?: string
  readonly denyInexpressible?: boolean
}

/** The notation with the name `word`. @throws CliError where there is none */
function namedBy(word: string): Notation {
  const found = NOTATIONS.find(({ name }) => name === word)
  if (found !== undefined) return found
  const names = NOTATIONS.map(({ name }) => name)
  throw new CliError(
    `--to: unknown notation ${quote(word)}${didYouMean(word, names, `; there are ${names.join(', ')}`)}`,
  )
}

/** The notation that the ending of the file `output` means; `undefined` where it means none. */
function byEnding(output: string | undefined): Notation | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(output ?? '')?.[1]?.toLowerCase()
  return NOTATIONS.find(({ endings }) => ending !== undefined && endings.includes(ending))
}

/** @throws CliError where `--deny-inexpressible` has no meaning for `notation` */
function checkDeny(notation: Notation, { denyInexpressible = false }: NotationOptions): Notation {
  if (!denyInexpressible || notation.kind === 'policy') return notation
  throw new CliError(`--deny-inexpressible: ${notation.title} holds every filter; leave it out`)
}

/**
 * The notation of `--to`, else that of the ending of the file, else `otherwise`.
 * @throws CliError for a word that names no notation, for `--deny-inexpressible` where it has no meaning, and where there is no `otherwise` and nothing says which
 */
export function chosenNotation(options: NotationOptions, otherwise?: string): Notation {
  const { to, output } = options
  if (to !== undefined) return checkDeny(namedBy(to), options)
  const found = byEnding(output) ?? (otherwise === undefined ? undefined : namedBy(otherwise))
  if (found !== undefined) return checkDeny(found, options)
  const names = NOTATIONS.map(({ name }) => name).join(', ')
  throw new CliError(
    output === undefined || output === '-'
      ? `--to: say in which notation: ${names}`
      : `${output}: its ending names no notation; say one with --to: ${names}`,
  )
}
