import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import { isInputError } from '../io/input-error.ts'
import { colours } from '../io/colours.ts'
import type { Io } from '../io/io.ts'
import {
  countFindings,
  lintedText,
  lintFacts,
  lintMarkdown,
  lintSide,
  ruleFacts,
  sarifLog,
  summaryText,
  unmatchedEntries,
  whyNoArtifact,
  WORST_FIRST,
} from '@seccompile/lint-report'
import type { LintAnswer, LintResult, LintQuestion, LintFailure, SarifWriter } from '@seccompile/lint-report'
import { askedRules } from '../load/lint-question.ts'
import { checkOneStdin, inputName, relativeArgument } from '../io/input.ts'
import { loadSide } from '../load/side.ts'
import type { Side } from '../load/side.ts'
import { judgedSide } from '../load/judged-side.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { fails } from '../options/lint.ts'
import type { FailOn, FindingOptions } from '../options/lint.ts'
import type { TargetOptions } from '../options/target.ts'
import { printableLine } from '@seccompile/text-layout'
import { home, version } from '../io/version.ts'
import { sayError, sayJson, sayNote, sayWarning } from '../show/say.ts'

/** The files to lint, and the options that choose and count findings. */
export interface LintRequest
  extends TargetOptions, FindingOptions, FormOptions<'text' | 'sarif' | 'markdown'> {
  readonly file: readonly string[]
  /** `high`, if left out. */
  readonly failOn?: FailOn | undefined
}

/** The filter that `argument` names, or the reason why it cannot be read. */
async function readSide(argument: string, options: TargetOptions): Promise<Side | LintFailure> {
  try {
    return judgedSide(await loadSide(argument, options), options)
  } catch (error) {
    if (!isInputError(error)) throw error
    const name = inputName(argument)
    const { message } = error
    return { kind: 'not-linted', name, error: message.startsWith(name) ? message : `${name}: ${message}` }
  }
}

/** The findings of the lint rules in the file `argument`. @throws CliError where a module of a lint rule fails */
async function lintFile(
  argument: string,
  question: LintQuestion,
  options: TargetOptions,
): Promise<LintResult | LintFailure> {
  const side = await readSide(argument, options)
  if ('kind' in side) return side
  const error = whyNoArtifact(side, question.wanted)
  return error === undefined ? lintSide(side, question) : { kind: 'not-linted', name: side.name, error }
}

function sayText(io: Io, { files, counts, unmatched }: LintAnswer, asked: ReadonlySet<string>): void {
  for (const file of files) {
    if (file.kind === 'not-linted') {
      sayError(io, file.error)
      continue
    }
    for (const { message, isNote = false } of file.side.warnings) if (isNote) sayNote(io, message)
    if (file.side.leftOut !== undefined) sayNote(io, file.side.leftOut)
    io.out(lintedText(colours(io, 'out'), file, asked))
    for (const { name, reason } of file.undecided)
      io.err(
        `${colours(io, 'err').yellow('not decided:')} ${printableLine(`${file.name}: ${name}: ${reason}`)}\n`,
      )
  }
  for (const { text } of unmatched) sayWarning(io, text)
  // For a single file without findings, the text about the file is already the summary.
  const [first] = files
  const isSaid =
    files.length === 1 && first?.kind === 'linted' && WORST_FIRST.every((each) => counts[each] === 0)
  if (!isSaid) io.out(`${summaryText(counts, files)}\n`)
}

/** This seccompile, as a SARIF log names it. */
function sarifWriter(): SarifWriter {
  const page = home()
  return { version: version(), ...(page === undefined ? {} : { home: page }) }
}

/** The exit status of an answer. Bad input comes before findings, and findings come before an undecided answer. */
function statusOf({ files, failOn }: LintAnswer): ExitCode {
  if (files.some(({ kind }) => kind === 'not-linted')) return EXIT.badInput
  const linted = files as readonly LintResult[] // every file is linted: the line above has returned for the others
  const open = linted.flatMap(({ findings }) => findings).filter(({ accepted }) => accepted === undefined)
  if (open.some(({ severity }) => fails(severity, failOn))) return EXIT.no
  return linted.some(({ undecided }) => undecided.length > 0) ? EXIT.failure : EXIT.ok
}

/** `seccompile lint`: what is dangerous in filters, or will break. */
export async function lint(io: Io, options: LintRequest): Promise<ExitCode> {
  const format = namedForm(options) ?? 'text'
  const { file: args, failOn = 'high', baseline, only } = options
  // The options are checked before the files, so an error in them is printed once.
  checkOneStdin([...args, baseline])
  const { question, known } = await askedRules(options)
  const { rules, wanted } = question
  const asked = only === undefined ? new Set<string>() : wanted

  const files: (LintResult | LintFailure)[] = []
  // A text is for the person who typed the names. The other forms are kept and passed on, so they must not show the
  // folder of this run.
  const named = format === 'text' ? args : args.map(relativeArgument)
  // One file at a time: loading a module runs it.
  for (const argument of new Set(named)) files.push(await lintFile(argument, question, options))
  const answer: LintAnswer = {
    files,
    counts: countFindings(files.flatMap((file) => (file.kind === 'linted' ? file.findings : []))),
    failOn,
    unmatched: unmatchedEntries(question, files, known),
  }
  switch (format) {
    case 'text':
      sayText(io, answer, asked)
      break
    case 'json':
      sayJson(io, lintFacts(answer))
      break
    case 'sarif':
      sayJson(io, sarifLog(answer, ruleFacts(rules, wanted), sarifWriter()))
      break
    case 'markdown':
      io.out(lintMarkdown(answer, asked))
      break
  }
  return statusOf(answer)
}
