import { notDecided } from '@seccompile/answer'
import type { Answer, AnswerRemark, AnswerStatus, Paint } from '@seccompile/answer'
import type { Filter } from '@seccompile/filter'
import {
  countFindings,
  lintedText,
  lintFacts,
  lintMarkdown,
  lintFilter,
  ruleFacts,
  sarifLog,
  summaryText,
  unmatchedEntries,
  whyNoArtifact,
  WORST_FIRST,
} from '@seccompile/lint-report'
import type { LintAnswer, LintResult, LintQuestion, LintFailure, SarifWriter } from '@seccompile/lint-report'
import { jsonText } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { isInputError } from '../io/input-error.ts'
import { checkOneStdin, inputName, relativeArgument } from '../io/input.ts'
import { home, version } from '../io/version.ts'
import { judgedFilter } from '../load/judged-filter.ts'
import { askedRules } from '../load/lint-question.ts'
import { openFilter } from '../load/open-filter.ts'
import { SIDE, useOption } from '../options/files.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { baselineOption, FAIL_ON, ruleNamesOption, fails } from '../options/lint.ts'
import type { FailOn, FindingOptions } from '../options/lint.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { choice } from '../syntax/option.ts'

/** The files to lint, and the options that choose and count findings. */
interface LintRequest extends TargetOptions, FindingOptions, FormOptions<'text' | 'sarif' | 'markdown'> {
  readonly file: readonly string[]
  /** `high`, if left out. */
  readonly failOn?: FailOn | undefined
}

/** The filter that `argument` names, or the reason why it cannot be read. */
async function readSide(argument: string, options: TargetOptions): Promise<Filter | LintFailure> {
  try {
    return judgedFilter(await openFilter(argument, options), options)
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
  const filter = await readSide(argument, options)
  if ('kind' in filter) return filter
  const error = whyNoArtifact(filter, question.wanted)
  return error === undefined ? lintFilter(filter, question) : { kind: 'not-linted', name: filter.name, error }
}

/** The findings of each file, and their number, which a single file without findings says already. */
function textOf(paint: Paint, { files, counts }: LintAnswer, asked: ReadonlySet<string>): string {
  const texts = files.map((file) => (file.kind === 'linted' ? lintedText(paint, file, asked) : ''))
  const [first] = files
  const isSaid =
    files.length === 1 && first?.kind === 'linted' && WORST_FIRST.every((each) => counts[each] === 0)
  return [...texts, ...(isSaid ? [] : [`${summaryText(counts, files)}\n`])].join('')
}

/** The facts about files that are no findings. */
const notesOf = ({ files }: LintAnswer): readonly string[] =>
  files.flatMap((file) => (file.kind === 'not-linted' ? [] : file.filter.notes))

/** Why files have no findings or not all, and the entries of the baseline that are about none. */
const remarksOf = ({ files, unmatched }: LintAnswer): readonly AnswerRemark[] => [
  ...files.flatMap((file): readonly AnswerRemark[] => {
    if (file.kind === 'not-linted') return [{ label: 'error', kind: 'fault', text: file.error }]
    return file.undecided.map(({ name, reason }) => notDecided(`${file.name}: ${name}: ${reason}`))
  }),
  ...unmatched.map(({ text }): AnswerRemark => ({ label: 'warning', kind: 'doubt', text })),
]

/** This seccompile, as a SARIF log names it. */
function sarifWriter(): SarifWriter {
  const page = home()
  return { version: version(), ...(page === undefined ? {} : { home: page }) }
}

/** Bad input comes before findings, and findings come before an undecided answer. */
function statusOf({ files, failOn }: LintAnswer): AnswerStatus {
  if (files.some(({ kind }) => kind === 'not-linted')) return 'bad-input'
  const linted = files as readonly LintResult[] // every file is linted: the line above has returned for the others
  const open = linted.flatMap(({ findings }) => findings).filter(({ accepted }) => accepted === undefined)
  if (open.some(({ severity }) => fails(severity, failOn))) return 'no'
  return linted.some(({ undecided }) => undecided.length > 0) ? 'undecided' : 'yes'
}

/** What is dangerous in filters, or will break. */
async function lint(request: Asked<LintRequest>): Promise<Answer> {
  const { file: args, failOn = 'high', baseline, only, form } = request
  // The options are checked before the files, so an error in them is printed once.
  checkOneStdin([...args, baseline])
  const { question, known } = await askedRules(request)
  const { rules, wanted } = question
  const asked = only === undefined ? new Set<string>() : wanted

  const files: (LintResult | LintFailure)[] = []
  // A text is for the person who typed the names. The other forms are kept and passed on, so they must not show the
  // folder of this run.
  const named = form === 'text' ? args : args.map(relativeArgument)
  // One file at a time: loading a module runs it.
  for (const argument of new Set(named)) files.push(await lintFile(argument, question, request))
  const answer: LintAnswer = {
    files,
    counts: countFindings(files.flatMap((file) => (file.kind === 'linted' ? file.findings : []))),
    failOn,
    unmatched: unmatchedEntries(question, files, known),
  }
  return {
    status: statusOf(answer),
    notes: notesOf(answer),
    text: (paint) => textOf(paint, answer, asked),
    facts: () => lintFacts(answer),
    forms: {
      sarif: () => jsonText(sarifLog(answer, ruleFacts(rules, wanted), sarifWriter())),
      markdown: () => lintMarkdown(answer, asked),
    },
    remarks: remarksOf(answer),
  }
}

/** `seccompile lint`. */
export const command: Command = defineCommand({
  description:
    'find what is dangerous or will break in filters, with a call that shows it (exit 1 where --fail-on says so)',
  usefulWithoutOutput: 'status',
  args: { file: someArguments(SIDE.about, SIDE.complete) },
  options: {
    ...TARGET,
    only: ruleNamesOption('use only these lint rules and warnings, separated by commas'),
    skip: ruleNamesOption('leave out these lint rules and warnings'),
    failOn: choice({
      placeholder: 'severity',
      brief: 'exit with status 1 if a finding has at least this severity',
      choices: FAIL_ON,
      otherwise: 'high',
    }),
    baseline: baselineOption('accepted findings, each with a reason; they do not count'),
    use: useOption('lint rules'),
    format: formOption(['text', 'sarif', 'markdown'], 'text'),
    json: JSON_OUT,
  },
  examples: [
    { does: 'the findings of a profile', line: 'seccompile lint profile.json' },
    {
      does: 'for a code host, and exit 1 from medium on',
      line: 'seccompile lint filter.bpf --fail-on medium --format sarif > findings.sarif',
    },
  ],
  run: asking(lint),
})
