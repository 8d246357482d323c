import { didYouMean } from '@seccompile/abi'
import { quote } from '@seccompile/policy'
import { CliError } from '../cli-error.ts'

/** The options that choose the form of the output, as typed. */
export interface FormatOptions {
  readonly format?: string
  /** The same as `--format json`. */
  readonly json?: boolean
}

/**
 * The form of the output, one of `known`; the first where the options name none.
 * @throws CliError for another word, or for `--json` beside another form
 */
export function parseFormat<Format extends string>(
  { format, json = false }: FormatOptions,
  known: readonly [Format, ...Format[]],
): Format {
  const wanted = format ?? (json ? 'json' : known[0])
  const found = known.find((each) => each === wanted)
  if (found === undefined) {
    const hint = didYouMean(wanted, known, `; expected one of ${known.join(', ')}`)
    throw new CliError(`--format: unknown format ${quote(wanted)}${hint}`)
  }
  if (json && found !== 'json') throw new CliError(`--json and --format ${found} exclude each other`)
  return found
}
