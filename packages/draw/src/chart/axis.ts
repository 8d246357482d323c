import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { grouped } from '../svg/fixed.ts'
import { textWidth } from '../svg/text-width.ts'
import { ticks as roundTicks } from './scale.ts'
import type { Scale } from './scale.ts'

/** A value of an axis with its text. */
export interface Tick {
  readonly value: number
  readonly text: string
}

/** The size of the letters of a label, which is that of a picture. */
const LABEL_SIZE = 12

/** An axis. */
export interface AxisOptions {
  readonly scale: Scale
  /** The ticks; round whole values by default. */
  readonly ticks?: readonly Tick[]
  /** The name of the measured value. */
  readonly label?: string
  /** The length of a line from each tick across the chart; no line by default. */
  readonly grid?: number
}

const ticksOf = ({ scale, ticks }: AxisOptions): readonly Tick[] =>
  ticks ?? roundTicks(...scale.domain).map((value) => ({ value, text: grouped(value) }))

/** A horizontal axis at `y`, with its texts below. A text that would touch the text before it is left out. */
export function axisBottom(y: number, options: AxisOptions): SvgElement {
  const { scale, label, grid } = options
  const [from, to] = scale.range
  let free = -Infinity
  const parts = ticksOf(options).flatMap(({ value, text }): readonly SvgElement[] => {
    const x = scale.at(value)
    const half = textWidth(text, 11) / 2
    const line = el('line', { class: 'line', x1: x, x2: x, y1: grid === undefined ? y : y - grid, y2: y + 4 })
    if (x - half < free) return [line]
    free = x + half + 4
    return [line, el('text', { class: 'dim', x, y: y + 16, 'text-anchor': 'middle', 'font-size': 11 }, text)]
  })
  // A long label of a short axis begins at the left end of the picture.
  const middle = Math.max((from + to) / 2, textWidth(label ?? '', LABEL_SIZE) / 2 + 4)
  const name =
    label === undefined
      ? []
      : [el('text', { class: 'dim', x: middle, y: y + 32, 'text-anchor': 'middle' }, label)]
  return el('g', {}, el('line', { class: 'line', x1: from, x2: to, y1: y, y2: y }), ...parts, ...name)
}

/** A vertical axis at `x`, with its texts to the left and its label above. */
export function axisLeft(x: number, options: AxisOptions): SvgElement {
  const { scale, label, grid = 0 } = options
  const [from, to] = scale.range
  const parts = ticksOf(options).flatMap(({ value, text }) => {
    const y = scale.at(value)
    return [
      el('line', { class: 'line', x1: x - 4, x2: x + grid, y1: y, y2: y }),
      el('text', { class: 'dim', x: x - 7, y: y + 4, 'text-anchor': 'end', 'font-size': 11 }, text),
    ]
  })
  const name = label === undefined ? [] : [el('text', { class: 'dim', x, y: Math.min(from, to) - 10 }, label)]
  return el('g', {}, el('line', { class: 'line', x1: x, x2: x, y1: from, y2: to }), ...parts, ...name)
}
