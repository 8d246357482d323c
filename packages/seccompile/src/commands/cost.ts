import type { Answer } from '@seccompile/answer'
import { cost as costOf } from '@seccompile/compiler'
import type { Cost } from '@seccompile/compiler'
import { listingLines } from '@seccompile/describe'
import { kindOf, pictureOf } from '@seccompile/draw/kinds'
import { sizes } from '@seccompile/pass'
import type { SizeRow } from '@seccompile/pass'
import { costReport, reportMarkdown, reportText } from '@seccompile/report/compilation'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { relativeArgument } from '../io/input.ts'
import { openFilter } from '../load/open-filter.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import type { LoadedProgram } from '../load/program.ts'
import { loadWeights, weightsFile } from '../load/weights.ts'
import { FILE, outputOption, weightsOption } from '../options/files.ts'
import { formOption, JSON_OUT } from '../options/forms.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { WARNINGS } from '../options/warnings.ts'
import { checkWeighted } from '../options/weighted-kind.ts'
import { readingWarnings } from '../show/say.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { flag } from '../syntax/option.ts'

const ABOUT = 'what the filter costs'

/** A filter, and how its calls are weighted. */
interface CostQuestion extends TargetOptions {
  readonly file: string
  readonly weights?: string | undefined
  readonly perCall: boolean
}

/** The picture that `draw cost` makes of the same filter. */
async function picture(question: CostQuestion): Promise<Answer> {
  const kind = kindOf('cost')
  checkWeighted(kind, question.weights)
  if (question.perCall)
    throw new CliError(
      '--per-call adds rows to a table, and a picture has no table; leave one of the two out',
    )
  const filter = await openFilter(relativeArgument(question.file), question)
  const svg = await pictureOf(kind, { filters: [filter] })
  return { status: 'done', inShort: ABOUT, warnings: [readingWarnings(filter)], forms: { svg: () => svg } }
}

/** The costs for machines. */
function factsOf(loaded: LoadedProgram, costs: Cost, rows: readonly SizeRow[]): unknown {
  const listing = listingLines(loaded.program, loaded.endianness, { abis: loaded.abis })
  return {
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
  }
}

/** What a filter costs, in exact counts. */
async function cost(question: Asked<CostQuestion>): Promise<Answer> {
  const { file, weights: weighted, form } = question
  if (file === '-' && weighted === '-')
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')
  if (form === 'svg') return picture(question)
  const rows: SizeRow[] = []
  const loaded = await loadAcceptedProgram(file, question, { instruments: [sizes((row) => rows.push(row))] })
  const weights = loadWeights(weighted, loaded.abis[0])
  // Counts of arguments are left out: a cost is that of a call with arguments 0, and of the longest path.
  const counts = { weights: weights.options.weights }
  const costs = costOf(loaded.program, loaded.abis, loaded.endianness, counts)
  const parts = (): ReturnType<typeof costReport> => costReport(loaded, costs, rows, question.perCall)
  return {
    status: 'done',
    inShort: ABOUT,
    warnings: [loaded.warnings, weights.warnings],
    text: (paint) => paintVerdicts(paint, reportText(parts())),
    facts: () => factsOf(loaded, costs, rows),
    forms: { markdown: () => reportMarkdown(parts()) },
  }
}

/** `seccompile cost`. */
export const command: Command = defineCommand({
  warnings: 'summary',
  args: { file: FILE },
  options: {
    ...TARGET,
    weights: weightsOption(
      'add means weighted by how often calls are made: a file that compile takes, or "server"',
    ),
    perCall: flag('add a row for each call'),
    output: outputOption('the answer'),
    format: formOption(
      ['text', 'markdown', 'svg'],
      'by the ending of the file, .svg, .md, .json or .txt; else text',
    ),
    json: JSON_OUT,
    ...WARNINGS,
  },
  examples: [
    { does: 'the cost of a filter by any tool', line: 'seccompile cost filter.bpf' },
    {
      does: 'by how often a server makes its calls, with a row for each call',
      line: 'seccompile cost profile.json --weights server --per-call',
    },
    {
      does: 'the same as a picture, a line for each call',
      line: 'seccompile cost profile.json -o cost.svg',
    },
  ],
  run: asking(cost, {
    forms: ['svg', 'markdown', 'json', 'text'],
    inputs: ({ file, weights }) => [file, weightsFile(weights)],
  }),
})
