import { sayWitness } from '../show/say-witness.ts'
import { changes, subset as isSubsetOf } from '@seccompile/prover'
import { CliError } from '../io/cli-error.ts'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { askTwo, noteArches, sayUndecided } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import {
  askMainFirst,
  changeReport,
  countsText,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  witnessFacts,
} from '@seccompile/describe'
import { markdownText, printableLine } from '@seccompile/text-layout'
import { sayJson } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** A filter, and the filter that it is compared with. */
export interface SubsetQuestion extends Omit<QuestionOptions, 'json'>, FormOptions<'text' | 'markdown'> {
  readonly file: string
  readonly of: string
  readonly all: boolean
  readonly trace: boolean
}

/** A form of the answer. */
type SubsetForm = 'text' | 'markdown' | 'json'

const isSubset = ({ left, right }: AskedTwo): string =>
  `subset: ${left.name} is nowhere weaker than ${right.name}`

/** The answer, with all calls to which the filter gives a weaker verdict. */
async function sayAll(
  io: Io,
  asked: AskedTwo,
  format: SubsetForm,
  options: SubsetQuestion,
): Promise<ExitCode> {
  const { left, right } = asked
  // The changes go from the other filter to this one: a change to a weaker verdict breaks the inclusion.
  const answer = changes(right.leveled, left.leveled, asked.prove)
  if (answer.kind === 'undecided') return sayUndecided(io, answer.reason, format === 'json')
  const back = { ...asked, left: right, right: left }
  const whole = await changeReport(back, answer.changes, { ...options, counted: ['weaker'] })
  const report = onlyIn(whole, ['weaker'])
  const holds = isEmpty(report)
  const title = holds
    ? isSubset(asked)
    : `weaker: ${left.name} is weaker than ${right.name} (${countsText(report.counts)})`
  switch (format) {
    case 'json':
      sayJson(io, { answer: holds ? 'subset' : 'weaker', ...reportFacts(report) })
      break
    case 'text':
      sayText(io, `${printableLine(title)}\n${reportText(report)}`)
      break
    case 'markdown':
      io.out([`${markdownText(title)}\n`, ...(holds ? [] : [reportMarkdown(report)])].join('\n'))
      break
  }
  return holds ? EXIT.ok : EXIT.no
}

/** `seccompile subset`: whether a filter is at least as strict as another for every call. */
export async function subset(io: Io, options: SubsetQuestion): Promise<ExitCode> {
  const format = namedForm(options) ?? 'text'
  const { file, all } = options
  if (format === 'markdown' && !all)
    throw new CliError('--format markdown is for the list of all calls; add --all')
  if (all && options.trace)
    throw new CliError('--trace is for one call, and --all lists calls; leave one out')
  const json = format === 'json'
  const asked = await askTwo(io, file, options.of, { ...options, json })
  if (all) return sayAll(io, asked, format, options)
  const { left, right } = asked
  const answer = askMainFirst(asked, (prove) => isSubsetOf(left.leveled, right.leveled, prove))
  switch (answer.kind) {
    case 'undecided':
      return sayUndecided(io, answer.reason, json)
    case 'subset':
      if (json) sayJson(io, { answer: 'subset' })
      else io.out(`${printableLine(isSubset(asked))}\n`)
      return EXIT.ok
    case 'weaker':
      noteArches(io, asked, { ...options, json })
      if (json) sayJson(io, { answer: 'weaker', ...(await witnessFacts(asked, answer, options)) })
      else
        await sayWitness(
          io,
          `${left.name} is not at least as strict as ${right.name}:`,
          asked,
          answer,
          options,
        )
      return EXIT.no
  }
}
