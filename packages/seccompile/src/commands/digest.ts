import { digest } from '@seccompile/prover'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { askOne, sayUndecided } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { printable } from '../show/printable.ts'
import { sayJson } from '../show/say.ts'

/** The errors of the prover for a filter whose diagram passes a bound. */
const UNDECIDED = ['UndecidedError', 'DiagramLimitError']

/** `seccompile digest`: a fingerprint of the meaning of a filter. Filters with one meaning have one digest. */
export async function digestCommand(io: Io, argument: string, options: QuestionOptions): Promise<ExitCode> {
  const { side, prove } = await askOne(io, argument, options)
  let text: string
  try {
    text = digest(side.leveled, prove)
  } catch (error) {
    if (!(error instanceof Error) || !UNDECIDED.includes(error.name)) throw error
    return sayUndecided(io, error.message, options.json)
  }
  if (options.json === true) sayJson(io, { digest: text, file: side.name })
  else io.out(`${text}  ${printable(side.name)}\n`)
  return EXIT.ok
}
