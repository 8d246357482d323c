/*
 * Pictures of a filter, as SVG for the page: their colours follow the theme of the site.
 *
 * The kinds are those of the command `seccompile draw`, which takes them from `@seccompile/draw` too.
 */
import { KINDS, planeCalls } from '@seccompile/draw/kinds'
import type { DrawInput } from '@seccompile/draw/kinds'
import type { Filter } from '@seccompile/filter'
import { callNames, callWords, typedCallData } from '@seccompile/describe'
import type { PictureKind, PicturePart, ViewQuestion } from '../messages.ts'
import { tableOf } from './abi-tables.ts'
import type { ShownFilter } from './shown-filter.ts'
import { TextError } from './read-text.ts'

/** Most instructions of a filter that is drawn as a graph: a larger graph takes seconds, and nobody reads it. */
const MOST_IN_GRAPH = 400
/** The narrowest and the widest picture, in pixels. */
const NARROWEST = 640
const WIDEST = 1200

/** The titles of pictures that have none of their own. */
const TITLES: Readonly<Partial<Record<PictureKind, string>>> = {
  tree: 'The search over the number line',
  graph: 'The tests with shared tails',
  arcs: 'The listing with its jumps',
}

/** The source of a picture. */
export interface PictureSource {
  readonly subject: ShownFilter
  /** Lets newer questions in between long steps; throws where a newer question replaces the picture. */
  readonly pause: () => Promise<void>
  /** The most width of the picture, in pixels. */
  readonly width?: number | undefined
}

/** The filter of `subject`, which draws the program that the page shows. */
const drawnFilter = (name: string, { filter, program }: ShownFilter): Filter => ({
  ...filter,
  name,
  program: () => Promise.resolve(program),
})

function inputOf(
  id: string,
  filters: readonly [Filter, ...Filter[]],
  {
    subject: {
      filter: { abis },
      args,
      how,
    },
    pause,
    width = WIDEST,
  }: PictureSource,
): DrawInput {
  const { name, tables, verdict } = callNames(abis, args)
  return {
    filters,
    names: {
      call: name,
      arch: (arch) => tables(arch)[0]?.token,
      argument: args.word,
      verdict: (of, place = abis.map(({ token }) => token)) => verdict(of, place),
    },
    counts: undefined,
    format: 'svg',
    call: undefined,
    pipeline: how?.pipeline,
    raw: false,
    pause,
    picture: {
      theme: 'page',
      id: `pg-${id}`,
      width: Math.min(WIDEST, Math.max(NARROWEST, width)),
    },
  }
}

/** `call` where it names a call with readable arguments, and the name under which `--call` takes it. */
async function readableCall(
  call: string,
  { filter: { abis } }: ShownFilter,
): Promise<{ readonly text: string; readonly named: string } | undefined> {
  if (call.trim() === '') return undefined
  try {
    const words = await callWords(call, abis, tableOf)
    await typedCallData(words)
    return { text: call, named: words.abi.token === abis[0].token ? words.call : `${words.abi.token}:${words.call}` }
  } catch (error) {
    if ((error as Error).name !== 'PolicyError') throw error
    return undefined // a call that is still being typed: the emulator says what is wrong
  }
} // prettier-ignore

/** The plane of a call. */
async function planeOf(question: ViewQuestion, source: PictureSource): Promise<PicturePart> {
  const { subject, pause } = source
  const filter = drawnFilter('this filter', subject)
  const planes = planeCalls(filter)
  await pause()
  const typed = await readableCall(question.call ?? '', subject)
  const plane = [question.plane, typed?.named].find((each) => planes.includes(each ?? '')) ?? planes[0]
  if (plane === undefined)
    return {
      part: 'picture',
      name: 'plane',
      svg: '',
      why: 'There is no plane to draw: the filter tests two arguments of no call.',
    }
  const input = inputOf('plane', [filter], source)
  const call = typed?.named === plane ? typed.text : plane
  return { part: 'picture', name: 'plane', svg: await drawn('plane', { ...input, call }), planes, plane }
}

const drawn = (name: PictureKind, input: DrawInput): Promise<string> =>
  KINDS.find((kind) => kind.name === name)!.draw(input) // the command has every kind

/**
 * The picture of the filter that `question` requests. @throws TextError, DrawError where the filter has no picture of
 * that kind
 */
export async function pictureOf(
  name: PictureKind,
  question: ViewQuestion,
  source: PictureSource,
): Promise<PicturePart> {
  if (name === 'plane') return planeOf(question, source)
  const { subject } = source
  const { length } = subject.program
  if (name === 'graph' && length > MOST_IN_GRAPH)
    throw new TextError(
      `the filter has ${length} instructions; the graph of more than ${MOST_IN_GRAPH} is not drawn here`,
    )
  const input = inputOf(name, [drawnFilter('this filter', subject)], source)
  const isLit = KINDS.find((kind) => kind.name === name)?.takes?.includes('call') === true
  const call = isLit ? await readableCall(question.call ?? '', subject) : undefined
  const picture = { ...input.picture, title: TITLES[name] }
  return { part: 'picture', name, svg: await drawn(name, { ...input, call: call?.text, picture }) }
}

/** The barcodes of two filters with the changes; `undefined` where the picture would be too large. */
export async function differencePicture(
  other: ShownFilter,
  source: PictureSource,
): Promise<string | undefined> {
  const sides = [drawnFilter('A', source.subject), drawnFilter('B', other)] as const
  try {
    return await drawn('barcode', inputOf('difference', sides, source))
  } catch (error) {
    if ((error as Error).name !== 'DrawError') throw error
    return undefined
  }
}
