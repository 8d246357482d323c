/*
 * The options that choose the form of an answer.
 *
 * Every command that answers a question has `--json`, for machines. `--format` names the other forms, if a command
 * has more than text.
 */
import { CliError } from '../io/cli-error.ts'
import { choice, flag } from '../syntax/option.ts'
import type { OptionChoices, Option, TypedValue } from '../syntax/option.ts'

/** JSON instead of text. */
export const JSON_OUT: Option<boolean> = flag('output for machines')

/** Arguments by index, and numbers, as the kernel has them. */
export const RAW: Option<boolean> = flag('show args[0] and numbers, without names of arguments and constants')

/** The options of an answer that has the forms `Form` and JSON. */
export interface FormOptions<Form extends string> {
  readonly format?: Form | undefined
  readonly json?: boolean
}

/** @throws CliError for `--format json` */
function checkNotJson(typed: TypedValue | undefined, flag: string): void {
  if (typed === 'json') throw new CliError(`${flag}: for JSON, use --json`)
}

/** `--format` with the forms `forms`. @param otherwise - the default form, for the help */
export function formOption<const Form extends string>(
  forms: OptionChoices<Form>,
  otherwise: string,
): Option<Form | undefined> {
  const option = choice({ placeholder: 'form', brief: 'form of the answer', choices: forms, otherwise })
  return {
    ...option,
    read: (typed, name) => {
      checkNotJson(typed, name)
      return option.read(typed, name)
    },
  }
}

/**
 * The form that `--format` or `--json` names; `undefined`, if neither is typed.
 * @throws CliError where both are typed
 */
export function namedForm<Form extends string>({
  format,
  json = false,
}: FormOptions<Form>): Form | 'json' | undefined {
  if (json && format !== undefined) throw new CliError(`--json and --format ${format} exclude each other`)
  return json ? 'json' : format
}
