/*
 * The size and the mean cost of an IR after each pass of a pipeline, from the top down. Ranges, nodes and instructions
 * are different things, so a change is said only between passes of one level; a line parts the levels.
 */
import type { Level } from '@seccompile/pass'
import { expectList, expectObject } from '@seccompile/shape'
import { heading, titled } from '../chart/heading.ts'
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
  /** The name of the pass; `rules` for what the pipeline begins with. */
  readonly pass: string
  readonly level: Level
  /** Ranges, nodes or instructions. */
  readonly size: number
  /** Instructions that a call executes on average, where that is known. */
  readonly mean?: number | undefined
}

/** What the picture of a pipeline takes. */
export interface WaterfallOptions extends FilterPictureOptions {
  /** The width of the picture in pixels; 1000 if left out. */
  readonly width?: number | undefined
}

const MARGIN = 20
const NAME = 170
const ROW = 26
const BAR = 16
const TEXT = 150
const MOST_STAGES = 60

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

/** A change with its sign: `−12`, `+3`; nothing where there is none. */
const changeText = (change: number, places: number): string => {
  const text = fixed(Math.abs(change), places)
  if (text === '0') return ''
  return ` (${change < 0 ? '−' : '+'}${text})`
}

/**
 * The first stages and the last one: what comes out of a pipeline matters most.
 */
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

/** `fact` as the heading, or what the picture shows where the fact is wider than `room`. */
function headingText(options: WaterfallOptions, fact: string, room: number): string {
  const long = titled(options, fact)
  return textWidth(long, 16, 'bold') <= room ? long : titled(options, 'size and cost after each pass')
}

/**
 * Size and mean cost after each pass, as SVG. Where there are more than sixty stages, the middle ones are counted only.
 * @throws TypeError for a wrong option; RangeError for a size or mean that is not finite
 */
export function drawWaterfall(stages: readonly WaterfallStage[], options: WaterfallOptions = {}): string {
  expectList(stages, 'stages', 'size')
  expectObject(options, 'options')
  const width = options.width ?? 1000
  const left = MARGIN + NAME
  const hasMeans = stages.some(({ mean }) => mean !== undefined)
  const room = width - left - MARGIN
  const half = hasMeans ? Math.floor(room * 0.55) : room
  const sizes = { from: left, room: half, most: Math.max(0, ...stages.map(({ size }) => size)) }
  const means = {
    from: left + half,
    room: room - half,
    most: Math.max(0, ...stages.map(({ mean = 0 }) => mean)),
  }
  const top = 58
  const body: SvgElement[] = []
  let y = top + 8
  let before: WaterfallStage | undefined
  for (const stage of shownStages(stages)) {
    if ('leftOut' in stage) {
      body.push(el('text', { class: 'dim', x: MARGIN, y: y + 16 }, leftOutOf(stage)))
      y += ROW
      before = undefined
      continue
    }
    const { pass, level, size, mean } = stage
    if (before !== undefined && before.level !== level) {
      body.push(el('line', { class: 'line', x1: MARGIN, x2: width - MARGIN, y1: y + 3, y2: y + 3 }))
      y += 6
    }
    const isSame = before?.level === level
    const unit = UNITS[level][size === 1 ? 0 : 1]
    const sizeText = `${grouped(size)} ${unit}${isSame ? changeText(size - before!.size, 0) : ''}`
    body.push(
      el(
        'text',
        { class: 'code', x: MARGIN, y: y + 16, 'font-size': 12 },
        fitted(pass, NAME - 8, 12, 'code') ?? '',
      ),
      ...bar(y, size, COLOURS[level], sizeText, sizes),
    )
    if (mean !== undefined) {
      const last = isSame ? before?.mean : undefined
      const meanText = `${fixed(mean)}${last === undefined ? '' : changeText(mean - last, 2)}`
      body.push(...bar(y, mean, COLOURS[level], meanText, means))
    }
    before = stage
    y += ROW
  }
  const last = stages.at(-1)
  const first = stages[0]
  const end =
    last === undefined
      ? 'no passes'
      : `${counted(last.size, ...UNITS[last.level])}${last.mean === undefined ? '' : `, ${fixed(last.mean)} executed per call`}`
  const fact =
    first === undefined
      ? 'a pipeline without passes'
      : `${end} after ${last!.pass}, from ${counted(first.size, ...UNITS[first.level])}`
  const heads = [
    el('text', { class: 'dim', x: MARGIN, y: top, 'font-size': 11 }, 'after the pass'),
    el('text', { class: 'dim', x: sizes.from, y: top, 'font-size': 11 }, 'size'),
    ...(hasMeans
      ? [
          el(
            'text',
            { class: 'dim', x: means.from, y: top, 'font-size': 11 },
            'instructions executed per call, on average',
          ),
        ]
      : []),
  ]
  return render(
    {
      title: options.title ?? titled(options, fact),
      description: `Size after each pass: ${shownStages(stages)
        .map((stage) =>
          'leftOut' in stage
            ? leftOutOf(stage)
            : `${stage.pass} ${counted(stage.size, ...UNITS[stage.level])}`,
        )
        .join(', ')}.`,
      width,
      height: y + 18,
      body: [
        heading(options.title ?? headingText(options, fact, room + NAME), MARGIN, width - 2 * MARGIN),
        ...heads,
        el('line', { class: 'line', x1: MARGIN, x2: width - MARGIN, y1: top + 6, y2: top + 6 }),
        ...body,
      ],
    },
    options,
  )
}
