/* The form of an answer that may go to a file: the ending of the file says it, unless an option does. */
import { CliError } from '../cli-error.ts'
import { parseForm } from './format.ts'
import type { FormatOptions } from './format.ts'

/** The options of a command that writes its answer to standard output or to a file, as typed. */
export interface FileFormOptions extends FormatOptions {
  readonly output?: string
}

/** The form that the ending of `output` means; `undefined` for another ending, and for standard output. */
export function formOfEnding<Form extends string>(
  output: string | undefined,
  endings: Readonly<Record<string, Form>>,
): Form | undefined {
  const ending = /\.([a-z]+)$/i.exec(output ?? '')?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined
}

/**
 * The form that `--format` or `--json` names, else that of the ending of the file; on standard output the first of `known`.
 * @throws CliError for another word, for two forms, and for an ending that means no form
 */
export function parseFileForm<Form extends string>(
  { output, ...options }: FileFormOptions,
  known: readonly [Form, ...Form[]],
  endings: Readonly<Record<string, Form>>,
): Form {
  if (output === undefined || output === '-' || options.format !== undefined || options.json === true)
    return parseForm(options, known)
  return formOfFile(output, endings, known[0])
}

/**
 * The form that the ending of `output` means; `otherwise` on standard output.
 * @throws CliError for an ending that means no form
 */
export function formOfFile<Form extends string>(
  output: string | undefined,
  endings: Readonly<Record<string, Form>>,
  otherwise: Form,
): Form {
  if (output === undefined || output === '-') return otherwise
  const found = formOfEnding(output, endings)
  if (found !== undefined) return found
  const shown = Object.keys(endings).map((ending) => `.${ending}`)
  throw new CliError(
    `${output}: its ending names no form; name a file that ends in ${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}, or say --format`,
  )
}
