/*
 * A filter as a barcode: for each ABI a strip over the numbers of its calls. For two filters, the second strip is the
 * mirror image of the first, and the row between them marks the calls that change.
 */
import { letsRun } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { Direction } from '@seccompile/prover'
import { expectList, expectObject } from '@seccompile/shape'
import { bounded, leftOutText } from '../picture/bounded.ts'
import { heading, titled } from '../chart/heading.ts'
import type { FilterPictureOptions } from '../chart/heading.ts'
import { legend, toneEntry, verdictEntries } from '../chart/legend.ts'
import { listed, paragraph, wrapped } from '../chart/paragraph.ts'
import { numberText } from '../picture/names.ts'
import type { Names } from '../picture/names.ts'
import { render } from '../picture/picture.ts'
import { el } from '../svg/element.ts'
import type { SvgElement } from '../svg/element.ts'
import { counted, grouped } from '../svg/fixed.ts'
import { fitted, textWidth } from '../svg/text-width.ts'
import { columnsOf } from './columns.ts'
import type { Columns } from './columns.ts'
import { callTitles, strip, verdictsText } from './strip.ts'
import type { BarcodeCall } from './strip.ts'

/** The calls of one ABI under one filter. */
export interface BarcodeAbi {
  readonly abi: string
  readonly calls: readonly BarcodeCall[]
}

/** A call under two filters. */
export interface ComparedCall {
  readonly name: string
  readonly nr: number
  /** The verdicts that its arguments can lead to under the first filter. */
  readonly before: readonly Verdict[]
  readonly after: readonly Verdict[]
  /** The directions of the change, for some arguments at least; empty if the verdict stays for all arguments. */
  readonly directions: readonly Direction[]
}

/** The calls of one ABI under two filters. */
export interface ComparedAbi {
  readonly abi: string
  readonly calls: readonly ComparedCall[]
}

/** Two filters. */
export interface BarcodeComparison {
  /** The name of the first filter: `old.json`. */
  readonly before: string
  readonly after: string
  /** The part of the difference that is shown, for the heading: `only weaker`; all of it if absent or empty. */
  readonly part?: string | undefined
  readonly abis: readonly ComparedAbi[]
}

/** The options of the picture of a barcode. */
export interface BarcodeOptions extends FilterPictureOptions {
  /** The width of the picture in pixels; 1200 by default. */
  readonly width?: number | undefined
}

const WHAT = 'the verdict of each call'
const NOTE =
  'A bar for each call, by number. The more a verdict lets a call do, the taller its bar. A marked end: the arguments decide.'

const MARGIN = 20
const MOST_ABIS = 8
const STRIP = 64
const CHANGES = 22
const MOST_NAMES = 60
/** The distance between two texts of the axis, in numbers. */
const TICK = 50

/** The axis of a strip: texts at round numbers, and a mark at each break. */
function axis(columns: Columns<{ readonly nr: number }>, x: number, y: number, column: number): SvgElement {
  const base = (columns.placed[0]?.call.nr ?? 0) >= 0x4000_0000 ? 0x4000_0000 : 0
  const texts: SvgElement[] = []
  let free = -Infinity
  let due = 0
  for (const { call, column: at } of columns.placed) {
    const nr = call.nr - base
    if (texts.length > 0 && nr < due) continue
    const text = base === 0 ? numberText(nr) : `x32 ${nr}`
    const left = x + at * column
    if (left < free) continue
    texts.push(
      el('line', { class: 'edge', x1: left + column / 2, x2: left + column / 2, y1: y, y2: y + 4 }),
      el('text', { class: 'dim', x: left, y: y + 15, 'font-size': 10 }, text),
    )
    free = left + textWidth(text, 10) + 8
    due = (Math.floor(nr / TICK) + 1) * TICK
  }
  const breaks = columns.breaks.map((at) =>
    el('text', { class: 'dim', x: x + at * column, y: y - 3, 'text-anchor': 'middle', 'font-size': 11 }, '…'),
  )
  return el('g', {}, ...texts, ...breaks)
}

/** `306 of 369 calls run whatever their arguments, 11 by their arguments`. */
function countText(all: readonly (readonly Verdict[])[]): string {
  const always = all.filter((verdicts) => verdicts.length > 0 && verdicts.every(letsRun)).length
  const some = all.filter((verdicts) => verdicts.some(letsRun)).length - always
  const depending = some === 0 ? '' : `, ${grouped(some)} depending on arguments`
  return `${grouped(always)} of ${counted(all.length, 'call')} ${always === 1 ? 'runs' : 'run'} whatever the arguments${depending}`
}

const rowText = (text: string, y: number, width: number, className?: string): SvgElement =>
  el('text', { class: className, x: MARGIN, y, 'font-weight': className === undefined ? '600' : undefined, 'font-size': 12 }, fitted(text, width - 2 * MARGIN, 12, className === undefined ? 'bold' : 'prose') ?? '') // prettier-ignore

const columnWidth = (columns: readonly Columns<unknown>[], width: number): number =>
  Math.min(24, (width - 2 * MARGIN) / Math.max(1, ...columns.map(({ count }) => count)))

/** The entries of a legend of the verdicts of calls. */
function entriesOf(all: readonly (readonly Verdict[])[], names: Names): ReturnType<typeof verdictEntries> {
  const single = all.filter(([first, ...rest]) => first !== undefined && rest.every((one) => one === first))
  const depends = single.length === all.length ? [] : [toneEntry('DEPENDS')]
  return [
    ...verdictEntries(
      single.map(([first]) => first!),
      names,
    ),
    ...depends,
  ]
}

/** Most names of a line below a strip. */
const MOST_BELOW = 40

/**
 * The names of the calls of an ABI by their verdicts, in lines of `room` pixels; the largest group, which the strip shows best,
 * has no names. A line that is in `said`, for another ABI, is left out.
 */
function namesBelow(calls: readonly BarcodeCall[], textOf: (verdicts: readonly Verdict[]) => string, room: number, said: ReadonlySet<string>): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const { name, verdicts } of calls) {
    const isOne = verdicts.every((verdict) => verdict === verdicts[0])
    const text = isOne ? textOf(verdicts) : toneEntry('DEPENDS').text
    groups.set(text, [...(groups.get(text) ?? []), name])
  }
  const bySize = [...groups].toSorted(([, a], [, b]) => a.length - b.length)
  return bySize
    .slice(0, -1)
    .map(([text, names]) => wrapped([`${text}:`, ...listed(names, MOST_BELOW)], room))
    .filter((lines) => !said.has(lines.join(' ')))
} // prettier-ignore

/**
 * The verdicts of a filter on each call, as SVG: a strip for each ABI, at most eight, with the names of the calls below it.
 * @throws TypeError for a wrong option
 */
export function drawBarcode(abis: readonly BarcodeAbi[], options: BarcodeOptions = {}): string {
  expectList(abis, 'abis', 'calls')
  expectObject(options, 'options')
  const { names = {}, width = 1200 } = options
  const { shown, leftOut } = bounded(abis, MOST_ABIS)
  const placed = shown.map(({ calls }) => columnsOf(calls))
  const column = columnWidth(placed, width)
  const key = legend(
    entriesOf(
      shown.flatMap(({ calls }) => calls.map(({ verdicts }) => verdicts)),
      names,
    ),
    MARGIN,
    46,
    width - 2 * MARGIN,
  )
  const room = width - 2 * MARGIN
  const noted = paragraph(wrapped(NOTE.split(' '), room), MARGIN, 46 + key.height, 'dim')
  let y = 46 + key.height + noted.height + 20
  const said = new Set<string>()
  const facts = shown.map(({ abi, calls }) => `${abi}: ${countText(calls.map(({ verdicts }) => verdicts))}`)
  const strips = placed.flatMap((columns, i) => {
    const top = y + 8
    const textOf = (verdicts: readonly Verdict[]): string => verdictsText(verdicts, names, [shown[i]!.abi])
    const lines = namesBelow(shown[i]!.calls, textOf, room, said)
    for (const each of lines) said.add(each.join(' '))
    const below = paragraph(lines.flat(), MARGIN, top + STRIP + 22, 'dim')
    y = top + STRIP + 48 + below.height
    const place = { x: MARGIN, y: top, height: STRIP, column }
    return [
      below.element,
      rowText(facts[i]!, top - 8, width),
      strip(columns, ({ verdicts }) => verdicts, place),
      callTitles(columns, ({ verdicts }) => textOf(verdicts), place),
      axis(columns, MARGIN, top + STRIP, column),
    ]
  })
  const hidden = leftOutText(leftOut, 'ABI')
  const title = options.title ?? titled(options, facts.length === 0 ? WHAT : facts.join('; '))
  const height = y - 22 + (hidden === undefined ? 0 : 20)
  return render(
    {
      title,
      description: [...facts, ...(hidden === undefined ? [] : [hidden]), NOTE].join('. '),
      width,
      height,
      body: [
        heading(options.title ?? titled(options, WHAT), MARGIN, width - 2 * MARGIN),
        key.element,
        noted.element,
        ...strips,
        ...(hidden === undefined ? [] : [rowText(hidden, height - 12, width, 'dim')]),
      ],
    },
    options,
  )
}

/** The mark of a direction in the row between two strips: a colour, and a part of the height of the row. */
const MARKS: Readonly<Record<Direction, { readonly colour: string; readonly from: number; readonly to: number; readonly text: string }>> = {
  weaker: { colour: 'no-fill', from: 0, to: 0.48, text: 'weaker: may do more' },
  stricter: { colour: 'yes-fill', from: 0.52, to: 1, text: 'stricter: may do less' },
  other: { colour: 'accent', from: 0.4, to: 0.6, text: 'other data' },
} // prettier-ignore
const DIRECTIONS: readonly Direction[] = ['weaker', 'stricter', 'other']

function changeRow(
  columns: Columns<ComparedCall>,
  x: number,
  y: number,
  column: number,
): readonly SvgElement[] {
  const inset = 3
  const room = CHANGES - 2 * inset
  return columns.placed.flatMap(({ call, column: at }) =>
    DIRECTIONS.filter((direction) => call.directions.includes(direction)).map((direction) => {
      const { colour, from, to } = MARKS[direction]
      const box = {
        x: x + at * column,
        y: y + inset + from * room,
        width: column,
        height: (to - from) * room,
      }
      return el('rect', { class: colour, ...box })
    }),
  )
}

/** The verdicts of a call before and after, with the direction of the change: `ALLOW → ERRNO(EPERM), stricter`. */
function changeText(
  { before, after, directions }: ComparedCall,
  textOf: (verdicts: readonly Verdict[]) => string,
): string {
  const [first, second] = [textOf(before), textOf(after)]
  return [first === second ? first : `${first} → ${second}`, ...directions].join(', ')
}

/** The legend of the row of changes. */
function changeLegend(x: number, y: number): SvgElement {
  let left = x
  const parts = DIRECTIONS.flatMap((direction) => {
    const { colour, from, to, text } = MARKS[direction]
    const at = left
    left += 30 + textWidth(text, 11) + 14
    return [
      el('rect', { class: 'panel', x: at, y, width: 24, height: 16 }),
      el('rect', { class: colour, x: at + 6, y: y + from * 16, width: 12, height: (to - from) * 16 }),
      el('text', { x: at + 30, y: y + 12, 'font-size': 11 }, text),
    ]
  })
  const note = el(
    'text',
    { class: 'dim', x: left, y: y + 12, 'font-size': 11 },
    'a marked end: the arguments decide',
  )
  return el('g', {}, ...parts, note)
}

/** The names of the calls that change in `direction`, each once, as lines. */
function namesOf(abis: readonly ComparedAbi[], direction: Direction, width: number): readonly string[] {
  const names = new Set(
    abis.flatMap(({ calls }) =>
      calls.filter(({ directions }) => directions.includes(direction)).map(({ name }) => name),
    ),
  )
  if (names.size === 0) return []
  return wrapped([`${direction}:`, ...listed([...names], MOST_NAMES)], width)
}

/**
 * The verdicts of two filters on each call, and the calls that change, as SVG: two strips for each ABI, at most eight
 * ABIs.
 * @throws TypeError for a wrong option
 */
export function drawBarcodeDiff(comparison: BarcodeComparison, options: BarcodeOptions = {}): string {
  expectObject(comparison, 'comparison', 'abis')
  expectList(comparison.abis, 'comparison.abis', 'calls')
  expectObject(options, 'options')
  const { names = {}, width = 1200 } = options
  const { shown, leftOut } = bounded(comparison.abis, MOST_ABIS)
  const placed = shown.map(({ calls }) => columnsOf(calls))
  const column = columnWidth(placed, width)
  const entries = entriesOf(
    shown.flatMap(({ calls }) => calls.flatMap(({ before, after }) => [before, after])),
    names,
  )
  const key = legend(entries, MARGIN, 46, width - 2 * MARGIN)
  const sentence = ({ calls }: ComparedAbi): string => {
    const parts = DIRECTIONS.flatMap((direction) => {
      const count = calls.filter(({ directions }) => directions.includes(direction)).length
      return count === 0 ? [] : [`${counted(count, 'call')} ${direction}`]
    })
    return parts.length === 0 ? 'no call changes' : parts.join(', ')
  }
  let y = 46 + key.height + 50
  const strips = placed.flatMap((columns, i) => {
    const { abi, calls } = shown[i]!
    const top = y + 8
    const second = top + STRIP + CHANGES
    y = second + STRIP + 76
    const place = { x: MARGIN, height: STRIP, column }
    return [
      rowText(`${abi}: ${sentence(shown[i]!)}`, top - 24, width),
      rowText(`${comparison.before}: ${countText(calls.map(({ before }) => before))}`, top - 8, width, 'dim'),
      strip(columns, ({ before }) => before, { ...place, y: top }),
      el('rect', { class: 'panel', x: MARGIN, y: top + STRIP, width: columns.count * column, height: CHANGES }),
      ...changeRow(columns, MARGIN, top + STRIP, column),
      strip(columns, ({ after }) => after, { ...place, y: second, hangs: true }),
      callTitles(columns, (call) => changeText(call, (verdicts) => verdictsText(verdicts, names, [abi])), { ...place, y: top, height: 2 * STRIP + CHANGES }),
      axis(columns, MARGIN, second + STRIP, column),
      rowText(`${comparison.after}: ${countText(calls.map(({ after }) => after))}`, second + STRIP + 32, width, 'dim'),
    ] // prettier-ignore
  })
  const lines = [
    ...DIRECTIONS.flatMap((direction) => namesOf(shown, direction, width - 2 * MARGIN)),
    ...(leftOut === 0 ? [] : [leftOutText(leftOut, 'ABI')!]),
  ]
  const below = paragraph(lines, MARGIN, y - 30)
  const part = (comparison.part ?? '') === '' ? '' : ` (${comparison.part})`
  const changed = shown.filter(({ calls }) => calls.some(({ directions }) => directions.length > 0))
  const counts = changed.map((each) => `${shown.length === 1 ? '' : `${each.abi}: `}${sentence(each)}`)
  const fact = `From ${comparison.before} to ${comparison.after}${part}: ${counts.length === 0 ? 'no call changes' : counts.join('; ')}`
  const title = options.title ?? fact
  return render(
    {
      title,
      description: [fact, ...lines, 'The row between two strips marks the calls that change'].join('. '),
      width,
      height: y - 30 + below.height + 14,
      body: [
        heading(title, MARGIN, width - 2 * MARGIN),
        key.element,
        changeLegend(MARGIN, 46 + key.height),
        ...strips,
        below.element,
      ],
    },
    options,
  )
}
