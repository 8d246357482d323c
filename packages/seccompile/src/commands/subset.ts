import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import {
  askMainFirst,
  changeReport,
  countsText,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
} from '@seccompile/describe'
import { changes, subset as isSubsetOf } from '@seccompile/prover'
import { markdownText, printableLine } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { aboutFiles, archesNotes, contextOf } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import { POLICY_OR_FILE, SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION, TRACE } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { filePath } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { witnessForms } from '../show/witness-forms.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag, required } from '../syntax/option.ts'

/** A filter, and the filter that it is compared with. */
interface SubsetValues extends QuestionOptions {
  readonly file: string
  readonly of: string
  readonly all: boolean
  readonly trace: boolean
}

type SubsetQuestion = Asked<SubsetValues>

const isSubset = ({ left, right }: AskedTwo): string =>
  `subset: ${left.name} is nowhere weaker than ${right.name}`

/** The answer, with all calls to which the filter gives a weaker verdict. */
async function allWeaker(asked: AskedTwo, question: SubsetQuestion): Promise<Answer> {
  const { left, right } = asked
  const context = contextOf(left, right)
  // The changes go from the other filter to this one: a change to a weaker verdict breaks the inclusion.
  const found = changes(right.subject, left.subject, asked.prove)
  if (found.kind === 'undecided') return undecided(found.reason, context)
  const back = { ...asked, left: right, right: left }
  const whole = await changeReport(back, found.changes, { ...question, counted: ['weaker'] })
  const report = onlyIn(whole, ['weaker'])
  const holds = isEmpty(report)
  const title = holds
    ? isSubset(asked)
    : `weaker: ${left.name} is weaker than ${right.name} (${countsText(report.counts)})`
  return {
    ...context,
    status: holds ? 'yes' : 'no',
    text: (paint) => paintVerdicts(paint, `${printableLine(title)}\n${reportText(report)}`),
    facts: () => ({ answer: holds ? 'subset' : 'weaker', ...reportFacts(report) }),
    forms: {
      markdown: () => [`${markdownText(title)}\n`, ...(holds ? [] : [reportMarkdown(report)])].join('\n'),
    },
  }
}

/** Whether a filter is at least as strict as another for every call. */
export async function subset(question: SubsetQuestion): Promise<Answer> {
  const { file, of, all, trace, form } = question
  if (form === 'markdown' && !all)
    throw new CliError('--format markdown is for the list of all calls; add --all')
  if (all && trace) throw new CliError('--trace is for one call, and --all lists calls; leave one out')
  const asked = await aboutFiles(file, of, question)
  if (all) return allWeaker(asked, question)
  const { left, right } = asked
  const context = contextOf(left, right)
  const found = askMainFirst(asked, (prove) => isSubsetOf(left.subject, right.subject, prove))
  switch (found.kind) {
    case 'undecided':
      return undecided(found.reason, context)
    case 'subset':
      return {
        ...context,
        status: 'yes',
        text: () => `${printableLine(isSubset(asked))}\n`,
        facts: () => ({ answer: 'subset' }),
      }
    case 'weaker':
      return {
        ...context,
        ...witnessForms(
          `${left.name} is not at least as strict as ${right.name}:`,
          'weaker',
          asked,
          found,
          question,
        ),
        status: 'no',
        notes: archesNotes(asked, question),
      }
  }
}

/** `seccompile subset`. */
export const command: Command = defineCommand({
  description:
    'say whether a filter is at least as strict as another for every call (exit 1 where it is not)',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: { file: SIDE },
  options: {
    of: required({
      placeholder: 'file',
      brief: 'the other filter',
      parse: filePath,
      complete: POLICY_OR_FILE,
    }),
    all: flag('list all calls that get a weaker verdict, and not one of them'),
    trace: TRACE,
    ...QUESTION,
    format: formOption(['text', 'markdown'], 'text'),
    ...WARNINGS,
  },
  examples: [
    { does: 'whether a new profile opens nothing', line: 'seccompile subset new.json --of old.json' },
    { does: 'all that it opens', line: 'seccompile subset new.json --of old.json --all' },
  ],
  run: asking(subset),
})
