import { cost } from '@seccompile/compiler'
import type { Cost } from '@seccompile/compiler'
import { sizes } from '@seccompile/pass'
import type { SizeRow } from '@seccompile/pass'
import { assertNever } from '@seccompile/shape'
import { CliError } from '../cli-error.ts'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { relativeArgument } from '../load/input.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { loadSide } from '../load/side.ts'
import { loadWeights, weightsFile } from '../load/weights.ts'
import { answerFile, parseFileForm } from '../options/file-form.ts'
import type { FileFormOptions } from '../options/file-form.ts'
import type { TargetOptions } from '../options/target.ts'
import { checkWeighted } from '../options/weighted-kind.ts'
import { costReport, reportMarkdown, reportText } from '@seccompile/compilation-report'
import { listingLines } from '@seccompile/describe'
import { jsonText, sayWarnings } from '../show/say.ts'
import { verdictColours } from '../show/verdict-colours.ts'
import { writeAnswer } from '../write/answer.ts'

/** The options of `cost`, as typed. */
export interface CostCommandOptions extends TargetOptions, FileFormOptions {
  readonly weights?: string
  readonly perCall?: boolean
  readonly markdown?: boolean
}

const FORMS = ['text', 'json', 'markdown', 'svg'] as const
type Form = (typeof FORMS)[number]

/** The endings of files by which the form is known. */
const ENDINGS: Readonly<Record<string, Form>> = { svg: 'svg', md: 'markdown', json: 'json', txt: 'text' }

const ABOUT = 'what the filter costs'

/** The form that the options choose. @throws CliError for two forms */
function formOf({ markdown = false, ...options }: CostCommandOptions): Form {
  const { format, json = false } = options
  if (json && markdown) throw new CliError('--json and --markdown exclude each other')
  if (markdown && format !== undefined && format !== 'markdown')
    throw new CliError(`--markdown and --format ${format} exclude each other`)
  return markdown ? 'markdown' : parseFileForm(options, FORMS, ENDINGS)
}

/** The picture that `draw cost` makes of the same filter. */
async function picture(io: Io, typed: string, options: CostCommandOptions): Promise<string> {
  const kind = kindOf('cost')
  checkWeighted(kind, options.weights)
  if (options.perCall === true)
    throw new CliError(
      '--per-call adds rows to a table, and a picture has no table; leave one of the two out',
    )
  const side = await loadSide(relativeArgument(typed), options)
  sayWarnings(io, side.warnings)
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
    // No passes are known of a raw filter.
    ...(rows.length === 0 ? {} : { passes: rows.map(({ depth: _depth, ...row }) => row) }),
  })
}

/** The costs in a form of text. */
async function answer(
  io: Io,
  argument: string,
  options: CostCommandOptions,
  form: Exclude<Form, 'svg'>,
): Promise<string> {
  const rows: SizeRow[] = []
  const loaded = await loadAcceptedProgram(argument, options, {
    instruments: [sizes((row) => rows.push(row))],
  })
  const weights = loadWeights(options.weights, loaded.abis[0])
  const costs = cost(loaded.program, loaded.abis, loaded.endianness, weights.options)
  sayWarnings(io, [...loaded.warnings, ...weights.warnings])
  if (form === 'json') return facts(loaded, costs, rows)
  const parts = costReport(loaded, costs, rows, options.perCall === true)
  switch (form) {
    case 'markdown':
      return reportMarkdown(parts)
    case 'text':
      // A file has no colours.
      return options.output === undefined || options.output === '-'
        ? verdictColours(io, reportText(parts))
        : reportText(parts)
    default:
      return assertNever(form)
  }
}

/** `seccompile cost`: what a filter costs, in exact counts. */
export async function costCommand(io: Io, argument: string, options: CostCommandOptions): Promise<ExitCode> {
  const file = answerFile(options, [argument, weightsFile(options.weights)])
  const form = formOf(options)
  if (argument === '-' && options.weights === '-')
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')
  const text =
    form === 'svg' ? await picture(io, argument, options) : await answer(io, argument, options, form)
  await writeAnswer(io, file, text, ABOUT)
  return EXIT.ok
}
