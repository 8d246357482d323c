import { didYouMean, quote } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'

/** The options that choose a form, as typed. `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly format?: string | undefined
  readonly json?: boolean
}

/** @throws CliError for a word that is not in `known` */
function formOf<Form extends string>(word: string, known: readonly Form[]): Form {
  const found = known.find((form) => form === word)
  if (found !== undefined) return found
  throw new CliError(
    `--format: expected ${known.slice(0, -1).join(', ')} or ${known.at(-1)}; got ${quote(word)}${didYouMean(word, known)}`,
  )
}

/**
 * The form that the options choose, one of `known`; the first by default.
 * @throws CliError for another word, and for two forms
 */
export function parseForm<Form extends string>(
  { format, json = false }: FormatOptions,
  known: readonly [Form, ...Form[]],
): Form {
  if (format === undefined) return json ? formOf('json', known) : known[0]
  const form = formOf(format, known)
  if (json && form !== 'json') throw new CliError(`--json and --format ${format} exclude each other`)
  return form
}
