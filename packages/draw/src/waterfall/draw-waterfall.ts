/*
 * The size and the mean cost of an IR after each pass of a pipeline, from the top down. Ranges, nodes and
 * instructions cannot be compared, so each level has a panel of its own, with one unit and one scale, and a change is shown
 * only between passes of one level.
 */
import type { Level } from '@seccompile/pass'
import { expectList, expectObject } from '@seccompile/shape'
import { fittedHeading, heading, titled } from '../chart/heading.ts'
import type { FilterPictureOptions } from '../chart/heading.ts'
import { linearScale } from '../chart/scale.ts'
import { render } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed, grouped } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import type { SeriesName } from '../picture/theme.ts'

/** An IR after a pass. */
export interface WaterfallStage {
  /** The name of the pass; `rules` for the input of the pipeline. */
  readonly pass: string
  readonly level: Level
  /** Ranges, nodes or instructions. */
  readonly size: number
  /** Instructions that a call executes on average, if that is known. */
  readonly mean?: number | undefined
}

/** The options of the picture of a pipeline. */
export interface WaterfallOptions extends FilterPictureOptions {
  /** The width of the picture in pixels; 1000 by default. */
  readonly width?: number | undefined
}

const MARGIN = 20
const NAME = 170
const ROW = 26
const BAR = 16
const TEXT = 150
const MOST_STAGES = 60
/** What the picture is about, where its fact has no room. */
const SUBJECT = 'size and cost after each pass'
/** The height of the head of a panel. */
const PANEL_HEAD = 22

const UNITS: Readonly<Record<Level, readonly [one: string, many: string]>> = {
  rules: ['range', 'ranges'],
  decision: ['node', 'nodes'],
  program: ['instruction', 'instructions'],
}
const COLOURS: Readonly<Record<Level, SeriesName>> = {
  rules: 'series4',
  decision: 'series1',
  program: 'series0',
}

/** A change with its sign: `−12`, `+3`; empty for no change. */
const changeText = (change: number, places: number): string => {
  const text = fixed(Math.abs(change), places)
  if (text === '0') return ''
  return ` (${change < 0 ? '−' : '+'}${text})`
}

/** The first stages and the last one: the result of a pipeline matters most. */
function shownStages(stages: readonly WaterfallStage[]): readonly (WaterfallStage | { readonly leftOut: number })[] {
  if (stages.length <= MOST_STAGES) return stages
  const first = stages.slice(0, MOST_STAGES - 1)
  return [...first, { leftOut: stages.length - MOST_STAGES }, stages.at(-1)!]
} // prettier-ignore

const leftOutOf = ({ leftOut }: { readonly leftOut: number }): string =>
  `${counted(leftOut, 'pass', 'passes')} not shown`

interface Bars {
  readonly from: number
  readonly room: number
  readonly most: number
}

function bar(
  y: number,
  value: number,
  colour: SeriesName,
  text: string,
  { from, room, most }: Bars,
): readonly SvgElement[] {
  const scale = linearScale([0, Math.max(most, 1e-9)], [0, room - TEXT])
  const width = Math.max(1, scale.at(value))
  return [
    el('rect', { class: colour, x: from, y: y + 4, width, height: BAR, rx: 1 }),
    el('text', { x: from + width + 6, y: y + 16, 'font-size': 11 }, fitted(text, room - width - 6, 11) ?? ''),
  ]
}

/** The two columns of bars. */
interface WaterfallColumns {
  /** The bars of sizes, by level: each level has its own scale. */
  readonly sizes: Readonly<Record<Level, Bars>>
  readonly means: Bars
  readonly hasMeans: boolean
}

function columnsOf(stages: readonly WaterfallStage[], width: number): WaterfallColumns {
  const left = MARGIN + NAME
  const hasMeans = stages.some(({ mean }) => mean !== undefined)
  const room = width - left - MARGIN
  const half = hasMeans ? Math.floor(room * 0.55) : room
  const sizesOf = (wanted: Level): Bars => {
    const sizes = stages.flatMap(({ level, size }) => (level === wanted ? [size] : []))
    return { from: left, room: half, most: Math.max(0, ...sizes) }
  }
  return {
    sizes: { rules: sizesOf('rules'), decision: sizesOf('decision'), program: sizesOf('program') },
    means: { from: left + half, room: room - half, most: Math.max(0, ...stages.map(({ mean = 0 }) => mean)) },
    hasMeans,
  }
}

/** The name and the bars of a stage; `before` is the stage above it, if that stage is shown. */
function stageRow(
  { pass, level, size, mean }: WaterfallStage,
  before: WaterfallStage | undefined,
  y: number,
  { sizes, means }: WaterfallColumns,
): readonly SvgElement[] {
  const isSame = before?.level === level
  const unit = UNITS[level][size === 1 ? 0 : 1]
  const sizeText = `${grouped(size)} ${unit}${isSame ? changeText(size - before.size, 0) : ''}`
  const last = isSame ? before?.mean : undefined
  const row = [
    el(
      'text',
      { class: 'code', x: MARGIN, y: y + 16, 'font-size': 12 },
      fitted(pass, NAME - 8, 12, 'code') ?? '',
    ),
    ...bar(y, size, COLOURS[level], sizeText, sizes[level]),
  ]
  if (mean === undefined) return row
  const meanText = `${fixed(mean)}${last === undefined ? '' : changeText(mean - last, 2)}`
  return [...row, ...bar(y, mean, COLOURS[level], meanText, means)]
}

/** The rows from `top` on, and their lower end. Each level has a panel. */
function stageRows(
  stages: readonly WaterfallStage[],
  top: number,
  width: number,
  columns: WaterfallColumns,
): { readonly body: readonly SvgElement[]; readonly end: number } {
  const body: SvgElement[] = []
  let y = top
  let before: WaterfallStage | undefined
  let panel: Level | undefined
  for (const stage of shownStages(stages)) {
    if ('leftOut' in stage) {
      body.push(el('text', { class: 'dim', x: MARGIN, y: y + 16 }, leftOutOf(stage)))
      before = undefined
    } else {
      if (stage.level !== panel) {
        if (panel !== undefined)
          body.push(el('line', { class: 'line', x1: MARGIN, x2: width - MARGIN, y1: y + 3, y2: y + 3 }))
        const unit = `in ${UNITS[stage.level][1]}`
        body.push(
          el(
            'text',
            { class: 'dim', x: columns.sizes[stage.level].from, y: y + PANEL_HEAD - 4, 'font-size': 11 },
            unit,
          ),
        )
        y += PANEL_HEAD
        panel = stage.level
      }
      body.push(...stageRow(stage, before, y, columns))
      before = stage
    }
    y += ROW
  }
  return { body, end: y }
}

/** The size at the end of the pipeline, and at its beginning. */
function factOf(stages: readonly WaterfallStage[]): string {
  const [first] = stages
  const last = stages.at(-1)
  if (first === undefined || last === undefined) return 'a pipeline without passes'
  const mean = last.mean === undefined ? '' : `, ${fixed(last.mean)} executed per call`
  const end = `${counted(last.size, ...UNITS[last.level])}${mean}`
  return `${end} after ${last.pass}, from ${counted(first.size, ...UNITS[first.level])}`
}

/** The heads of the column of means, the longest first. */
const MEAN_HEADS = ['instructions executed per call, on average', 'executed per call, mean'] as const

function heads({ sizes, means, hasMeans }: WaterfallColumns, y: number): readonly SvgElement[] {
  const head = (x: number, text: string): SvgElement =>
    el('text', { class: 'dim', x, y, 'font-size': 11 }, text)
  const fits = (text: string): boolean => textWidth(text, 11) <= means.room
  return [
    head(MARGIN, 'after the pass'),
    head(sizes.rules.from, 'size, each unit on its own scale'),
    ...(hasMeans ? [head(means.from, MEAN_HEADS.find(fits) ?? MEAN_HEADS[1])] : []),
  ]
}

const stageText = (stage: WaterfallStage | { readonly leftOut: number }): string =>
  'leftOut' in stage ? leftOutOf(stage) : `${stage.pass} ${counted(stage.size, ...UNITS[stage.level])}`

/**
 * Size and mean cost after each pass, as SVG. Of more than sixty stages, those in the middle are only counted.
 * @throws TypeError for a wrong option; RangeError for a size or mean that is not finite
 */
export function drawWaterfall(stages: readonly WaterfallStage[], options: WaterfallOptions = {}): string {
  expectList(stages, 'stages', 'size')
  expectObject(options, 'options')
  const width = options.width ?? 1000
  const top = 58
  const room = width - 2 * MARGIN
  const columns = columnsOf(stages, width)
  const { body, end } = stageRows(stages, top + 8, width, columns)
  const fact = factOf(stages)
  return render(
    {
      title: options.title ?? titled(options, fact),
      description: `Size after each pass: ${shownStages(stages).map(stageText).join(', ')}.`,
      width,
      height: end + 18,
      body: [
        heading(options.title ?? fittedHeading(options, [fact, SUBJECT], room), MARGIN, room),
        ...heads(columns, top),
        el('line', { class: 'line', x1: MARGIN, x2: width - MARGIN, y1: top + 6, y2: top + 6 }),
        ...body,
      ],
    },
    options,
  )
}
