/*
 * The cost of each call under several programs: a line for each program, with its calls from the cheapest to the most
 * expensive.
 *
 * Every line is sorted by itself, so a place on the axis is not one call. The area under a line is the sum over all
 * calls, and the height at its right end is the worst call. Where the dearest call costs more than ten times the cheapest,
 * the axis is logarithmic: on a linear one, the filters that matter would be one flat line. The lines also differ in their dashes, and each has its
 * name at its end, so a reader does not need the colours.
 */
import { expectList, expectObject } from '@seccompile/shape'
import { axisBottom, axisLeft } from '../chart/axis.ts'
import { heading } from '../chart/heading.ts'
import { linearScale, logScale, logTicks, ticks } from '../chart/scale.ts'
import type { Scale } from '../chart/scale.ts'
import { spread } from '../chart/spread.ts'
import { bounded, leftOutText } from '../picture/bounded.ts'
import { render } from '../picture/picture.ts'
import type { PictureOptions } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, fixed, grouped } from '../svg/fixed.ts'
import { fitted } from '../svg/text-width.ts'
import { SERIES } from '../picture/theme.ts'
import type { SeriesName } from '../picture/theme.ts'

/** The cost of one call: `CallCost` of `@seccompile/compiler` is one. */
export interface DrawnCost {
  readonly name: string
  /** Executed instructions, including the return. */
  readonly steps: number
}

/** A program with the cost of its calls. */
export interface CostSeries {
  /** The name of the program in the picture: `libseccomp, tree`. */
  readonly name: string
  /** The calls to draw, in any order: for example, the calls that the program allows. */
  readonly calls: readonly DrawnCost[]
}

/** The options of the picture of costs. */
export interface CostPictureOptions extends PictureOptions {
  /** The ABI of the calls, for the text of the axis. */
  readonly abi?: string | undefined
  /** The width of the picture in pixels; 1000 by default. */
  readonly width?: number | undefined
}

const LEFT = 60
const TOP = 84
const PLOT_HEIGHT = 320
const BOTTOM = TOP + PLOT_HEIGHT
const NAMES_WIDTH = 280
const NAME_LINE = 34
/** Most calls of a line; no ABI has as many. */
const MOST_CALLS = 4096
/** The largest ratio of the dearest to the cheapest call that a linear axis shows. */
const LARGEST_LINEAR = 10

/** The dashes of each line, different for all lines; the first line is thick. */
const DASHES: Readonly<Record<SeriesName, string | undefined>> = {
  series0: undefined,
  series1: '8 4',
  series2: '2 3',
  series3: '12 3 2 3',
  series4: '4 2',
  series5: '16 6',
}

interface CostLine {
  readonly name: string
  readonly colour: SeriesName
  readonly steps: readonly number[]
  readonly mean: number
  /** `at most 23`. */
  readonly most: string
  /** The name of the most expensive call, or the number of such calls. */
  readonly dearest: string
}

function lineOf({ name, calls }: CostSeries, i: number): CostLine {
  const sorted = calls
    .slice(0, MOST_CALLS)
    .toSorted((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : Number(a.name > b.name)))
  const steps = sorted.map((call) => call.steps)
  const last = sorted.at(-1)
  const equal = steps.filter((each) => each === last?.steps).length
  return {
    name,
    colour: SERIES[i]!,
    steps,
    mean: steps.length === 0 ? 0 : steps.reduce((sum, each) => sum + each, 0) / steps.length,
    most: last === undefined ? 'no calls' : `at most ${grouped(last.steps)}`,
    dearest: last === undefined ? '' : ` (${equal === 1 ? last.name : counted(equal, 'call')})`,
  }
}

/** `mean` with one decimal, or with two if it is small. */
const meanText = (mean: number): string => fixed(mean, mean < 100 ? 2 : 1)

/** The place of the plot, and the scales of its axes. */
interface CostPlot {
  readonly x: Scale
  readonly y: Scale
  readonly isLogarithmic: boolean
  /** The values of the left axis. */
  readonly marks: readonly number[]
  /** The right end of the plot, in pixels. */
  readonly right: number
}

function plotOf(lines: readonly CostLine[], width: number): CostPlot {
  const most = Math.max(1, ...lines.flatMap(({ steps }) => steps.slice(-1)))
  const count = Math.max(1, ...lines.map(({ steps }) => steps.length))
  const right = width - NAMES_WIDTH - 30
  const x = linearScale([0, count], [LEFT, right])
  const least = Math.max(1, Math.min(most, ...lines.flatMap(({ steps }) => steps.slice(0, 1))))
  if (most / least > LARGEST_LINEAR) {
    const marks = logTicks(least, most)
    return { x, y: logScale([marks[0]!, marks.at(-1)!], [BOTTOM, TOP]), isLogarithmic: true, marks, right }
  }
  const high = ticks(0, most, 5)
  const step = (high[1] ?? most) - high[0]!
  const end = Math.ceil(most / step) * step
  return { x, y: linearScale([0, end], [BOTTOM, TOP]), isLogarithmic: false, marks: ticks(0, end), right }
}

/** The line of a program as steps, with the text beside it as its title; empty for a program without calls. */
function stepLine(line: CostLine, i: number, { x, y }: CostPlot): readonly SvgElement[] {
  let d = ''
  for (const [at, steps] of line.steps.entries()) {
    if (at === 0) d += `M${fixed(x.at(0))} ${fixed(y.at(steps))}`
    else if (steps !== line.steps[at - 1]) d += `H${fixed(x.at(at))}V${fixed(y.at(steps))}`
  }
  if (d === '') return []
  d += `H${fixed(x.at(line.steps.length))}`
  const words = `${line.name}: ${meanText(line.mean)} on average, ${line.most}${line.dearest}`
  return [el('path', { ...lineLook(line, i), d }, el('title', {}, words))]
}

const lineLook = ({ colour }: CostLine, i: number) => ({
  class: `${colour}-line`,
  'stroke-width': i === 0 ? 3.5 : 2,
  'stroke-dasharray': DASHES[colour],
})

/** The name of a line and its mean, at the height `at`, with a sample of the line. */
function nameOfLine(line: CostLine, i: number, at: number, { x, y, right }: CostPlot): SvgElement {
  const room = NAMES_WIDTH - 52
  const end = { x: x.at(line.steps.length), y: y.at(line.steps.at(-1) ?? 0) }
  const from = right + 12
  const lead = `M${fixed(end.x)} ${fixed(end.y)}L${fixed(from)} ${fixed(at - 4)}`
  return el(
    'g',
    {},
    // A lead from the end of a line to its name, if the line ends at the right. Dashes identify the other lines.
    ...(end.x < right - 8 ? [] : [el('path', { class: 'line', d: lead })]),
    el('line', { ...lineLook(line, i), x1: from, x2: from + 26, y1: at - 4, y2: at - 4 }),
    el(
      'text',
      { class: line.colour, x: from + 34, y: at, 'font-weight': '600', 'font-size': 13 },
      fitted(line.name, room, 13, 'bold') ?? '',
    ),
    el(
      'text',
      { class: 'dim', x: from + 34, y: at + 15, 'font-size': 11 },
      fitted(`${meanText(line.mean)} on average, ${line.most}`, room, 11) ?? '',
    ),
  )
}

/** The names of all lines, at heights that keep them apart. */
function lineNames(lines: readonly CostLine[], plot: CostPlot): readonly SvgElement[] {
  const heights = spread(
    lines.map(({ steps }) => plot.y.at(steps.at(-1) ?? 0)),
    NAME_LINE,
    BOTTOM,
  )
  return lines.map((line, i) => nameOfLine(line, i, heights[i]!, plot))
}

function titleOf(lines: readonly CostLine[]): string {
  if (lines.length === 0) return 'Instructions executed per call: no programs'
  const means = lines.map(({ name, mean }) => `${meanText(mean)} with ${name}`)
  return `Instructions executed per call, on average: ${means.join('; ')}`
}

/**
 * The cost of each call under several programs, as SVG. The programs are drawn in their order, at most six; the first
 * is the subject of the picture.
 * @throws TypeError for a wrong option; RangeError for a cost that is not finite
 */
export function drawCost(programs: readonly CostSeries[], options: CostPictureOptions = {}): string {
  expectList(programs, 'programs')
  expectObject(options, 'options')
  const width = options.width ?? 1000
  const { shown, leftOut } = bounded(programs, SERIES.length)
  const lines = shown.map(lineOf)
  const plot = plotOf(lines, width)
  const drawn = lines.flatMap((line, i) => stepLine(line, i, plot))
  const hidden = leftOutText(leftOut, 'program')
  const height = BOTTOM + (hidden === undefined ? 56 : 76)
  return render(
    {
      title: options.title ?? titleOf(lines),
      description: `${lines.map((line) => `${line.name}: ${counted(line.steps.length, 'call')}, ${meanText(line.mean)} instructions on average, ${line.most}${line.dearest}`).join('. ')}.${hidden === undefined ? '' : ` ${hidden}.`}`,
      width,
      height,
      body: [
        heading(options.title ?? 'Instructions executed per call', LEFT, width - LEFT - 20),
        axisLeft(LEFT, {
          scale: plot.y,
          label: plot.isLogarithmic ? 'instructions, on a logarithmic scale' : 'instructions',
          grid: plot.right - LEFT,
          ticks: plot.marks.map((value) => ({ value, text: grouped(value) })),
        }),
        axisBottom(BOTTOM, {
          scale: plot.x,
          label: `calls${options.abi === undefined ? '' : ` of ${options.abi}`}, from the cheapest to the dearest of each program`,
        }),
        ...drawn.toReversed(), // the subject lies on top
        ...lineNames(lines, plot),
        ...(hidden === undefined ? [] : [el('text', { class: 'dim', x: LEFT, y: height - 14 }, hidden)]),
      ],
    },
    options,
  )
}
