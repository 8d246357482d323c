/* The form of an answer that may go to a file. The ending of the file names the form, unless an option does. */
import { CliError } from '../io/cli-error.ts'
import { listed } from '../syntax/option.ts'

/** The form that the ending of `output` means; `undefined` for another ending, and for standard output. */
function formOfEnding<Form extends string>(
  output: string | undefined,
  endings: Readonly<Record<string, Form>>,
): Form | undefined {
  const ending = /\.([a-z]+)$/i.exec(output ?? '')?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined
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
    `${output}: its ending names no form; name a file that ends in ${listed(shown)}, or give --format`,
  )
}
