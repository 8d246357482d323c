import type { Answer, AnswerForm } from '@seccompile/answer'
import type { PipelineName } from '@seccompile/compiler'
import type { RawOption } from '@seccompile/describe'
import { THEMES } from '@seccompile/draw'
import type { Theme } from '@seccompile/draw'
import { KINDS, abisOf, kindOf, namesWhere, pictureOf } from '@seccompile/draw/kinds'
import type { DrawFormat, DrawKind, DrawOption } from '@seccompile/draw/kinds'
import type { Filter } from '@seccompile/filter'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { checkOneStdin, relativeArgument } from '../io/input.ts'
import { openFilter, openFilters } from '../load/open-filter.ts'
import { loadWeights, weightsFile } from '../load/weights.ts'
import { CALL_NAMES } from '../options/argument-words.ts'
import { outputOption, SIDE, weightsOption } from '../options/files.ts'
import { RAW } from '../options/forms.ts'
import { PIPELINE_NAMES, pipelineOption } from '../options/pipeline.ts'
import { TARGET } from '../options/target.ts'
import type { TargetOptions } from '../options/target.ts'
import { nonEmpty } from '../options/texts.ts'
import { WARNINGS } from '../options/warnings.ts'
import { checkWeighted } from '../options/weighted-kind.ts'
import { readingWarnings } from '../show/say.ts'
import { chosenArgument, someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FREE } from '../syntax/completion.ts'
import { asTyped, choice, valued } from '../syntax/option.ts'

/** Filters, and how they are drawn. */
interface DrawRequest extends TargetOptions, RawOption {
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

/** @throws CliError where `kind` is not drawn in the format */
function checkFormat(kind: DrawKind, format: AnswerForm): asserts format is DrawFormat {
  if (kind.formats.some((each) => each === format)) return
  const others = namesWhere(({ formats }) => formats.some((each) => each === format))
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
function checkOwn(kind: DrawKind, options: Pick<DrawRequest, DrawOption>): void {
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
  const filters: Filter[] = []
  for (const file of files) filters.push(await openFilter(file, options))
  const [filter, ...others] = filters
  return [filter!, ...others]
}

/** A filter as a picture. */
async function draw(request: Asked<DrawRequest>): Promise<Answer> {
  const { raw, call, pipeline, theme, title, form: format } = request
  const kind = kindOf(request.kind)
  const files = request.file.map(relativeArgument)
  checkFormat(kind, format)
  checkCount(kind, files.length)
  checkOwn(kind, request)
  checkWeighted(kind, request.weights)
  if (request.weights === '-' && files.includes('-'))
    throw new CliError('the filter and --weights cannot both come from standard input; name a file for one')

  const filters = await sidesOf(files, request)
  const weights = loadWeights(request.weights, abisOf(filters)[0])
  const counts = weights.options.weights
  const picture = await pictureOf(kind, { filters, counts, format, call, pipeline, raw, theme, title })
  return {
    status: 'done',
    inShort: kind.shows,
    warnings: [...filters.map(readingWarnings), weights.warnings],
    forms: { [format]: () => picture },
  }
}

/** `seccompile draw`. */
export const command: Command = defineCommand({
  description: 'draw a filter as a picture: SVG, or for a graph DOT or Mermaid',
  warnings: 'summary',
  args: {
    kind: chosenArgument(
      KINDS.map(({ name }) => name),
      KINDS.map(({ name, shows }) => `${name} (${shows})`).join(', '),
    ),
    file: someArguments(SIDE.about, SIDE.complete),
  },
  options: {
    ...TARGET,
    output: outputOption('the picture'),
    format: choice({
      placeholder: 'name',
      brief: 'language of the picture',
      choices: ['svg', 'dot', 'mermaid'],
      otherwise: 'by the ending of the file, else svg',
    }),
    theme: choice({
      placeholder: 'name',
      brief: 'colours',
      choices: THEMES.map((word) =>
        word === 'page' ? { word, means: 'by the class "dark" of the page' } : word,
      ),
      otherwise: 'auto',
    }),
    title: valued({
      placeholder: 'text',
      brief: 'the heading',
      otherwise: 'the name of the file, and what is shown',
      parse: nonEmpty('a text'),
      complete: FREE,
    }),
    weights: weightsOption(
      'tree: how often calls are made, as the width of columns: a file that compile takes, or "server"',
    ),
    call: valued({
      placeholder: 'call',
      brief:
        'tree, graph and arcs: a call whose path is marked, such as "socket AF_UNIX"; plane: the call whose arguments are the axes',
      parse: asTyped,
      complete: CALL_NAMES,
    }),
    pipeline: pipelineOption(PIPELINE_NAMES, 'waterfall: the passes to run'),
    raw: RAW,
    ...WARNINGS,
  },
  examples: [
    {
      does: 'the search over the numbers of calls, and the path of one call',
      line: 'seccompile draw tree profile.json --call socket -o tree.svg',
    },
    {
      does: 'what changes, a strip for each ABI',
      line: 'seccompile draw barcode old.json new.json -o strip.svg',
    },
    { does: 'the tests as a graph for Graphviz', line: 'seccompile draw graph filter.bpf --format dot' },
  ],
  run: asking(draw, {
    forms: ['svg', 'dot', 'mermaid'],
    otherwise: 'svg',
    inputs: ({ file, weights }) => [...file.map(relativeArgument), weightsFile(weights)],
  }),
})
