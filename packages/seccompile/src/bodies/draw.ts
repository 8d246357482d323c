import type { PipelineName } from '@seccompile/compiler'
import { CliError } from '../io/cli-error.ts'
import type { Theme } from '@seccompile/draw'
import type { DrawFormat, DrawKind, DrawOption } from '@seccompile/draw/kinds'
import { abisOf, kindOf, namesWhere, pictureOf } from '@seccompile/draw/kinds'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import { openFilter, openFilters } from '../load/open-filter.ts'
import type { Filter } from '@seccompile/filter'
import { loadWeights, weightsFile } from '../load/weights.ts'
import { formOfFile } from '../options/file-form.ts'
import type { TargetOptions } from '../options/target.ts'
import { checkWeighted } from '../options/weighted-kind.ts'
import type { RawOption } from '@seccompile/describe'
import { readingWarnings, sayWarnings } from '../show/say.ts'
import { answerFile, writeAnswer } from '../write/answer.ts'

/** Filters, and how they are drawn. */
export interface DrawRequest extends TargetOptions, RawOption {
  /** The name of a kind of pictures. */
  readonly kind: string
  readonly file: readonly string[]
  readonly output?: string | undefined
  readonly format?: DrawFormat | undefined
  readonly theme?: Theme | undefined
  readonly title?: string | undefined
  readonly weights?: string | undefined
  readonly call?: string | undefined
  readonly pipeline?: PipelineName | undefined
}

/** The format for each ending of a file. */
const ENDINGS: Readonly<Record<string, DrawFormat>> = {
  svg: 'svg',
  dot: 'dot',
  gv: 'dot',
  mmd: 'mermaid',
  mermaid: 'mermaid',
}

/**
 * The format that the options name, or else the ending of the file; SVG on standard output.
 * @throws CliError where `kind` is not drawn in the format
 */
function formatOf(kind: DrawKind, { format: typed, output }: DrawRequest): DrawFormat {
  const format = typed ?? formOfFile(output, ENDINGS, 'svg')
  if (kind.formats.includes(format)) return format
  const others = namesWhere(({ formats }) => formats.includes(format))
  throw new CliError(
    `${kind.name} is drawn as ${kind.formats.join(' or ')}, not as ${format}; ${others} can be drawn as ${format}`,
  )
}

/** @throws CliError where `kind` takes more or fewer filters */
function checkCount({ name, filters: [least, most] }: DrawKind, count: number): void {
  if (count >= least && count <= most) return
  const range = least === most ? String(least) : `${least} to ${most}`
  throw new CliError(`${name} draws ${range} ${most === 1 ? 'filter' : 'filters'}; got ${count}`)
}

const OWN_OPTIONS: readonly DrawOption[] = ['call', 'pipeline']

/** @throws CliError for an option that `kind` does not take */
function checkOwn(kind: DrawKind, options: DrawRequest): void {
  for (const option of OWN_OPTIONS) {
    if (options[option] === undefined || kind.takes?.includes(option) === true) continue
    const others = namesWhere(({ takes }) => takes?.includes(option) === true)
    throw new CliError(`--${option}: is for ${others}, not for ${kind.name}`)
  }
}

async function sidesOf(files: readonly string[], options: TargetOptions): Promise<[Filter, ...Filter[]]> {
  const [first, second] = files
  checkOneStdin(files)
  // Each of two filters adds its ABIs to the other.
  if (files.length === 2) return [...(await openFilters(first!, second!, options))]
  const sides: Filter[] = []
  for (const file of files) sides.push(await openFilter(file, options))
  const [side, ...others] = sides
  return [side!, ...others]
}

/** `seccompile draw`: a filter as a picture. */
export async function draw(io: Io, options: DrawRequest): Promise<ExitCode> {
  const { raw, call, pipeline, theme, title } = options
  const kind = kindOf(options.kind)
  const files = options.file.map(relativeArgument)
  const output = answerFile(options, [...files, weightsFile(options.weights)])
  const format = formatOf(kind, options)
  checkCount(kind, files.length)
  checkOwn(kind, options)
  checkWeighted(kind, options.weights)
  if (options.weights === '-' && files.includes('-'))
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')

  const sides = await sidesOf(files, options)
  const weights = loadWeights(options.weights, abisOf(sides)[0])
  sayWarnings(io, ...sides.map(readingWarnings), weights.warnings)
  const counts = weights.options.weights
  const text = await pictureOf(kind, { sides, counts, format, call, pipeline, raw, theme, title })
  await writeAnswer(io, output, text, kind.shows)
  return EXIT.ok
}
