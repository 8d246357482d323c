import { checkWeighted } from '../options/weighted-kind.ts'
import { cost as costOf } from '@seccompile/compiler'
import type { Cost } from '@seccompile/compiler'
import { sizes } from '@seccompile/pass'
import type { SizeRow } from '@seccompile/pass'
import { assertNever } from '@seccompile/shape'
import { CliError } from '../io/cli-error.ts'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { relativeArgument } from '../io/input.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { openFilter } from '../load/open-filter.ts'
import { loadWeights, weightsFile } from '../load/weights.ts'
import { formOfFile } from '../options/file-form.ts'
import { namedForm } from '../options/forms.ts'
import type { FormOptions } from '../options/forms.ts'
import type { TargetOptions } from '../options/target.ts'
import { costReport, reportMarkdown, reportText } from '@seccompile/report/compilation'
import { listingLines } from '@seccompile/describe'
import { jsonText } from '@seccompile/text-layout'
import { readingWarnings, sayWarnings } from '../show/say.ts'
import { verdictColours } from '../show/verdict-colours.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'

/** The question of `cost`. */
export interface CostQuestion extends TargetOptions, FormOptions<'text' | 'markdown' | 'svg'> {
  readonly file: string
  readonly weights?: string | undefined
  readonly perCall: boolean
  readonly output?: string | undefined
}

/** A form of the answer. */
type CostForm = 'text' | 'markdown' | 'svg' | 'json'

/** The form for each ending of a file. */
const ENDINGS: Readonly<Record<string, CostForm>> = { svg: 'svg', md: 'markdown', json: 'json', txt: 'text' }

const ABOUT = 'what the filter costs'

/** The picture that `draw cost` makes of the same filter. */
async function picture(io: Io, question: CostQuestion): Promise<string> {
  const kind = kindOf('cost')
  checkWeighted(kind, question.weights)
  if (question.perCall)
    throw new CliError(
      '--per-call adds rows to a table, and a picture has no table; leave one of the two out',
    )
  const side = await openFilter(relativeArgument(question.file), question)
  sayWarnings(io, readingWarnings(side))
  return pictureOf(kind, { sides: [side] })
}

/** The costs for machines. */
function facts(loaded: LoadedProgram, costs: Cost, rows: readonly SizeRow[]): string {
  const listing = listingLines(loaded.program, loaded.endianness, { abis: loaded.abis })
  return jsonText({
    ...costs,
    abis: costs.abis.map((abi) => ({
      ...abi,
      uncached: abi.uncached.map(({ pc, ...group }) => ({
        ...(pc === undefined ? {} : { pc, listing: listing[pc] }),
        ...group,
      })),
    })),
    objective: loaded.objective,
    // A raw filter has no known passes.
    ...(rows.length === 0 ? {} : { passes: rows.map(({ depth: _depth, ...row }) => row) }),
  })
}

/** The costs in a form of text. */
async function answer(io: Io, question: CostQuestion, form: Exclude<CostForm, 'svg'>): Promise<string> {
  const rows: SizeRow[] = []
  const loaded = await loadAcceptedProgram(question.file, question, {
    instruments: [sizes((row) => rows.push(row))],
  })
  const weights = loadWeights(question.weights, loaded.abis[0])
  // Counts of arguments are left out: a cost is that of a call with arguments 0, and of the longest path.
  const counts = { weights: weights.options.weights }
  const costs = costOf(loaded.program, loaded.abis, loaded.endianness, counts)
  sayWarnings(io, loaded.warnings, weights.warnings)
  if (form === 'json') return facts(loaded, costs, rows)
  const parts = costReport(loaded, costs, rows, question.perCall)
  switch (form) {
    case 'markdown':
      return reportMarkdown(parts)
    case 'text':
      // A file has no colours.
      return question.output === undefined || question.output === '-'
        ? verdictColours(io, reportText(parts))
        : reportText(parts)
    default:
      return assertNever(form)
  }
}

/** `seccompile cost`: what a filter costs, in exact counts. */
export async function cost(io: Io, question: CostQuestion): Promise<ExitCode> {
  const { file, weights, output } = question
  const to = answerFile(question, [file, weightsFile(weights)])
  const form = namedForm(question) ?? formOfFile(output, ENDINGS, 'text')
  if (file === '-' && weights === '-')
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')
  const text = form === 'svg' ? await picture(io, question) : await answer(io, question, form)
  await writeAnswer(io, to, text, ABOUT)
  return EXIT.ok
}
