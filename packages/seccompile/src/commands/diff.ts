import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import {
  DIRECTIONS,
  changeReport,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  summaryText,
} from '@seccompile/describe'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { changes } from '@seccompile/prover'
import type { Direction } from '@seccompile/prover'
import { markdownText, printableLine } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { relativeArgument } from '../io/input.ts'
import { version } from '../io/version.ts'
import { aboutFiles, contextOf } from '../load/question.ts'
import { outputOption, SIDE } from '../options/files.ts'
import { formOption } from '../options/forms.ts'
import { QUESTION } from '../options/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import { WARNINGS } from '../options/warnings.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { listOf } from '../syntax/completion.ts'
import { itemsOf, parseChoice, repeated } from '../syntax/option.ts'

/** Two filters, and the directions of the changes to list. */
interface DiffValues extends QuestionOptions {
  readonly a: string
  readonly b: string
  /** Every direction, if left out. */
  readonly only?: readonly Direction[] | undefined
}

/** The part of the difference that the options name, in words; empty for the whole difference. */
function partText(directions: readonly Direction[], { within }: QuestionOptions): string {
  const parts = [
    ...(within === undefined ? [] : [`within ${within.text}`]),
    ...(directions.length === DIRECTIONS.length ? [] : [`only ${directions.join(' and ')}`]),
  ]
  return parts.join(', ')
}

/** All calls to which two filters give different verdicts, and which of the two filters is weaker. */
async function diff(question: Asked<DiffValues>): Promise<Answer> {
  const { only: directions = DIRECTIONS, form } = question
  const isHandedOn = form === 'html' || form === 'svg'
  const [a, b] = isHandedOn
    ? [relativeArgument(question.a), relativeArgument(question.b)]
    : [question.a, question.b]
  const asked = await aboutFiles(a, b, question)
  const { left, right, prove } = asked
  const context = contextOf(left, right)
  const found = changes(left.subject, right.subject, prove)
  if (found.kind === 'undecided') return undecided(found.reason, context)
  const whole = await changeReport(asked, found.changes, question)
  const report = onlyIn(whole, directions)
  const none = isEmpty(report) && !isEmpty(whole) ? `none is ${directions.join(' or ')}: ` : ''
  const inShort = `${none}${printableLine(summaryText(whole))}`
  const difference = { prove, directions, part: partText(directions, question) }
  return {
    ...context,
    status: isEmpty(report) ? 'yes' : 'no',
    inShort,
    text: (paint) => paintVerdicts(paint, `${inShort}\n${reportText(report)}`),
    facts: () => ({ answer: isEmpty(whole) ? 'equal' : 'different', ...reportFacts(report) }),
    forms: {
      markdown: () => {
        const title = `# Changes from ${markdownText(left.name)} to ${markdownText(right.name)}`
        return [`${title}\n`, `${markdownText(inShort)}\n`, reportMarkdown(report)]
          .filter((part) => part !== '')
          .join('\n')
      },
      // The two strips of `draw barcode`, with the selected changes.
      svg: () => pictureOf(kindOf('barcode'), { filters: [left, right], difference }),
      html: async () => {
        const { differencePage } = await import('@seccompile/report')
        return differencePage(asked, {
          whole,
          report,
          none,
          difference,
          maker: `Made by seccompile ${version()}`,
        })
      },
    },
  }
}

const parseDirections = (texts: readonly string[], flag: string): readonly Direction[] => {
  const named = itemsOf(texts).map((word) => parseChoice(word, flag, DIRECTIONS))
  return DIRECTIONS.filter((direction) => named.includes(direction))
}

/** `seccompile diff`. */
export const command: Command = defineCommand({
  description:
    'list the calls whose verdict changes from one filter to another, and say which are weaker (exit 1 where any changes)',
  usefulWithoutOutput: 'status',
  warnings: 'summary',
  args: { a: SIDE, b: SIDE },
  options: {
    only: repeated({
      placeholder: 'directions',
      brief:
        'only changes that are weaker, stricter or other (the same action with other data), separated by commas',
      parse: parseDirections,
      complete: listOf(DIRECTIONS),
    }),
    output: outputOption('the answer'),
    ...QUESTION,
    format: formOption(
      [
        'text',
        'markdown',
        { word: 'html', means: 'a page with picture and table' },
        { word: 'svg', means: 'the picture of "draw barcode"' },
      ],
      'by the ending of the file, .svg, .html, .md, .json or .txt; else text',
    ),
    ...WARNINGS,
  },
  examples: [
    { does: 'what a new profile opens', line: 'seccompile diff old.json new.json --only weaker' },
    {
      does: 'all changes, as a table for a review',
      line: 'seccompile diff old.json new.json --format markdown',
    },
    {
      does: 'a page with a picture and the table',
      line: 'seccompile diff old.json new.json -o changes.html',
    },
  ],
  run: asking(diff, {
    forms: ['svg', 'html', 'markdown', 'json', 'text'],
    inputs: ({ a, b }) => [a, b],
  }),
})
