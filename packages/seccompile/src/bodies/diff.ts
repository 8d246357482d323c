import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { changes } from '@seccompile/prover'
import type { Direction } from '@seccompile/prover'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import {
  changeReport,
  DIRECTIONS,
  isEmpty,
  onlyIn,
  reportFacts,
  reportMarkdown,
  reportText,
  summaryText,
} from '@seccompile/describe'
import { markdownText, printableLine } from '@seccompile/text-layout'
import { relativeArgument } from '../io/input.ts'
import { version } from '../io/version.ts'
import { aboutFiles, contextOf } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
import type { Asked } from '../ask/asking.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'

/** Two filters, and the directions of the changes to list. */
export interface DiffValues extends QuestionOptions {
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
export async function diff(question: Asked<DiffValues>): Promise<Answer> {
  const { only: directions = DIRECTIONS, form } = question
  const isHandedOn = form === 'html' || form === 'svg'
  const [a, b] = isHandedOn
    ? [relativeArgument(question.a), relativeArgument(question.b)]
    : [question.a, question.b]
  const asked = await aboutFiles(a, b, question)
  const { left, right, prove } = asked
  const context = contextOf(left, right)
  const found = changes(left.leveled, right.leveled, prove)
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
      svg: () => pictureOf(kindOf('barcode'), { sides: [left, right], difference }),
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
