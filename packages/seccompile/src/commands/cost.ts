import { cost } from '@seccompile/compiler'
import { sizes } from '@seccompile/pass'
import type { SizeRow } from '@seccompile/pass'
import { CliError } from '../cli-error.ts'
import { EXIT } from '../exit-code.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Io } from '../io.ts'
import { loadAcceptedProgram } from '../load/program.ts'
import { loadWeights } from '../load/weights.ts'
import { parseFormat } from '../options/format.ts'
import type { Format, FormatOptions } from '../options/format.ts'
import type { TargetOptions } from '../options/target.ts'
import { costReport, reportMarkdown, reportText } from '../show/cost.ts'
import { listingLines } from '../show/listing.ts'
import { sayJson, sayWarnings } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/** The options of `cost`, as typed. */
export interface CostCommandOptions extends TargetOptions, FormatOptions {
  readonly weights?: string
  readonly perCall?: boolean
  readonly markdown?: boolean
}

/** The form that the options choose. @throws CliError for two forms */
function formatOf({ format, json = false, markdown = false }: CostCommandOptions): Format {
  if (json && markdown) throw new CliError('--json and --markdown exclude each other')
  if (markdown && format !== undefined && format !== 'markdown')
    throw new CliError(`--markdown and --format ${format} exclude each other`)
  return markdown ? 'markdown' : parseFormat({ format, json })
}

/** `seccompile cost`: what a filter costs, in exact counts. */
export async function costCommand(io: Io, argument: string, options: CostCommandOptions): Promise<ExitCode> {
  const { perCall = false } = options
  const format = formatOf(options)
  if (argument === '-' && options.weights === '-')
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')
  const rows: SizeRow[] = []
  const loaded = await loadAcceptedProgram(argument, options, {
    instruments: [sizes((row) => rows.push(row))],
  })
  const weights = loadWeights(options.weights, loaded.abis[0])
  const costs = cost(loaded.program, loaded.abis, loaded.endianness, weights.options)
  sayWarnings(io, [...loaded.warnings, ...weights.warnings])
  if (format !== 'json') {
    const parts = costReport(loaded, costs, rows, perCall)
    if (format === 'markdown') io.out(reportMarkdown(parts))
    else sayText(io, reportText(parts))
    return EXIT.ok
  }
  const listing = listingLines(loaded.program, loaded.endianness, { abis: loaded.abis })
  sayJson(io, {
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
  return EXIT.ok
}
