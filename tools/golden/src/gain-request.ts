/* The command line of `pnpm gain`, and what it asks for. */
import { parseArgs } from 'node:util'
import { isPipelineName } from '@seccompile/compiler'
import type { PipelineName } from '@seccompile/compiler'
import type { AnyPass } from '@seccompile/pass'
import { didYouMean, quote } from '@seccompile/shape'
import type { PassPlace } from './edit-pipeline.ts'
import { pipelinePair, pipelinePassNames, PIPELINES } from './pipeline-pairs.ts'
import type { PipelinePair } from './pipeline-pairs.ts'

/** The help of the command. */
export const USAGE = `usage: pnpm gain PASS [--use FILE]... [--before NAME | --after NAME | --instead-of NAME]
                  [--pipeline NAME] [--only PATTERN] [--all] [--json]

The filters of the corpus with the pass and without it, in each named pipeline that has it.

  --use FILE         a module that exports passes of your own
  --before NAME      run the pass before the pass NAME, in each named pipeline that has NAME
  --after NAME       run it after NAME
  --instead-of NAME  run it in the place of NAME
  --pipeline NAME    measure in one named pipeline
  --only PATTERN     measure the filters whose names match this regular expression
  --all              also print a row for each filter that differs
  --json             print all figures as data
`

/** Bad usage. The message is printed unchanged, and the exit status is 2. */
export class GainError extends Error {
  override readonly name: string = 'GainError'
}

/** The typed words, parsed. */
export interface GainRequest {
  readonly pass: string
  readonly use: readonly string[]
  readonly place: PassPlace | undefined
  readonly pipelines: readonly PipelineName[]
  readonly only: RegExp
  readonly isAll: boolean
  readonly isJson: boolean
}

const OPTIONS = {
  use: { type: 'string', multiple: true, default: [] as string[] },
  before: { type: 'string' },
  after: { type: 'string' },
  'instead-of': { type: 'string' },
  pipeline: { type: 'string' },
  only: { type: 'string', default: '' },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

function parsed(
  argv: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0]! : String(error)
    throw new GainError(`${why}; "pnpm gain --help" lists the options`)
  }
}

const PLACES = ['before', 'after', 'instead-of'] as const satisfies readonly PassPlace['kind'][]

function placeOf(values: Readonly<Partial<Record<PassPlace['kind'], string>>>): PassPlace | undefined {
  const places = PLACES.flatMap((kind) => {
    const of = values[kind]
    return of === undefined ? [] : [{ kind, of }]
  })
  if (places.length > 1)
    throw new GainError(
      `${places.map(({ kind }) => `--${kind}`).join(' and ')}: a pass runs at one place; leave one out`,
    )
  return places[0]
}

function pipelinesOf(name: string | undefined): readonly PipelineName[] {
  if (name === undefined) return PIPELINES
  if (isPipelineName(name)) return [name]
  const known = `; known: ${PIPELINES.join(', ')}`
  throw new GainError(`--pipeline: unknown pipeline ${quote(name)}${didYouMean(name, PIPELINES, known)}`)
}

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text, 'u')
  } catch (error) {
    throw new GainError(`--only: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The request in `argv`, or `help`. @throws GainError where a word or an option is wrong */
export function gainRequest(argv: readonly string[]): GainRequest | 'help' {
  const { values, positionals } = parsed(argv)
  if (values.help) return 'help'
  const [pass, ...others] = positionals
  if (pass === undefined)
    throw new GainError('no pass; "pnpm gain PASS" names one, and "seccompile passes" lists them')
  if (others.length > 0)
    throw new GainError(`one pass is measured at a time; got ${positionals.map(quote).join(', ')}`)
  return {
    pass,
    use: values.use,
    place: placeOf(values),
    pipelines: pipelinesOf(values.pipeline),
    only: patternOf(values.only),
    isAll: values.all,
    isJson: values.json,
  }
}

/** The pass called `name`. @throws GainError where there is none */
export function passCalled(name: string, known: readonly AnyPass[]): AnyPass {
  const pass = known.find((one) => one.name === name)
  if (pass !== undefined) return pass
  const names = known.map((one) => one.name)
  throw new GainError(`unknown pass ${quote(name)}${didYouMean(name, names, `; known: ${names.join(', ')}`)}`)
}

/** Why no pipeline of the request has the pass, or the pass of the place. */
function whyAbsent(pass: AnyPass, { place, pipelines }: GainRequest, known: readonly AnyPass[]): string {
  const wanted = place?.of ?? pass.name
  const where =
    pipelines.length === 1 ? `the pipeline ${pipelines[0]!} has no pass` : 'no named pipeline has the pass'
  const none = `${where} ${quote(wanted)}`
  if (place === undefined)
    return `${none}; say where it runs: --before NAME, --after NAME or --instead-of NAME`
  if (!known.some(({ name }) => name === wanted))
    return `--${place.kind}: unknown pass ${quote(wanted)}${didYouMean(wanted, pipelinePassNames(), `; named pipelines have ${pipelinePassNames().join(', ')}`)}`
  return `--${place.kind}: ${none}; named pipelines have ${pipelinePassNames().join(', ')}`
}

/**
 * The pairs of the request, at least one.
 * @throws GainError where no pipeline has the pass, or none works with it or without it
 */
export function pairsOf(
  pass: AnyPass,
  request: GainRequest,
  known: readonly AnyPass[],
): readonly PipelinePair[] {
  const { place, pipelines } = request
  const pairs = pipelines.map((name) => pipelinePair(name, pass, place))
  if (pairs.some(({ kind }) => kind === 'pair')) return pairs
  const misfit = pairs.find((pair) => pair.kind === 'misfit')
  if (misfit === undefined) throw new GainError(whyAbsent(pass, request, known))
  if (place !== undefined)
    throw new GainError(
      `${pass.name} cannot run ${place.kind.replace('-', ' ')} ${place.of}: ${misfit.reason}`,
    )
  const leads = pass.from === pass.to ? 'is required' : `leads from ${pass.from} to ${pass.to}`
  throw new GainError(
    `no pipeline works without ${pass.name}, which ${leads}; "pnpm gain OTHER --instead-of ${pass.name}" compares another pass with it`,
  )
}
