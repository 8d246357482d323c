/*
 * The printer of answers, which every question shares: the form, the place and the exit status of an answer are decided here
 * and nowhere else.
 */
import { jsonText, printableLine } from '@seccompile/text-layout'
import { PLAIN } from '@seccompile/answer'
import type { Answer, AnswerContext, AnswerForm, AnswerStatus } from '@seccompile/answer'
import { colours } from '../io/colours.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { writeAnswer } from '../write/answer.ts'
import { columnsOf } from '../show/columns-of.ts'
import { sayNote, sayWarnings } from '../show/say.ts'

const EXIT_OF: Readonly<Record<AnswerStatus, ExitCode>> = {
  done: EXIT.ok,
  yes: EXIT.ok,
  no: EXIT.no,
  undecided: EXIT.failure,
  'bad-input': EXIT.badInput,
}

/** The forms that machines read. */
const MACHINES: readonly AnswerForm[] = ['json', 'sarif']

const COLOUR_OF = { fault: 'red', doubt: 'yellow', fact: 'cyan' } as const

/** The form of an answer, and its file; without a file it goes to standard output. */
export interface Shown {
  readonly form: AnswerForm
  readonly file?: string | undefined
}

/** The text of `answer` in `form`; `undefined` where its remarks say all. */
async function formed(
  io: Io,
  { text, facts, forms }: Answer,
  { form, file }: Shown,
): Promise<string | undefined> {
  if (form === 'json') return facts && jsonText(await facts())
  if (form !== 'text') return forms?.[form]?.()
  return text?.(file === undefined ? colours(io, 'out') : PLAIN, columnsOf(io))
}

/**
 * Prints what stands beside an answer for people: standard error is theirs. Where a machine reads the answer, only a command that makes
 * something from a policy prints its warnings.
 */
export function sayBefore(io: Io, { warnings = [], notes = [] }: AnswerContext, isForPeople: boolean): void {
  if (isForPeople || io.warnings?.makes === true) sayWarnings(io, ...warnings)
  if (isForPeople) for (const note of notes) sayNote(io, note)
}

/** Prints `answer`, or writes it to its file, and yields the exit status. @throws CliError where the file cannot be written */
export async function printAnswer(io: Io, answer: Answer, shown: Shown): Promise<ExitCode> {
  sayBefore(io, answer, !MACHINES.includes(shown.form))
  const text = await formed(io, answer, shown)
  const isAnswered = answer.text !== undefined || answer.forms !== undefined
  if (text !== undefined)
    await writeAnswer(io, isAnswered ? shown.file : undefined, text, answer.inShort ?? '')
  for (const { label, kind, text: line, isBesideFacts = false } of answer.remarks ?? [])
    if (shown.form === 'text' || isBesideFacts)
      io.err(`${colours(io, 'err')[COLOUR_OF[kind]](`${label}:`)} ${printableLine(line)}\n`)
  return EXIT_OF[answer.status]
}
