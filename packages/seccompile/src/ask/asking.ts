/*
 * A command that asks a question. Its function gets the values of the command with the form of the answer, and yields the answer;
 * the printer shows it. So the function neither prints nor knows where its answer goes.
 */
import { FORM_OF_ENDING } from '@seccompile/answer'
import type { Answer, AnswerForm, FurtherForm } from '@seccompile/answer'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { formOfFile } from '../options/file-form.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { answerFile } from '../write/answer.ts'
import { printAnswer } from './print-answer.ts'

/** The options that choose the form and the place of an answer. */
interface AnswerOptions extends FormOptions<'text' | FurtherForm> {
  readonly output?: string | undefined
}

/** A question: the values of a command, and the form in which the answer is shown. */
export type Asked<Values> = Omit<Values, 'format' | 'json' | 'output'> & { readonly form: AnswerForm }

/** What a question has: an answer, or several. */
type Answered = Answer | AsyncIterable<Answer>

/** What a command with an option `--output` names. */
interface AnswerFiles<Values> {
  /** The forms that the ending of a file may mean. */
  readonly forms: readonly AnswerForm[]
  /** The form on standard output; text, if left out. */
  readonly otherwise?: AnswerForm
  /** The files that the answer is about, which it must not replace. */
  readonly inputs: (values: Values) => readonly (string | undefined)[]
}

/**
 * The body of the command that asks `question`, which gets the environment for programs that it starts. Each of several answers is
 * printed when it is there, and the worst is the exit status.
 * @param files - absent for a command without `--output`
 */
export function asking<Values extends AnswerOptions>(
  question: (asked: Asked<NoInfer<Values>>, env: Io['env']) => Answered | Promise<Answered>,
  files?: AnswerFiles<Values>,
): (io: Io, values: Values) => Promise<number> {
  const known = Object.entries(FORM_OF_ENDING).filter(([, form]) => files?.forms.includes(form))
  const endings = Object.fromEntries(known)
  return async (io, values) => {
    const { format, json, output, ...others } = values
    const file = answerFile({ output }, files?.inputs(values) ?? [])
    const form =
      namedForm({ format, ...(json === undefined ? {} : { json }) }) ??
      formOfFile(output, endings, files?.otherwise ?? 'text')
    const found = await question({ ...others, form }, io.env)
    if (!(Symbol.asyncIterator in found)) return printAnswer(io, found, { form, file })
    let worst: ExitCode = EXIT.ok
    for await (const each of found) {
      const status = await printAnswer(io, each, { form, file })
      if (status > worst) worst = status
    }
    return worst
  }
}
