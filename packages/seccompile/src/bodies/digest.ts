import { digest as digestOfMeaning, isUndecided } from '@seccompile/prover'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { isInputError } from '../io/input-error.ts'
import type { Io } from '../io/io.ts'
import { checkOneStdin, inputName } from '../io/input.ts'
import { askOne, sayUndecided } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { printableLine } from '@seccompile/text-layout'
import { sayError, sayJson, sayWarnings } from '../show/say.ts'
import type { SaidWarning } from '../show/say.ts'

/** The filters whose digests are printed. */
export interface DigestQuestion extends QuestionOptions {
  readonly files: readonly string[]
}

/** The digest of a filter and the name of its file; or the reason why there is none. */
type DigestResult =
  | { readonly digest: string; readonly file: string }
  | { readonly undecided: string; readonly file: string }
  | { readonly error: string; readonly file: string }

/** The warnings about each file, which are printed together. */
type FileWarnings = (readonly SaidWarning[])[]

async function digestOf(
  io: Io,
  argument: string,
  options: QuestionOptions,
  warnings: FileWarnings,
): Promise<DigestResult> {
  const { side, prove } = await askOne(io, argument, { ...options, json: true })
  warnings.push(side.warnings)
  try {
    return { digest: digestOfMeaning(side.leveled, prove), file: side.name }
  } catch (error) {
    if (!isUndecided(error)) throw error
    return { undecided: error.message, file: side.name }
  }
}

/** {@link digestOf}, or the fault of the file. */
async function digestOrError(...asked: Parameters<typeof digestOf>): Promise<DigestResult> {
  try {
    return await digestOf(...asked)
  } catch (error) {
    if (!isInputError(error)) throw error
    return { error: error.message, file: inputName(asked[1]) }
  }
}

/**
 * `seccompile digest`: a fingerprint of the meaning of each filter. Filters with one meaning have one digest. The
 * line of a file is printed before the next file is read. A file with a fault, or one that is not decided, does not
 * stop the others.
 */
export async function digest(io: Io, question: DigestQuestion): Promise<ExitCode> {
  const { files, json = false } = question
  checkOneStdin(files)
  const found: DigestResult[] = []
  const warnings: FileWarnings = []
  let status: ExitCode = EXIT.ok
  const said = new Set<string>() // a fault of the options is printed once, not for each file
  for (const file of files) {
    const digested = await (files.length === 1 ? digestOf : digestOrError)(io, file, question, warnings)
    found.push(digested)
    if ('error' in digested) {
      status = EXIT.badInput
      if (!said.has(digested.error)) sayError(io, digested.error)
      said.add(digested.error)
    } else if ('undecided' in digested) {
      if (status !== EXIT.badInput) status = EXIT.failure
      const { undecided, file: name } = digested
      if (!json) sayUndecided(io, files.length === 1 ? undecided : `${name}: ${undecided}`, false)
    } else if (!json) io.out(`${digested.digest}  ${printableLine(digested.file)}\n`)
  }
  if (!json) {
    sayWarnings(io, ...warnings)
    return status
  }
  const facts = found.map((each) =>
    'undecided' in each ? { answer: 'undecided', reason: each.undecided, file: each.file } : each,
  )
  const [only] = facts
  if (facts.length > 1) sayJson(io, facts)
  else if (found[0] !== undefined && 'undecided' in found[0]) sayUndecided(io, found[0].undecided, true)
  else sayJson(io, only)
  return status
}
