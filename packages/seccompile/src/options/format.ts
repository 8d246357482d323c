import { didYouMean, quote } from '@seccompile/abi'
import { CliError } from '../cli-error.ts'

/** The form of an answer: text for people, JSON for machines, Markdown to hand on. */
export type Format = 'text' | 'json' | 'markdown'

/** The options that choose a form, as typed. `--json` is short for `--format json`. */
export interface FormatOptions {
  readonly format?: string
  readonly json?: boolean
}

const FORMATS: readonly Format[] = ['text', 'json', 'markdown']

const isFormat = (text: string): text is Format => FORMATS.some((format) => format === text)

/**
 * The form that the options choose; text by default.
 * @throws CliError for another word, and for two forms
 */
export function parseFormat({ format, json = false }: FormatOptions): Format {
  if (format === undefined) return json ? 'json' : 'text'
  if (!isFormat(format))
    throw new CliError(
      `--format: expected ${FORMATS.slice(0, -1).join(', ')} or ${FORMATS.at(-1)}; got ${quote(format)}${didYouMean(format, FORMATS)}`,
    )
  if (json && format !== 'json') throw new CliError(`--json and --format ${format} exclude each other`)
  return format
}
