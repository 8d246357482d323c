import { changes } from '@seccompile/prover'
import type { Direction } from '@seccompile/prover'
import { assertNever } from '@seccompile/shape'
import type { DrawDifference } from '@seccompile/draw/kinds'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { relativeArgument } from '../io/input.ts'
import { formOfFile } from '../options/file-form.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import { askTwo, sayUndecided } from '../load/question.ts'
import type { AskedTwo } from '../load/question.ts'
import type { QuestionOptions } from '../options/question.ts'
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
import type { ChangeReport } from '@seccompile/describe'
import { markdownText, printableLine } from '@seccompile/text-layout'
import { jsonText } from '../show/say.ts'
import { verdictColours } from '../show/verdict-colours.ts'
import { version } from '../io/version.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'

/** Two filters, and the directions of the changes to list. */
export interface DiffQuestion extends QuestionOptions, FormOptions<'text' | 'markdown' | 'html' | 'svg'> {
  readonly a: string
  readonly b: string
  /** Every direction, if left out. */
  readonly only?: readonly Direction[] | undefined
  readonly output?: string | undefined
}

type DiffForm = 'text' | 'json' | 'markdown' | 'html' | 'svg'

/** The form for each ending of a file. */
const ENDINGS: Readonly<Record<string, DiffForm>> = {
  svg: 'svg',
  html: 'html',
  htm: 'html',
  md: 'markdown',
  json: 'json',
  txt: 'text',
}

/** The answer to the question, before it has a form. */
interface DiffAnswer {
  readonly asked: AskedTwo
  /** All changes, and the changes that `--only` selects. */
  readonly whole: ChangeReport
  readonly report: ChangeReport
  /** All changes, summed up in a few words. */
  readonly summary: string
  /** The sentence that no change was selected; empty, if one was. */
  readonly none: string
  readonly difference: DrawDifference
}

/** The part of the difference that the options ask for, in words; empty for all of it. */
function partText(directions: readonly Direction[], { within }: DiffQuestion): string {
  const parts = [
    ...(within === undefined ? [] : [`within ${within.text}`]),
    ...(directions.length === DIRECTIONS.length ? [] : [`only ${directions.join(' and ')}`]),
  ]
  return parts.join(', ')
}

/** The two strips of `draw barcode`, with the selected changes. */
const picture = ({ asked: { left, right }, difference }: DiffAnswer): Promise<string> =>
  pictureOf(kindOf('barcode'), { sides: [left, right], difference })

async function page({ asked, whole, report, none, difference }: DiffAnswer): Promise<string> {
  const { differencePage } = await import('@seccompile/report')
  return differencePage(asked, {
    whole,
    report,
    none,
    difference,
    maker: `Made by seccompile ${version()}`,
  })
}

/** @returns the answer as text */
async function formed(answer: DiffAnswer, form: Exclude<DiffForm, 'text'>): Promise<string> {
  const { asked, whole, report, summary, none } = answer
  switch (form) {
    case 'json':
      return jsonText({ answer: isEmpty(whole) ? 'equal' : 'different', ...reportFacts(report) })
    case 'markdown': {
      const title = `# Changes from ${markdownText(asked.left.name)} to ${markdownText(asked.right.name)}`
      return [`${title}\n`, `${markdownText(`${none}${summary}`)}\n`, reportMarkdown(report)]
        .filter((part) => part !== '')
        .join('\n')
    }
    case 'html':
      return page(answer)
    case 'svg':
      return picture(answer)
    default:
      return assertNever(form)
  }
}

/**
 * `seccompile diff`: all calls to which two filters give different verdicts, and which of the two filters is weaker.
 */
export async function diff(io: Io, options: DiffQuestion): Promise<ExitCode> {
  const { a, b, only: directions = DIRECTIONS } = options
  const file = answerFile(options, [a, b])
  const form = namedForm(options) ?? formOfFile(options.output, ENDINGS, 'text')
  const isHandedOn = form === 'html' || form === 'svg'
  const [left, right] = isHandedOn ? [relativeArgument(a), relativeArgument(b)] : [a, b]
  const asked = await askTwo(io, left, right, { ...options, json: form === 'json' })
  const found = changes(asked.left.leveled, asked.right.leveled, asked.prove)
  if (found.kind === 'undecided') return sayUndecided(io, found.reason, form === 'json')
  const whole = await changeReport(asked, found.changes, options)
  const report = onlyIn(whole, directions)
  const summary = printableLine(summaryText(whole))
  const none = isEmpty(report) && !isEmpty(whole) ? `none is ${directions.join(' or ')}: ` : ''
  const difference = { prove: asked.prove, directions, part: partText(directions, options) }
  const text =
    form === 'text'
      ? `${none}${summary}\n${reportText(report)}`
      : await formed({ asked, whole, report, summary, none, difference }, form)
  const isColoured = form === 'text' && file === undefined
  await writeAnswer(io, file, isColoured ? verdictColours(io, text) : text, `${none}${summary}`)
  return isEmpty(report) ? EXIT.ok : EXIT.no
}
